package views

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

// fakeQueue is a running queue that does what it is told and writes down what
// it was asked.
type fakeQueue struct {
	t        *testing.T
	now      func() time.Time
	tickets  []queuedTicket
	uncalled string
	written  int64
	events   int
	refuse   error
	unread   error

	away bool // off the screen's thread
	did  []string
}

func (f *fakeQueue) offTheScreen() {
	f.t.Helper()
	require.True(f.t, f.away, "asked on the screen's thread")
}

func (f *fakeQueue) Queue(context.Context) ([]queuedTicket, error) {
	f.offTheScreen()
	return slices.Clone(f.tickets), f.unread
}

func (f *fakeQueue) Calls(agency string) bool { return agency != f.uncalled }

func (f *fakeQueue) Revision(context.Context) (int64, error) {
	f.offTheScreen()
	return f.written, f.unread
}

// add puts a ticket into the queue, minutes ago.
func (f *fakeQueue) add(number, agency, service, counter string, minutes int, change ...func(*queuedTicket)) {
	t := queuedTicket{Ticket: models.Ticket{ID: number, Number: number, Agency: agency, Service: service, Counter: counter,
		State: models.TicketWaiting, IssuedAt: f.now().Add(-time.Duration(minutes) * time.Minute)}, LastEvent: "issued"}
	for _, c := range change {
		c(&t)
	}
	f.tickets = append(f.tickets, t)
	f.written++
}

func in(state models.TicketState, counter string, minutes int) func(*queuedTicket) {
	return func(t *queuedTicket) {
		t.State, t.AtCounter, t.Calls = state, counter, 1
		t.Since = monday.Add(-time.Duration(minutes) * time.Minute)
		if state == ticketParked {
			t.ParkedUntil = monday.Add(time.Duration(minutes) * time.Minute)
		}
	}
}

// step changes a ticket by compare-and-set, as the desk does.
func (f *fakeQueue) step(verb string, t queuedTicket, change func(*queuedTicket)) (queuedTicket, error) {
	f.offTheScreen()
	f.did = append(f.did, strings.TrimSpace(verb+" "+t.Number))
	if f.refuse != nil {
		return queuedTicket{}, f.refuse
	}
	i := slices.IndexFunc(f.tickets, func(o queuedTicket) bool { return o.ID == t.ID })
	if i < 0 || f.tickets[i].LastEvent != t.LastEvent {
		return queuedTicket{}, models.Refuse("queue_page.no_undo")
	}
	change(&f.tickets[i])
	f.events++
	f.tickets[i].LastEvent, f.tickets[i].Since = fmt.Sprint("event-", f.events), f.now()
	f.written++
	return f.tickets[i], nil
}

func moved(state models.TicketState) func(*queuedTicket) {
	return func(t *queuedTicket) { t.State = state }
}

func calledTo(counter string) func(*queuedTicket) {
	return func(t *queuedTicket) { t.State, t.AtCounter, t.Calls = ticketCalled, counter, t.Calls+1 }
}

func (f *fakeQueue) Next(_ context.Context, counter string) (queuedTicket, error) {
	f.offTheScreen()
	for i, t := range f.tickets {
		if t.State == ticketServing && t.AtCounter == counter {
			f.tickets[i].State = ticketDone
		}
	}
	i := slices.IndexFunc(f.tickets, func(t queuedTicket) bool { return t.State == models.TicketWaiting })
	if i < 0 {
		return queuedTicket{}, models.Refuse("queue_page.empty")
	}
	return f.step("next", f.tickets[i], calledTo(counter))
}

func (f *fakeQueue) Call(_ context.Context, t queuedTicket, counter string) (queuedTicket, error) {
	return f.step("call", t, calledTo(counter))
}

func (f *fakeQueue) Recall(_ context.Context, t queuedTicket) (queuedTicket, error) {
	return f.step("recall", t, func(t *queuedTicket) { t.Calls++ })
}

func (f *fakeQueue) Serve(_ context.Context, t queuedTicket) (queuedTicket, error) {
	return f.step("serve", t, moved(ticketServing))
}

func (f *fakeQueue) Done(_ context.Context, t queuedTicket) (queuedTicket, error) {
	return f.step("done", t, moved(ticketDone))
}

func (f *fakeQueue) NoShow(_ context.Context, t queuedTicket) (queuedTicket, error) {
	return f.step("noshow", t, moved(ticketNoShow))
}

func (f *fakeQueue) Park(_ context.Context, t queuedTicket, minutes int) (queuedTicket, error) {
	return f.step(fmt.Sprint("park ", minutes), t, func(t *queuedTicket) {
		t.State, t.AtCounter, t.ParkedUntil = ticketParked, "", f.now().Add(time.Duration(minutes)*time.Minute)
	})
}

func (f *fakeQueue) Return(_ context.Context, t queuedTicket) (queuedTicket, error) {
	return f.step("return", t, func(t *queuedTicket) { t.State, t.AtCounter = models.TicketWaiting, "" })
}

func (f *fakeQueue) Transfer(_ context.Context, t queuedTicket, to queueTarget) (queuedTicket, error) {
	return f.step(fmt.Sprint("transfer to ", to.Counter, to.Service, to.Agency), t, func(t *queuedTicket) {
		t.State, t.AtCounter = models.TicketWaiting, to.Counter
	})
}

func (f *fakeQueue) Second(_ context.Context, t queuedTicket, service string) (queuedTicket, error) {
	return f.step("second "+service, t, func(*queuedTicket) {})
}

func (f *fakeQueue) UndoStep(_ context.Context, t queuedTicket) (queuedTicket, error) {
	return f.step("undo", t, func(t *queuedTicket) { t.State, t.AtCounter = models.TicketWaiting, "" })
}

// awayWork tells the fake when work runs off the screen's thread.
type awayWork struct {
	*queue
	fake *fakeQueue
}

func (q awayWork) run(work, done func()) {
	q.queue.run(func() {
		q.fake.away = true
		work()
		q.fake.away = false
	}, done)
}

// queueHand works a window with a queue by keys.
type queueHand struct {
	*hand
	fake *fakeQueue
}

// openQueue opens F3 on a morning with five waiting at Disdukcapil.
func openQueue(t *testing.T, change ...func(*fakeQueue, *Options)) *queueHand {
	t.Helper()
	fake := &fakeQueue{t: t}
	h := openWindow(t, func(d *fakeDesk, o *Options) {
		fake.now = func() time.Time { return d.now }
		fake.morning()
		o.Queue = fake
		o.dispatch = awayWork{o.dispatch.(*queue), fake}
		for _, c := range change {
			c(fake, o)
		}
	})
	h.press("F3")
	return &queueHand{h, fake}
}

// morning is the queue of the design's picture.
func (f *fakeQueue) morning() {
	first := func(p models.Priority) func(*queuedTicket) {
		return func(t *queuedTicket) { t.Priorities = []models.Priority{p} }
	}
	f.add("1A-009", "DUK", "DUK-03", "DUK-1", 25, in(ticketServing, "DUK-1", 7))
	f.add("1A-010", "DUK", "DUK-11", "DUK-2", 20, in(ticketCalled, "DUK-2", 1), func(t *queuedTicket) { t.Calls = 2 })
	f.add("1A-012", "DUK", "DUK-04", "DUK-1", 11, first(models.PriorityElderly))
	f.add("1A-011", "DUK", "DUK-01", "DUK-3", 14)
	f.add("1A-013", "DUK", "DUK-04", "DUK-1", 4)
	f.add("1A-014", "DUK", "DUK-02", "DUK-1", 1)
	f.add("1A-015", "DUK", "DUK-12", "DUK-2", 0, first(models.PriorityInfant))
	f.add("1A-006", "DUK", "DUK-05", "DUK-1", 40, in(ticketParked, "", 7))
	f.add("1A-004", "DUK", "DUK-02", "DUK-1", 44, in(ticketNoShow, "DUK-1", 14), func(t *queuedTicket) { t.Calls = 3 })
	f.add("1A-008", "DUK", "DUK-02", "DUK-3", 30, in(ticketDone, "DUK-3", 2))
	f.add("1C-001", "IMI", "IMI-01", "IMI-1", 30)
	f.add("1E-001", "SAM", "SAM-01", "SAM-1", 20)
	f.add("1E-002", "SAM", "SAM-01", "SAM-1", 10)
}

func (h *queueHand) s() *queueState { return h.p.queue }

func (h *queueHand) view() *queueScreen { return h.p.screens[ScreenQueue].(*queueScreen) }

// says are the words of the screen.
func (h *queueHand) says() string {
	var words []string
	(&guideHand{hand: h.hand}).gather(h.view().content, &words)
	return strings.Join(words, " ")
}

// at asserts where the next key goes.
func (h *queueHand) at(want fyne.Focusable) {
	h.t.Helper()
	require.Equal(h.t, want, h.canvas().Focused())
}

// later lets time pass, and the timers run once.
func (h *queueHand) later(d time.Duration) {
	h.desk.now = h.desk.now.Add(d)
	var list []func()
	for _, f := range h.work.ticking {
		list = append(list, f)
	}
	for _, f := range list {
		f()
	}
	h.work.drain()
}
