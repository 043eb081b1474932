package desk

import (
	"slices"
	"time"

	"frontdesk/internal/models"
)

// Status answers whether a visitor can go to agency a at an instant, why not,
// and when numbers are given again. Every screen and command asks this one
// pure function (issue: Status).
//
// at may be in any zone; the mall's local time decides. issued counts the
// numbers given and not voided on the local day of at.
//
// When several rules apply, the first of these speaks: an exception of the
// agency, hours not filled in, holiday, not its day, after the last closing,
// absent or out of order, last ticket passed, quota gone, not yet, break, late,
// open. An outage gives no numbers either: nobody should wait for what may not
// come back today, unless somebody says why (CheckIn.Force).
func Status(d *models.Directory, a *models.Agency, at time.Time, p models.Presence, issued int) models.Status {
	loc := d.Mall.Location()
	v := availability{directory: d, agency: a, loc: loc, at: at.In(loc), presence: p, issued: issued}
	v.today = civilDay(v.at)
	return v.status()
}

// availability is one question to Status with what all its rules need.
type availability struct {
	directory *models.Directory
	agency    *models.Agency
	loc       *time.Location
	at        time.Time // local
	today     time.Time // midnight UTC of the local civil day
	presence  models.Presence
	issued    int
}

func (v availability) status() models.Status {
	day := v.plan(v.today)
	s := v.judge(day)
	s.QuotaLeft = v.quotaLeft()
	if slices.Contains(marks, s.State) && v.presence.Away(v.at) {
		s.Until = v.presence.Until
	}
	if s.Open || s.State == models.StateBreak {
		s.ClosesAt = day.end()
	}
	if !s.Open {
		s.NextOpening = v.nextOpening()
		s.Reason = v.warnOfCalendar(s)
	}
	return s
}

// marks are the states that somebody may have marked.
var marks = []models.State{models.StateLate, models.StateAbsent, models.StateOutage, models.StateBreak}

// judge picks the state of a day's plan at v.at.
func (v availability) judge(day dayPlan) models.Status {
	s := models.Status{Scheduled: day.regular}
	switch {
	case day.shut != "":
		s.State, s.Reason = day.shut, day.reason
	case !v.at.Before(day.end()):
		s.State, s.Reason = models.StateClosed, models.Say("status.closed_since", day.end())
	case v.marked(models.PresenceAbsent):
		s.State, s.Reason = models.StateAbsent, v.presenceReason("absent")
	case v.marked(models.PresenceOutage):
		s.State, s.Reason = models.StateOutage, v.presenceReason("outage")
	case v.lastTicketPassed(day):
		s.State, s.Reason = models.StateLastTicketPassed, models.Say("status.last_ticket_passed", v.lastTicket(day))
	case v.quotaGone():
		s.State, s.Reason = models.StateQuotaGone, models.Say("status.quota_gone", v.agency.DailyQuota)
	default:
		v.judgeHours(day, &s)
	}
	return s
}

// judgeHours tells open from break and not yet, before the day's last closing.
func (v availability) judgeHours(day dayPlan, s *models.Status) {
	i := slices.IndexFunc(day.spans, func(s span) bool { return v.at.Before(s.closes) })
	now := day.spans[i]
	switch {
	case v.marked(models.PresenceBreak) && (v.presence.Until.IsZero() || v.presence.Until.After(now.opens)):
		s.State, s.Reason = models.StateBreak, v.presenceReason("away")
	case i == 0 && v.at.Before(now.opens):
		s.State, s.Reason = models.StateNotYet, models.Say("status.not_yet", now.opens)
	case v.at.Before(now.opens):
		s.State, s.Reason = models.StateBreak, models.Say("status.break", now.opens)
	case v.marked(models.PresenceLate):
		s.State, s.Open, s.Reason = models.StateLate, true, v.presenceReason("late")
	case !v.calendarFilledIn(v.today.Year()):
		s.State, s.Open, s.Reason = models.StateUnknown, true, calendarMissing(v.today.Year())
	default:
		s.State, s.Open, s.Reason = models.StateOpen, true, v.openReason(day, now)
	}
}

// marked tells that somebody said so of the agency and that it holds.
func (v availability) marked(state models.PresenceState) bool {
	return v.presence.State == state && !v.presence.Over(v.at)
}

func (v availability) quotaGone() bool {
	return v.agency.DailyQuota > 0 && v.issued >= v.agency.DailyQuota
}

// quotaLeft counts the numbers still to give today; -1 without a quota.
func (v availability) quotaLeft() int {
	if v.agency.DailyQuota <= 0 {
		return -1
	}
	return max(0, v.agency.DailyQuota-v.issued)
}

// lastTicketPassed tells that the doors stay open today but no number comes
// any more.
func (v availability) lastTicketPassed(day dayPlan) bool {
	for _, span := range v.giving(day) {
		if v.at.Before(span.closes) {
			return false
		}
	}
	return true
}

// lastTicket is the last minute of a day at which numbers are given; zero when
// the agency names none, or one so early that the day would give no number.
func (v availability) lastTicket(day dayPlan) time.Time {
	minutes, ok := models.ParseClock(v.agency.LastTicketAt)
	if !ok || len(day.spans) == 0 {
		return time.Time{}
	}
	last := v.instant(day.date, minutes)
	if last.Before(day.spans[0].opens) {
		return time.Time{}
	}
	return last
}

// giving cuts a day's spans after the minute of the last ticket, which itself
// is still fine (data/README: last_ticket_at).
func (v availability) giving(day dayPlan) []span {
	last := v.lastTicket(day)
	if last.IsZero() {
		return day.spans
	}
	end := last.Add(time.Minute)
	var spans []span
	for _, s := range day.spans {
		if end.Before(s.closes) {
			s.closes = end
		}
		if s.opens.Before(s.closes) {
			spans = append(spans, s)
		}
	}
	return spans
}

// instant is a wall time of a civil day in the mall's zone. A time that summer
// time skips is the moment at which the clock jumps over it.
func (v availability) instant(day time.Time, minutes int) time.Time {
	t := time.Date(day.Year(), day.Month(), day.Day(), 0, minutes, 0, 0, v.loc)
	if _, east := t.Zone(); t.Unix()+int64(east) == day.Unix()+int64(minutes)*60 {
		return t
	}
	starts, ends := t.ZoneBounds()
	if !ends.IsZero() && ends.Sub(t) < t.Sub(starts) {
		return ends
	}
	return starts
}

// civilDay is midnight UTC of t's calendar day: dates are counted there, where
// every day has 24 hours.
func civilDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
