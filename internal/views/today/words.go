package today

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// todayWords puts the day into words.
type todayWords struct {
	speak *text.Speaker
	mall  *models.Directory
	at    time.Time
	from  time.Time // what the day bars show
	to    time.Time
}

// The day bars show this part of the day at least (design/look.md), local time.
const barFrom, barTo = 7*60 + 30, 16 * 60

func newTodayWords(speak *text.Speaker, mall *models.Directory, all []desk.AgencyStatus, at time.Time) todayWords {
	midnight := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, at.Location())
	w := todayWords{speak: speak, mall: mall, at: at,
		from: midnight.Add(barFrom * time.Minute), to: midnight.Add(barTo * time.Minute)}
	for _, a := range all {
		for _, t := range desk.ServingSpans(mall, a.Agency, at.Format(time.DateOnly)) {
			if t.Opens.Before(w.from) {
				w.from = t.Opens
			}
			if t.Closes.After(w.to) {
				w.to = t.Closes
			}
		}
	}
	return w
}

// share is the place of an instant on a day bar.
func (w todayWords) share(t time.Time) float32 {
	return float32(t.Sub(w.from)) / float32(w.to.Sub(w.from))
}

// ticks are the even hours above the day bars.
func (w todayWords) ticks() []kit.DayTick {
	var list []kit.DayTick
	for t := w.from.Truncate(time.Hour); !t.After(w.to); t = t.Add(time.Hour) {
		if t.Hour()%2 == 0 && !t.Before(w.from) {
			list = append(list, kit.DayTick{Word: strconv.Itoa(t.Hour()), At: w.share(t)})
		}
	}
	return list
}

// row puts an agency into the cells of its row.
func (w todayWords) row(a desk.AgencyStatus) kit.AgencyDay {
	day := kit.AgencyDay{Prefix: a.Agency.TicketPrefix, Name: a.Agency.ShortName, Status: w.status(a),
		Now: w.share(w.at), Quota: w.quota(a), Staff: fmt.Sprintf("%d/%d", a.Staffed(w.at), len(a.Agency.Counters)),
		Waiting: w.waiting(a), Urgent: a.Demand.Waiting > 0 && marked(a, w.at)}
	day.Colour, day.Hollow = barLook(a.Status.State, day.Status.Colour)
	for _, t := range desk.ServingSpans(w.mall, a.Agency, w.at.Format(time.DateOnly)) {
		day.Spans = append(day.Spans, kit.DaySpan{From: w.share(t.Opens), To: w.share(t.Closes)})
	}
	return day
}

// barLook is the colour of the status, but for hours in which nobody serves.
func barLook(state models.State, of fyne.ThemeColorName) (colour fyne.ThemeColorName, hollow bool) {
	switch state {
	case models.StateOpen, models.StateLate, models.StateBreak, models.StateNotYet, models.StateUnknown:
		return of, false
	}
	return kit.ColorEdge, true
}

// status is an agency's state in a word or two, with its next time.
func (w todayWords) status(a desk.AgencyStatus) kit.Status {
	s, warn := a.Status, kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn}
	until := s.NextOpening
	switch {
	case marked(a, w.at):
		until = s.Until
	case overdue(a, w.at):
		warn.Word = w.speak.T("today.overdue", a.Presence.Until.In(w.at.Location()))
		return warn
	case s.State == models.StateOpen && s.Reason.Key == finds.LastTicketReason:
		warn.Word = w.speak.T("today.last_number", s.Reason.Args...)
		return warn
	case s.Open && a.Staffed(w.at) == 0: // told as late, though only its counters are marked
		warn.Word = w.speak.T("today.unstaffed")
		return warn
	case s.State == models.StateNotYet:
		return kit.StatusOf(s.State, w.speak.T("today.opens", until.In(w.at.Location())), "")
	case s.State != models.StateBreak:
		until = time.Time{}
	}
	word := finds.StateWord(w.speak, s)
	if !until.IsZero() && stage.SameDay(until, w.at) {
		word += " · " + clockText(until.In(w.at.Location()))
	}
	return kit.StatusOf(s.State, word, "")
}

// quota is what is left of the day's numbers; a dash without a limit.
func (w todayWords) quota(a desk.AgencyStatus) string {
	if a.Status.QuotaLeft < 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", a.Status.QuotaLeft, a.Agency.DailyQuota)
}

// waiting says how many wait, and how long who comes now, or what becomes of
// them.
func (w todayWords) waiting(a desk.AgencyStatus) string {
	n := a.Demand.Waiting
	switch {
	case n == 0:
		return "–"
	case marked(a, w.at) && (a.Status.State == models.StateAbsent || a.Status.State == models.StateOutage):
		return w.speak.T("today.affected_n", n)
	case marked(a, w.at):
		return w.speak.T("today.delayed_n", n)
	}
	if a.Wait != nil {
		return w.speak.T("wait.joined", n, a.Wait.SayRange())
	}
	return strconv.Itoa(n)
}

// group names a part of the list.
func (w todayWords) group(g todayGroup) string {
	return w.speak.T([...]string{"today.group.attention", "today.group.open", "today.group.later",
		"today.group.closed", "today.group.unscheduled"}[g])
}

// summary counts who is open and who waits.
func (w todayWords) summary(all []desk.AgencyStatus) string {
	open, waiting := 0, 0
	for _, a := range all {
		if a.Status.Open {
			open++
		}
		waiting += a.Demand.Waiting
	}
	return w.speak.T("today.summary", open, len(all), waiting)
}

// unscheduled names who does not come today.
func (w todayWords) unscheduled(all []desk.AgencyStatus) string {
	var names []string
	for _, a := range all {
		if groupOf(a, w.at) == groupUnscheduled {
			names = append(names, a.Agency.ShortName)
		}
	}
	return strings.Join(names, " · ")
}

// hours of an agency today: "08.00–12.00 · 13.00–15.30".
func (w todayWords) hours(a *models.Agency) string {
	times := desk.ServingSpans(w.mall, a, w.at.Format(time.DateOnly))
	if len(times) == 0 {
		return w.speak.T("today.not_today")
	}
	parts := make([]string, len(times))
	for i, t := range times {
		parts[i] = clockText(t.Opens) + "–" + clockText(t.Closes)
	}
	return strings.Join(parts, " · ")
}

// counterState says whether somebody is at a counter.
func (w todayWords) counterState(c models.Counter, away bool) kit.Status {
	if away {
		return kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorOff, Word: w.speak.T("today.counter_empty", c.Number)}
	}
	return kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: w.speak.T("today.counter_staffed", c.Number)}
}
