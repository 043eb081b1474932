package queue

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// fakeQueue is a running queue that does what it is told and writes down what
// it was asked. Its order is the desk's own.
type fakeQueue struct {
	*desk.Desk
	t       *testing.T
	now     func() time.Time
	tickets []models.QueuedTicket
	wrote   func() // a record changed
	events  int
	refuse  error
	unread  error

	away bool // off the screen's thread
	did  []string
}

func (f *fakeQueue) offTheScreen() {
	f.t.Helper()
	require.True(f.t, f.away, "asked on the screen's thread")
}

func (f *fakeQueue) Queue(context.Context) (models.Queue, error) {
	f.offTheScreen()
	var queue models.Queue
	for _, t := range f.tickets {
		if t.State == models.TicketDone {
			queue.Finished = append(queue.Finished, t)
			continue
		}
		queue.Active = append(queue.Active, t)
	}
	slices.SortStableFunc(queue.Active, func(a, b models.QueuedTicket) int { return a.IssuedAt.Compare(b.IssuedAt) })
	return queue, f.unread
}

// add puts a ticket into the queue, minutes ago.
func (f *fakeQueue) add(number, agency, service, counter string, minutes int, change ...func(*models.QueuedTicket)) {
	t := models.QueuedTicket{Ticket: models.Ticket{ID: number, Number: number, Agency: agency, Service: service, Counter: counter,
		State: models.TicketWaiting, LastEvent: "issued", IssuedAt: f.now().Add(-time.Duration(minutes) * time.Minute)}}
	for _, c := range change {
		c(&t)
	}
	f.tickets = append(f.tickets, t)
	f.wrote()
}

// in puts a ticket into another state, since some minutes or, parked, for them.
func in(state models.TicketState, counter string, minutes int) func(*models.QueuedTicket) {
	return func(t *models.QueuedTicket) {
		t.State, t.AtCounter, t.Calls = state, counter, 1
		t.Since = stagetest.Monday.Add(-time.Duration(minutes) * time.Minute)
		if state == models.TicketParked {
			t.ParkedUntil = stagetest.Monday.Add(time.Duration(minutes) * time.Minute)
		}
	}
}

// step changes a ticket by compare-and-set, as the desk does.
func (f *fakeQueue) step(verb string, s desk.Step, change func(*models.Ticket)) (models.Ticket, error) {
	f.offTheScreen()
	i := slices.IndexFunc(f.tickets, func(o models.QueuedTicket) bool { return o.ID == s.Ticket })
	f.did = append(f.did, verb+" "+f.tickets[i].Number)
	if f.refuse != nil {
		return models.Ticket{}, f.refuse
	}
	if f.tickets[i].LastEvent != s.Seen {
		return models.Ticket{}, models.Refuse("queue.meanwhile", f.tickets[i].Number)
	}
	change(&f.tickets[i].Ticket)
	f.events++
	f.tickets[i].LastEvent, f.tickets[i].Since = fmt.Sprint("event-", f.events), f.now()
	f.wrote()
	return f.tickets[i].Ticket, nil
}

func moved(state models.TicketState) func(*models.Ticket) {
	return func(t *models.Ticket) { t.State = state }
}

func calledTo(counter string) func(*models.Ticket) {
	return func(t *models.Ticket) { t.State, t.AtCounter, t.Calls = models.TicketCalled, counter, t.Calls+1 }
}

func (f *fakeQueue) Next(ctx context.Context, counter string, _ time.Time) (desk.Called, error) {
	for i, t := range f.tickets {
		if t.State == models.TicketServing && t.AtCounter == counter {
			f.tickets[i].State = models.TicketDone
		}
	}
	queue, _ := f.Queue(ctx)
	waiting := slices.DeleteFunc(queue.Active, func(t models.QueuedTicket) bool { return t.State != models.TicketWaiting })
	i := f.NextAt(counter, waiting, nil)
	if i < 0 {
		return desk.Called{}, models.Refuse("queue.empty")
	}
	t, err := f.step("next", stepOf(waiting[i].Ticket), calledTo(counter))
	return desk.Called{Ticket: t}, err
}

func (f *fakeQueue) Call(_ context.Context, s desk.Step) (desk.Called, error) {
	t, err := f.step("call", s, calledTo(s.Counter))
	return desk.Called{Ticket: t}, err
}

func (f *fakeQueue) Recall(_ context.Context, s desk.Step) (models.Ticket, error) {
	return f.step("recall", s, func(t *models.Ticket) { t.Calls++ })
}

func (f *fakeQueue) Serve(_ context.Context, s desk.Step) (models.Ticket, error) {
	return f.step("serve", s, moved(models.TicketServing))
}

func (f *fakeQueue) Done(_ context.Context, s desk.Step) (models.Ticket, error) {
	return f.step("done", s, moved(models.TicketDone))
}

func (f *fakeQueue) NoShow(_ context.Context, s desk.Step) (models.Ticket, error) {
	return f.step("noshow", s, moved(models.TicketNoShow))
}

func (f *fakeQueue) Park(_ context.Context, s desk.Step, span time.Duration) (models.Ticket, error) {
	return f.step(fmt.Sprint("park ", span), s, func(t *models.Ticket) {
		t.State, t.AtCounter, t.ParkedUntil = models.TicketParked, "", f.now().Add(span)
	})
}

func (f *fakeQueue) Return(_ context.Context, s desk.Step) (models.Ticket, error) {
	return f.step("return", s, func(t *models.Ticket) { t.State, t.AtCounter = models.TicketWaiting, "" })
}

func (f *fakeQueue) Transfer(_ context.Context, s desk.Step, to desk.Target) (models.Ticket, error) {
	return f.step(fmt.Sprint("transfer to ", to.Counter, to.Service, to.Agency), s, func(t *models.Ticket) {
		t.State, t.AtCounter = models.TicketWaiting, to.Counter
	})
}

func (f *fakeQueue) SecondService(_ context.Context, s desk.Step, service string) (desk.Issued, error) {
	t, err := f.step("second "+service, s, func(*models.Ticket) {})
	return desk.Issued{Ticket: t}, err
}

func (f *fakeQueue) UndoStep(_ context.Context, s desk.Step) ([]models.Ticket, error) {
	t, err := f.step("undo", s, func(t *models.Ticket) { t.State, t.AtCounter = models.TicketWaiting, "" })
	return []models.Ticket{t}, err
}

func (f *fakeQueue) Void(_ context.Context, id, reason string) error {
	f.offTheScreen()
	f.did = append(f.did, "void "+id+" "+reason)
	return f.refuse
}

// awayWork tells the fake when work runs off the screen's thread.
type awayWork struct {
	*stagetest.Work
	fake *fakeQueue
}

func (q awayWork) Run(work, done func()) {
	q.Work.Run(func() {
		q.fake.away = true
		work()
		q.fake.away = false
	}, done)
}

// queueHand works a window with a queue by keys.
type queueHand struct {
	*stagetest.Alone
	fake *fakeQueue
}

// openQueue opens F3 on a morning with five waiting at Disdukcapil.
func openQueue(t *testing.T, change ...func(*fakeQueue, *queueScene)) *queueHand {
	t.Helper()
	d := stagetest.NewDesk(t)
	fake := &fakeQueue{t: t, now: func() time.Time { return d.Clock }, Desk: d.Desk, wrote: func() {}}
	fake.morning()
	q := queueScene{Scene: stagetest.Scene{Name: stage.ScreenQueue, Opens: "F3", Keys: Keys(), Desk: d,
		Dispatch: func(q *stagetest.Work) stage.Dispatcher { return awayWork{q, fake} }}}
	for _, c := range change {
		c(fake, &q)
	}
	if q.counter != "" {
		q.Keys = slices.DeleteFunc(q.Keys, func(b stage.Binding) bool { return b.OfAll })
	}
	q.Make = func(s stage.Stage) stage.Screen { return New(fake, s, q.counter, func() {}) }
	h := stagetest.Open(t, q.Scene)
	h.Press("F3")
	return &queueHand{h, fake}
}

// queueScene is how a test meets the queue: that of all counters, or of one.
type queueScene struct {
	stagetest.Scene
	counter string
}

// morning is the queue of the design's picture.
func (f *fakeQueue) morning() {
	first := func(p models.Priority) func(*models.QueuedTicket) {
		return func(t *models.QueuedTicket) { t.Priorities = []models.Priority{p} }
	}
	f.add("1A-009", "DUK", "DUK-03", "DUK-1", 25, in(models.TicketServing, "DUK-1", 7))
	f.add("1A-010", "DUK", "DUK-11", "DUK-2", 20, in(models.TicketCalled, "DUK-2", 1), func(t *models.QueuedTicket) { t.Calls = 2 })
	f.add("1A-012", "DUK", "DUK-04", "DUK-1", 11, first(models.PriorityElderly))
	f.add("1A-011", "DUK", "DUK-01", "DUK-3", 14)
	f.add("1A-013", "DUK", "DUK-04", "DUK-1", 4)
	f.add("1A-014", "DUK", "DUK-02", "DUK-1", 1)
	f.add("1A-015", "DUK", "DUK-12", "DUK-2", 0, first(models.PriorityInfant))
	f.add("1A-006", "DUK", "DUK-05", "DUK-1", 40, in(models.TicketParked, "", 7))
	f.add("1A-004", "DUK", "DUK-02", "DUK-1", 44, in(models.TicketNoShow, "DUK-1", 14), func(t *models.QueuedTicket) { t.Calls = 3 })
	f.add("1A-008", "DUK", "DUK-02", "DUK-3", 30, in(models.TicketDone, "DUK-3", 2))
	f.add("1C-001", "IMI", "IMI-01", "IMI-1", 30)
	f.add("1E-001", "SAM", "SAM-01", "SAM-1", 20)
	f.add("1E-002", "SAM", "SAM-01", "SAM-1", 10)
}

func (h *queueHand) s() *State { return h.Screen.(Page).State() }

func (h *queueHand) view() *queueScreen { return h.Screen.(*queueScreen) }

// says are the words of the screen.
func (h *queueHand) says() string {
	return stagetest.WordsOn(h.view().content)
}

// at asserts where the next key goes.
func (h *queueHand) at(want fyne.Focusable) {
	h.T.Helper()
	require.Equal(h.T, want, h.Canvas().Focused())
}

// later lets time pass, and the timers run once.
func (h *queueHand) later(d time.Duration) {
	h.Desk.Clock = h.Desk.Clock.Add(d)
	var list []func()
	for _, f := range h.Work.Ticking {
		list = append(list, f)
	}
	for _, f := range list {
		f()
	}
	h.Work.Drain()
}
