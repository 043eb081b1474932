package models

// Measure names what a figure counts.
type Measure string

const (
	MeasureDays       Measure = "days"        // 1 for a day with visits; label: weekday
	MeasureVisits     Measure = "visits"      // label: kind of the visit
	MeasurePeople     Measure = "people"      // who came in person
	MeasureArrivals   Measure = "arrivals"    // the same; label: weekday, bucket: hour
	MeasureErrands    Measure = "errands"     // numbers, and services that give none; by agency and service
	MeasureVoided     Measure = "voided"      // numbers taken back; by agency and service
	MeasureCalled     Measure = "called"      // numbers called at least once; by agency and service
	MeasureServed     Measure = "served"      // numbers whose service is done; by agency and service
	MeasureNoShows    Measure = "no_shows"    // numbers called in vain at least once; by agency and service
	MeasureWaiting    Measure = "waiting"     // served numbers; bucket: whole minutes of waiting
	MeasureServing    Measure = "serving"     // the same; bucket: whole minutes of service
	MeasurePapers     Measure = "papers"      // label: how they were found; by agency and service
	MeasureMissing    Measure = "missing"     // label: the requirement; by agency and service
	MeasureTurnedAway Measure = "turned_away" // label: why; by service
	MeasureQuestions  Measure = "questions"   // label: kind of the visit; by service
	MeasureNotFound   Measure = "not_found"   // label: what was searched
	MeasurePriorities Measure = "priorities"  // label: the group, empty for visits that name any
)

// Measures lists them in the order of a report.
var Measures = []Measure{MeasureDays, MeasureVisits, MeasurePeople, MeasureArrivals, MeasureErrands, MeasureVoided,
	MeasureCalled, MeasureServed, MeasureNoShows, MeasureWaiting, MeasureServing, MeasurePapers, MeasureMissing,
	MeasureTurnedAway, MeasureQuestions, MeasureNotFound, MeasurePriorities}

// FigureKey tells of what a figure is. Codes are those of the directory, empty
// where a measure is of no agency or service.
type FigureKey struct {
	Measure Measure
	Agency  string
	Service string
	Label   string
	Bucket  int
}

// Figure is a count without anybody's name: those of several days add up.
type Figure struct {
	FigureKey
	N int
}

// DayRecords is everything of a business date that figures are made of.
// Visits come without identities.
type DayRecords struct {
	Date   string
	Visits []Visit                  // with tickets
	Events map[string][]TicketEvent // of served tickets by id, oldest first
	Misses []SearchMiss
}

// SumFigures adds figures of the same key up.
func SumFigures(lists ...[]Figure) map[FigureKey]int {
	sums := map[FigureKey]int{}
	for _, list := range lists {
		for _, f := range list {
			sums[f.FigureKey] += f.N
		}
	}
	return sums
}
