package desk

import (
	"slices"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// span is a time at which an agency serves; closes is excluded.
type span struct {
	opens, closes time.Time
}

// dayPlan is what one civil day holds for an agency: its spans, or why there
// are none.
type dayPlan struct {
	date    time.Time // midnight UTC of the civil day
	spans   []span    // in order, apart from each other
	regular bool      // the day is one of the agency's days
	shut    models.State
	reason  models.Phrase
}

// end is the day's last closing; the plan must have spans.
func (p dayPlan) end() time.Time { return p.spans[len(p.spans)-1].closes }

// plan decides what a day holds. An exception overrides hours and holidays; a
// holiday closes an agency unless it works on that kind.
func (v availability) plan(day time.Time) dayPlan {
	p := dayPlan{date: day, regular: len(v.spans(day, v.agency.Hours)) > 0}
	if e, ok := v.exception(day); ok {
		return v.exceptionPlan(p, e)
	}
	if len(v.agency.Hours) == 0 {
		p.shut, p.reason = models.StateUnknown, models.Say("status.no_hours", v.agency.ShortName)
		return p
	}
	if name, ok := v.holiday(day); ok {
		p.shut, p.reason = models.StateHoliday, models.Say("status.holiday", name)
		return p
	}
	if !p.regular {
		p.shut, p.reason = models.StateClosed, v.offDayReason(day)
		return p
	}
	p.spans = v.spans(day, v.agency.Hours)
	return p
}

func (v availability) exceptionPlan(p dayPlan, e models.Exception) dayPlan {
	if !e.Closed {
		p.spans = v.spans(p.date, everyDayUnlessNamed(e.Hours))
	}
	if len(p.spans) == 0 {
		p.shut, p.reason = models.StateClosed, exceptionReason(e)
		return p
	}
	p.regular = true
	return p
}

// exception finds what replaces the hours of a day; of several the last
// listed, the newest, counts.
func (v availability) exception(day time.Time) (models.Exception, bool) {
	date := day.Format(time.DateOnly)
	for _, e := range slices.Backward(v.agency.Exceptions) {
		if e.From <= date && date <= e.To {
			return e, true
		}
	}
	return models.Exception{}, false
}

// holiday finds a holiday of a day that binds the agency.
func (v availability) holiday(day time.Time) (name string, ok bool) {
	date := day.Format(time.DateOnly)
	for _, h := range v.directory.Holidays {
		if h.Date == date && !slices.Contains(v.agency.WorksOn, h.Kind) {
			return h.Name, true
		}
	}
	return "", false
}

// calendarFilledIn tells whether any holiday of the year is listed
// (data/README: holidays[]).
func (v availability) calendarFilledIn(year int) bool {
	prefix := yearText(year) + "-"
	return slices.ContainsFunc(v.directory.Holidays, func(h models.Holiday) bool {
		return strings.HasPrefix(h.Date, prefix)
	})
}

// withinMall picks the hours that hold on a day while the mall is open too. A
// mall that names no hours sets no limit.
func (v availability) withinMall(day time.Time, hours []models.Hours) []minutes {
	own := minutesOn(day, hours)
	if len(v.directory.Mall.Hours) == 0 {
		return own
	}
	return commonMinutes(own, minutesOn(day, v.directory.Mall.Hours))
}

// spans turns hours into the instants of a day at which the mall is open too.
func (v availability) spans(day time.Time, hours []models.Hours) []span {
	var spans []span
	for _, m := range v.withinMall(day, hours) {
		s := span{v.instant(day, m.from), v.instant(day, m.to)}
		if s.opens.Before(s.closes) { // a span may fall into the hour that summer time skips
			spans = append(spans, s)
		}
	}
	return spans
}
