package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
)

func TestAMarkIsToldOnEveryScreen(t *testing.T) {
	h := openWindow(t)
	h.press("F5", "Ctrl+F")
	h.types("kemenag")
	h.press("Esc", "Esc", "X", "Enter")
	require.Equal(t, []desk.PresenceMark{{Agency: "KMG", State: models.PresenceAbsent}}, h.desk.marks)
	for _, screen := range []string{ScreenReception, ScreenGuide} {
		h.press(railKeys[screen])
		h.types("legalisir buku nikah")
		require.Contains(t, h.page(screen), "Tidak hadir", screen)
	}
}

// look lets a window look whether anybody wrote a record.
func (h *hand) look() {
	h.p.watch.ask()
	h.work.drain()
}

func TestWhatOthersMarkIsSeenWithoutAKeyAndNothingTypedIsLost(t *testing.T) {
	h := openWindow(t)
	for key, agency := range map[string]string{"F1": "DUK", "F2": "SAM"} {
		h.press(key)
		h.types("ktp hil pajak motor")
		field := h.canvas().Focused()
		h.desk.presence[agency] = models.AgencyPresence{Presence: models.Presence{State: models.PresenceAbsent}}
		h.desk.revision++
		h.look()
		require.Contains(t, h.page(h.p.current), "Tidak hadir")
		require.Equal(t, "ktp hil pajak motor", field.(*kit.Input).Text)
		require.Equal(t, field, h.canvas().Focused())
	}
}

func TestWhileNobodyWritesNothingIsReadAnew(t *testing.T) {
	h := openWindow(t)
	h.press("F5")
	h.look()
	reads := h.desk.reads
	h.look()
	h.look()
	require.Equal(t, reads, h.desk.reads)
	h.desk.unread = models.Fault(nil, "store.fault")
	h.look()
	h.desk.unread = nil
	h.desk.revision++
	h.look()
	require.Greater(t, h.desk.reads, reads, "after a fault it goes on")
}
