package desk

import (
	"time"

	"frontdesk/internal/models"
)

// searchDays is how far ahead a next opening is looked for: more than a year,
// so that a yearly date is found.
const searchDays = 400

// nextOpening finds the next instant at which numbers are given again, given
// that none are now; zero when there is none within searchDays.
func (v availability) nextOpening() time.Time {
	from, day := v.searchFrom()
	for last := v.today.AddDate(0, 0, searchDays); !day.After(last); day = day.AddDate(0, 0, 1) {
		for _, s := range v.giving(v.plan(day)) {
			if s.closes.After(from) {
				return laterOf(s.opens, from)
			}
		}
	}
	return time.Time{}
}

// searchFrom tells where the search begins: now, after an absence, an outage
// or a break, or tomorrow when today is spent.
func (v availability) searchFrom() (from, day time.Time) {
	tomorrow := v.today.AddDate(0, 0, 1)
	from, day = v.at, v.today
	switch {
	case !v.presence.Refuses(v.at):
	case v.presence.Until.IsZero():
		day = tomorrow
	default:
		from = v.presence.Until.In(v.loc)
		day = civilDay(from)
	}
	if v.quotaGone() && day.Equal(v.today) {
		day = tomorrow
	}
	return from, day
}

// warnOfCalendar adds to the reason that the next opening lies in a year whose
// holidays nobody has listed yet.
func (v availability) warnOfCalendar(s models.Status) models.Phrase {
	next := s.NextOpening
	if next.IsZero() || v.calendarFilledIn(next.Year()) {
		return s.Reason
	}
	return models.Say("status.next_unsure", s.Reason, calendarMissing(next.Year()))
}

func laterOf(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
