package today

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// todaySection is a heading with a count above lines.
type todaySection struct {
	content *fyne.Container
	title   *kit.Label
	count   *kit.Label
	lines   *fyne.Container
}

func newTodaySection(gap float32) todaySection {
	s := todaySection{title: kit.SemiBold("", kit.ColorMuted, kit.TextCaption),
		count: kit.Text("", kit.ColorMuted, kit.TextCaption), lines: kit.Column(gap)}
	s.content = kit.Column(7, kit.Row(6, s.title, s.count), s.lines)
	return s
}

func (s *todaySection) head(title, count string) {
	s.title.SetText(title)
	s.count.SetText(count)
}

// todayCounters shows at which counters somebody is, each with its key.
type todayCounters struct {
	todaySection
	state *todayState
	speak *text.Speaker
	keys  []*kit.StateKey
	of    string // agency that the keys are made for
}

func newTodayCounters(s *todayState, speak *text.Speaker) *todayCounters {
	return &todayCounters{todaySection: newTodaySection(8), state: s, speak: speak}
}

// paint shows the counters of an agency.
func (c *todayCounters) paint(words todayWords, a desk.AgencyStatus, visible bool) {
	counters := a.Agency.Counters[:min(len(a.Agency.Counters), mostTodayCounters)]
	stage.SetVisible(c.content, visible && len(counters) > 0)
	if !c.content.Visible() {
		return
	}
	c.head(c.speak.T("today.counters"), c.speak.T("today.counters_staffed", a.Staffed(words.at), len(a.Agency.Counters)))
	if c.of != a.Agency.Code || len(c.keys) != len(counters) {
		c.of = a.Agency.Code
		c.make(len(counters))
	}
	for i, counter := range counters {
		away := a.Presence.Counters[counter.Code].Away(words.at)
		c.keys[i].SetState(words.counterState(counter, away), false)
	}
}

// make sets the keys, two in a line.
func (c *todayCounters) make(n int) {
	c.keys, c.lines.Objects = nil, nil
	for i := range n {
		c.keys = append(c.keys, kit.NewStateKey(kit.Status{}, strconv.Itoa(i+1), func() { c.state.staff(i + 1) }).Small())
	}
	for i := 0; i < n; i += 2 {
		pair := kit.Columns(8, c.keys[i])
		if i+1 < n {
			pair.Add(c.keys[i+1])
		} else {
			pair.Add(kit.Column(0))
		}
		c.lines.Add(pair)
	}
}

// todayWaiters lists who waits for the agency, without names.
type todayWaiters struct {
	todaySection
	state *todayState
	speak *text.Speaker
	shown []todayWaiter
	more  int
}

// todayWaiter is a line of the list.
type todayWaiter struct{ number, service, since string }

// mostWaiters are listed; more are counted.
const mostWaiters = 12

func newTodayWaiters(s *todayState, speak *text.Speaker) *todayWaiters {
	return &todayWaiters{todaySection: newTodaySection(0), state: s, speak: speak}
}

// paint lists the tickets; delayed tells that nobody serves them.
func (w *todayWaiters) paint(words todayWords, tickets []models.Ticket, delayed bool) {
	stage.SetVisible(w.content, len(tickets) > 0)
	title := "today.waiting"
	if delayed {
		title = "today.affected"
	}
	w.head(w.speak.T(title), w.speak.Count(len(tickets)))
	lines := make([]todayWaiter, 0, mostWaiters)
	for _, t := range tickets[:min(len(tickets), mostWaiters)] {
		lines = append(lines, todayWaiter{t.Number, w.service(t), w.since(t, words.at.Location())})
	}
	more := len(tickets) - len(lines)
	if slices.Equal(lines, w.shown) && more == w.more {
		return
	}
	w.shown, w.more = lines, more
	w.lines.Objects = nil
	for _, line := range lines {
		w.lines.Add(waiterLine(line))
	}
	if more > 0 {
		w.lines.Add(stage.Ruled(kit.Text(w.speak.T("today.more", more), kit.ColorMuted, kit.TextDetail)))
	}
}

// since is when a visitor came, or until when she is parked.
func (w *todayWaiters) since(t models.Ticket, mall *time.Location) string {
	if t.Held() {
		return w.speak.T("today.held")
	}
	if t.State == models.TicketParked {
		return w.speak.T("today.parked_until", t.ParkedUntil.In(mall))
	}
	return clockText(t.IssuedAt.In(mall))
}

// service names what a ticket is for; a sensitive one is not named.
func (w *todayWaiters) service(t models.Ticket) string {
	service, _ := w.state.desk.Catalogue().Service(t.Service)
	switch {
	case service == nil:
		return t.Service
	case service.Sensitive:
		return w.speak.T("today.sensitive")
	}
	return service.Name
}

func waiterLine(line todayWaiter) fyne.CanvasObject {
	number := kit.Bold(line.number, kit.ColorInk, kit.TextResult)
	service := kit.NewPanel("", kit.Sides(0, 12), 0, kit.Text(line.service, kit.ColorInk, kit.TextDetail).Cut())
	return stage.Ruled(kit.Border(nil, nil, number, kit.Text(line.since, kit.ColorMuted, kit.TextDetail), service))
}
