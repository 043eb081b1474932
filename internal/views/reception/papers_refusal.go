package reception

import (
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// refusal shows a service that gives no number now: why, when again, where
// else, and what to bring then.
func (w *paperWriter) refusal(o desk.Offer) {
	if o.Service.ReferTo != nil {
		w.refer(o)
		return
	}
	w.add(section{kind: sectionNote, note: kit.NoteStop, title: w.refusalTitle(o.Status),
		text: stage.Capital(w.speak.Say(o.Status.Reason)) + "."})
	w.next(o)
	w.add(section{kind: sectionText, title: o.Service.Name, text: w.whereLine(o)})
	if len(o.Service.Requirements) > 0 {
		w.heading("reception.bring_then")
		w.add(section{kind: sectionText, title: strings.Join(o.Service.Requirements, "\n")})
	}
}

// refusalTitle says that there is no number now, or none today.
func (w *paperWriter) refusalTitle(s models.Status) string {
	if !s.NextOpening.IsZero() && stage.SameDay(s.NextOpening, w.now) {
		return w.speak.T("reception.refused_now")
	}
	return w.speak.T("reception.refused_today")
}

// next shows the next opening large, with the days around it.
func (w *paperWriter) next(o desk.Offer) {
	next := o.Status.NextOpening
	if next.IsZero() {
		return
	}
	w.heading("reception.next")
	where := stage.Joined(w.hours(o, next), finds.CountersLine(w.speak, o.Counters))
	if o.Counter != nil {
		where = stage.Joined(where, w.speak.T("row.floor", o.Counter.Floor))
	}
	w.add(section{kind: sectionTitle, title: w.speak.Date(next), text: where})
	if !stage.SameDay(next, w.now) {
		heads, days := w.calendar(o.Agency, next)
		w.add(section{kind: sectionCalendar, heads: heads, days: days})
	}
}

// hours of the next opening; an agency that gives numbers until an unknown
// hour says when it begins.
func (w *paperWriter) hours(o desk.Offer, next time.Time) string {
	hours := w.speak.Clock(next)
	s := desk.Status(w.r.desk.Catalogue().Directory, o.Agency, next, models.Presence{}, 0)
	if s.ClosesAt.After(next) {
		hours += "–" + w.speak.Clock(s.ClosesAt)
	}
	return hours + " " + text.Zone(next)
}

// calendarWeeks are shown from this week on.
const calendarWeeks = 3

// calendar marks the days on which the agency comes.
func (w *paperWriter) calendar(a *models.Agency, next time.Time) (heads []string, days []kit.Day) {
	monday := w.now.AddDate(0, 0, -(int(w.now.Weekday())+6)%7)
	for i := range 5 {
		heads = append(heads, string([]rune(w.speak.Day(monday.AddDate(0, 0, i).Weekday()))[:3]))
	}
	for week := range calendarWeeks {
		for i := range 5 {
			day := monday.AddDate(0, 0, 7*week+i)
			days = append(days, kit.Day{Number: day.Day(), Kind: w.dayKind(a, day, next)})
		}
	}
	return heads, days
}

func (w *paperWriter) dayKind(a *models.Agency, day, next time.Time) kit.DayKind {
	switch {
	case stage.SameDay(day, next):
		return kit.DayNext
	case stage.SameDay(day, w.now):
		return kit.DayToday
	case day.Before(w.now):
		return kit.DayPlain
	}
	s := desk.Status(w.r.desk.Catalogue().Directory, a, day, models.Presence{}, 0)
	if s.Scheduled && s.State != models.StateHoliday && s.State != models.StateUnknown {
		return kit.DayOpen
	}
	return kit.DayPlain
}

// refer shows where a service is done that this mall does not do.
func (w *paperWriter) refer(o desk.Offer) {
	to := o.Service.ReferTo
	w.add(section{kind: sectionNote, note: kit.NoteStop, title: w.speak.T("reception.not_here"), text: to.Reason})
	w.heading("reception.refer")
	w.add(section{kind: sectionCard, title: to.Name, text: to.City})
	w.add(section{kind: sectionText, title: o.Service.Name, text: w.whereLine(o)})
	w.facts(o)
}
