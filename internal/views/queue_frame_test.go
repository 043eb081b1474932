package views

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// stillQueue is a queue that stands still.
type stillQueue struct {
	*desk.Desk
	tickets []models.QueuedTicket
	reads   int
}

func (q *stillQueue) Queue(context.Context) (models.Queue, error) {
	q.reads++
	return models.Queue{Active: q.tickets}, nil
}

func (q *stillQueue) add(number string) {
	q.tickets = append(q.tickets, models.QueuedTicket{Ticket: models.Ticket{ID: number, Number: number, Agency: "DUK", Service: "DUK-02",
		Counter: "DUK-1", State: models.TicketWaiting, IssuedAt: stagetest.Monday}})
}

func TestACountersOwnPCHasItsQueueAlone(t *testing.T) {
	h := openWindow(t, func(d *stagetest.Desk, o *Options) { o.Queue, o.Counter = &stillQueue{Desk: d.Desk}, "DUK-2" })
	require.Equal(t, []string{stage.ScreenQueue}, h.p.order)
	h.Press("F1", "F2", "Ctrl+S")
	require.Equal(t, stage.ScreenQueue, h.p.current)
	for _, line := range stage.KeyLines(h.p.speak, h.p.bindings(), stage.ScreenQueue) {
		require.NotContains(t, []string{"F1", "F2", "F3", "←", "PgDn"}, line.Keys)
	}
	h.Press("F12")
	require.True(t, h.p.help)
	h.Press("Esc", "Ctrl+L")
	require.Equal(t, text.English, h.p.speak.Language())
}

func TestChangesOfOtherProgramsAreShownAndNothingIsReadWithoutThem(t *testing.T) {
	fake := &stillQueue{}
	h := openWindow(t, func(d *stagetest.Desk, o *Options) { o.Queue, fake.Desk = fake, d.Desk })
	h.Press("F3", "F1")
	h.look()
	reads := fake.reads
	h.look()
	require.Equal(t, reads, fake.reads)
	fake.add("1A-016")
	h.desk.Revised++
	h.look()
	require.Greater(t, fake.reads, reads)
	count, _ := h.p.queue.State().Waiting()
	require.Equal(t, 1, count, "the rail counts on every screen")
}

func TestACounterThatCallsNobodyIsRefusedBeforeAnyWindow(t *testing.T) {
	d := stagetest.NewDesk(t)
	_, err := Open(Options{App: test.NewTempApp(t), Desk: d, Queue: &stillQueue{}, Counter: "XYZ-9"})
	require.Equal(t, models.KindUsage, models.KindOf(err))

	quiet := false
	d.Catalogue().Agency("DUK").Calling = &quiet
	_, err = Open(Options{App: test.NewTempApp(t), Desk: d, Queue: &stillQueue{}, Counter: "DUK-1"})
	require.Equal(t, models.KindRefused, models.KindOf(err))
}

// steppingQueue calls and serves its first visitor.
type steppingQueue struct {
	stillQueue
	did []string
}

func (q *steppingQueue) step(verb string, state models.TicketState) models.Ticket {
	q.did = append(q.did, verb)
	q.tickets[0].State, q.tickets[0].AtCounter, q.tickets[0].LastEvent = state, "DUK-1", verb
	return q.tickets[0].Ticket
}

func (q *steppingQueue) Next(context.Context, string, time.Time) (desk.Called, error) {
	return desk.Called{Ticket: q.step("next", models.TicketCalled)}, nil
}

func (q *steppingQueue) Serve(context.Context, desk.Step) (models.Ticket, error) {
	return q.step("serve", models.TicketServing), nil
}

// A hand that calls, says that she came, and goes on at reception is faster than
// the disk: F1 waits behind the letter, and what follows it is for reception.
func TestLettersAfterAHeldKeyOfAnotherScreenGoThere(t *testing.T) {
	fake := &steppingQueue{}
	fake.add("1A-016")
	h := openWindow(t, func(d *stagetest.Desk, o *Options) { o.Queue, fake.Desk = fake, d.Desk })
	h.Press("F3", "1")
	late := func(words string) {
		for _, r := range words {
			h.Canvas().Focused().TypedRune(r)
		}
	}
	h.PressOne(stage.ParseKey("Space"))
	late("h")
	h.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	late("ktp hil")
	h.Work.Drain()
	require.Equal(t, []string{"next", "serve"}, fake.did)
	require.Equal(t, stage.ScreenReception, h.p.current)
	require.Equal(t, "ktp hil", h.Field().Text)
}
