package desk

import (
	"maps"
	"slices"

	"frontdesk/internal/estimate"
	"frontdesk/internal/models"
)

// ServingSpans are the times at which an agency serves on a business date
// (YYYY-MM-DD) by its hours, exceptions and holidays; none when it is shut.
func ServingSpans(d *models.Directory, a *models.Agency, date string) []estimate.Span {
	day, ok := models.ParseDate(date)
	if !ok {
		return nil
	}
	loc := d.Mall.Location()
	v := availability{directory: d, agency: a, loc: loc, today: day}
	var spans []estimate.Span
	for _, s := range v.plan(day).spans {
		spans = append(spans, estimate.Span{Opens: s.opens, Closes: s.closes})
	}
	return spans
}

// agencyDays parts passages into the days of each agency, by its code and then
// by business date.
func agencyDays(d *models.Directory, passages []models.Passage) map[string]map[string]estimate.Day {
	days := map[string]map[string]estimate.Day{}
	for _, p := range passages {
		if days[p.Agency] == nil {
			days[p.Agency] = map[string]estimate.Day{}
		}
		day := days[p.Agency][p.BusinessDate]
		day.Passages = append(day.Passages, p)
		days[p.Agency][p.BusinessDate] = day
	}
	for i := range d.Agencies {
		a := &d.Agencies[i]
		for date, day := range days[a.Code] {
			day.Spans = ServingSpans(d, a, date)
			days[a.Code][date] = day
		}
	}
	return days
}

// Judge replays one business date after those before it and adds to the score
// what the desk would have told its visitors.
func Judge(score *estimate.Score, d *models.Directory, past, day []models.Passage, date string, mostPriority int) {
	before, today := agencyDays(d, past), agencyDays(d, day)
	for i := range d.Agencies {
		a := &d.Agencies[i]
		score.Judge(estimate.Trial{Agency: a, Past: inOrder(before[a.Code]), Day: today[a.Code][date], MostPriority: mostPriority})
	}
}

// inOrder lists days by their date, so that the same days always teach the
// same to the last bit.
func inOrder(days map[string]estimate.Day) []estimate.Day {
	list := make([]estimate.Day, 0, len(days))
	for _, date := range slices.Sorted(maps.Keys(days)) {
		list = append(list, days[date])
	}
	return list
}
