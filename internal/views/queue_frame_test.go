package views

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
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
		Counter: "DUK-1", State: models.TicketWaiting, IssuedAt: monday}})
}

func TestACountersOwnPCHasItsQueueAlone(t *testing.T) {
	h := openWindow(t, func(d *fakeDesk, o *Options) { o.Queue, o.Counter = &stillQueue{Desk: d.Desk}, "DUK-2" })
	require.Equal(t, []string{ScreenQueue}, h.p.order)
	h.press("F1", "F2", "Ctrl+S")
	require.Equal(t, ScreenQueue, h.p.current)
	for _, line := range keyLines(h.p.speak, h.p.bindings(), ScreenQueue) {
		require.NotContains(t, []string{"F1", "F2", "F3", "←", "PgDn"}, line.Keys)
	}
	h.press("F12")
	require.True(t, h.p.help)
	h.press("Esc", "Ctrl+L")
	require.Equal(t, text.English, h.p.speak.Language())
}

func TestChangesOfOtherProgramsAreShownAndNothingIsReadWithoutThem(t *testing.T) {
	fake := &stillQueue{}
	h := openWindow(t, func(d *fakeDesk, o *Options) { o.Queue, fake.Desk = fake, d.Desk })
	h.press("F3", "F1")
	h.look()
	reads := fake.reads
	h.look()
	require.Equal(t, reads, fake.reads)
	fake.add("1A-016")
	h.desk.revision++
	h.look()
	require.Greater(t, fake.reads, reads)
	count, _ := h.p.queue.queue().waiting()
	require.Equal(t, 1, count, "the rail counts on every screen")
}

func TestACounterThatCallsNobodyIsRefusedBeforeAnyWindow(t *testing.T) {
	d := newFakeDesk(t)
	_, err := Open(Options{App: test.NewTempApp(t), Desk: d, Queue: &stillQueue{}, Counter: "XYZ-9"})
	require.Equal(t, models.KindUsage, models.KindOf(err))

	quiet := false
	d.Catalogue().Agency("DUK").Calling = &quiet
	_, err = Open(Options{App: test.NewTempApp(t), Desk: d, Queue: &stillQueue{}, Counter: "DUK-1"})
	require.Equal(t, models.KindRefused, models.KindOf(err))
}
