package queue

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

// openCounter opens the window of a counter's own PC.
func openCounter(t *testing.T, code string, change ...func(*fakeQueue, *queueScene)) *queueHand {
	t.Helper()
	return openQueue(t, append(change, func(_ *fakeQueue, q *queueScene) { q.counter = code })...)
}

// page is what the counter's screen says.
func (h *queueHand) page() string {
	return h.Words()
}

func TestACounterSeesItsOwnQueueAlone(t *testing.T) {
	h := openCounter(t, "DUK-2")
	require.Len(t, h.s().rows, 1)
	require.Contains(t, h.page(), "1 menunggu untuk loket ini")
	h.Press("1", "0", "Left", "PgDn")
	require.Equal(t, "DUK-2", h.s().counter)
	require.Equal(t, "DUK", h.s().agency)
	h.Press("Ctrl+L")
	require.Contains(t, h.page(), "1 waiting for this counter")
}

func TestOneKeyTakesACounterFromVisitorToVisitor(t *testing.T) {
	h := openCounter(t, "DUK-3")
	space := func() string {
		h.Desk.Clock = h.Desk.Clock.Add(time.Second)
		says := h.Screen.(*counterScreen).now.step.Label()
		h.Press("Space")
		return says
	}
	require.Equal(t, "Panggil berikutnya", space())
	require.Equal(t, "Hadir, mulai layani", space())
	require.Equal(t, "Selesai, panggil berikutnya", space())
	require.Equal(t, []string{"next 1A-012", "serve 1A-012", "next 1A-011"}, h.fake.did)

	for i := range h.fake.tickets { // nobody else waits
		if h.fake.tickets[i].State == models.TicketWaiting {
			h.fake.tickets[i].State = models.TicketDone
		}
	}
	space()
	require.Equal(t, "Selesai", space())
	require.Equal(t, "done 1A-011", h.fake.did[4])
	require.Equal(t, "Tidak ada yang menunggu", space())
	require.Len(t, h.fake.did, 5, "nothing is called from an empty queue")
}

func TestACounterOffersWhatFitsItsVisitor(t *testing.T) {
	h := openCounter(t, "DUK-1")
	require.Contains(t, h.page(), "Selesai S Alihkan A Tunda P Layanan lain L")
	require.NotContains(t, h.page(), "Tidak hadir X")
	h.Press("A")
	h.Types("103")
	h.Press("Enter")
	require.Equal(t, []string{"transfer to DUK-3 1A-009"}, h.fake.did)
}
