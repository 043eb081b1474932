package report

import "frontdesk/internal/models"

// New puts the figures of the days from–to into a report.
func New(c *models.Catalogue, from, to string, figures []models.Figure) Report {
	b := builder{catalogue: c, places: map[place]*lineBuilder{}, lines: map[place][]*lineBuilder{}, hours: map[int]*HourLine{}, counts: map[models.Measure]map[string]int{},
		missing: map[Requirement]int{}}
	for _, f := range figures {
		b.add(f)
	}
	return b.report(from, to)
}

type builder struct {
	catalogue *models.Catalogue
	all       lineBuilder
	places    map[place]*lineBuilder
	lines     map[place][]*lineBuilder // which of them a figure counts for, by what it says it is of
	hours     map[int]*HourLine
	counts    map[models.Measure]map[string]int // by label
	missing   map[Requirement]int
}

func (b *builder) add(f models.Figure) {
	switch f.Measure {
	case models.MeasureDays:
		b.hour(f).Days += f.N
	case models.MeasureArrivals:
		if f.Bucket >= 0 && f.Bucket < 24 {
			b.hour(f).People[f.Bucket] += f.N
		}
	case models.MeasureMissing:
		b.missing[b.requirement(f)] += f.N
	}
	if f.Measure != models.MeasureWaiting && f.Measure != models.MeasureServing { // most figures, and nobody asks for their labels
		b.count(f)
	}
	for _, line := range b.linesOf(place{f.Agency, f.Service}) {
		line.add(f)
	}
	b.all.add(f)
}

// linesOf are the lines of a service and of its agency; none for a figure that
// is of neither.
func (b *builder) linesOf(of place) []*lineBuilder {
	lines, known := b.lines[of]
	if !known {
		if at := b.placeOf(of); at.service != "" {
			lines = []*lineBuilder{b.at(at), b.at(place{agency: at.agency})}
		}
		b.lines[of] = lines
	}
	return lines
}

func (b *builder) count(f models.Figure) {
	if b.counts[f.Measure] == nil {
		b.counts[f.Measure] = map[string]int{}
	}
	b.counts[f.Measure][f.Label] += f.N
}

func (b *builder) report(from, to string) Report {
	all, mall := b.all.line(), b.catalogue.Directory.Mall
	r := Report{From: from, To: to, Mall: mall.Name, City: mall.City, Address: mall.Address,
		Visits: b.sum(models.MeasureVisits), People: b.sum(models.MeasurePeople), Days: b.sum(models.MeasureDays),
		Errands: all.Errands, Called: all.Called, Served: all.Served, NoShows: all.NoShows, Voided: b.sum(models.MeasureVoided),
		Waiting: all.Waiting, Serving: all.Serving, Papers: b.papers(), Questions: all.Questions, TurnedAway: all.TurnedAway,
		Priority: b.counts[models.MeasurePriorities][""], NotFound: b.sum(models.MeasureNotFound),
		Kinds: b.ordered(models.MeasureVisits, visitKinds), Reasons: b.ordered(models.MeasureTurnedAway, words(models.TurnedAwayReasons)),
		Asked:      b.ordered(models.MeasureQuestions, []string{string(models.VisitQuestion), string(models.VisitPhoneQuestion)}),
		Priorities: b.ordered(models.MeasurePriorities, words(models.Priorities)),
		Agencies:   b.agencies(), Hours: b.weekdays(), Missing: b.requirements()}
	r.Searches, r.Once = b.searches()
	return r
}

var visitKinds = []string{string(models.VisitService), string(models.VisitQuestion), string(models.VisitPhoneQuestion),
	string(models.VisitTurnedAway), string(models.VisitGuest)}

func words[T ~string](list []T) []string {
	plain := make([]string, len(list))
	for i, w := range list {
		plain[i] = string(w)
	}
	return plain
}

func (b *builder) sum(m models.Measure) int {
	all := 0
	for _, n := range b.counts[m] {
		all += n
	}
	return all
}

// ordered lists the counts of a measure by its labels.
func (b *builder) ordered(m models.Measure, labels []string) []Count {
	list := make([]Count, len(labels))
	for i, label := range labels {
		list[i] = Count{label, b.counts[m][label]}
	}
	return list
}

func (b *builder) papers() Papers {
	found := b.counts[models.MeasurePapers]
	incomplete := found[string(models.PapersIncomplete)]
	return Papers{Checked: incomplete + found[string(models.PapersComplete)], Incomplete: incomplete}
}
