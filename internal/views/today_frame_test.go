package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

func TestAMarkIsToldOnEveryScreen(t *testing.T) {
	h := openWindow(t)
	h.Press("F5", "Ctrl+F")
	h.Types("kemenag")
	h.Press("Esc", "Esc", "X", "Enter")
	require.Equal(t, []desk.PresenceMark{{Agency: "KMG", State: models.PresenceAbsent}}, h.desk.Marks)
	for _, screen := range []string{stage.ScreenReception, stage.ScreenGuide} {
		h.Press(railKeys[screen])
		h.Types("legalisir buku nikah")
		require.Contains(t, h.page(screen), "Tidak hadir", screen)
	}
}

// look lets a window look whether anybody wrote a record.
func (h *hand) look() {
	h.p.watch.ask()
	h.Work.Drain()
}

func TestWhatOthersMarkIsSeenWithoutAKeyAndNothingTypedIsLost(t *testing.T) {
	h := openWindow(t)
	for key, agency := range map[string]string{"F1": "DUK", "F2": "SAM"} {
		h.Press(key)
		h.Types("ktp hil pajak motor")
		field := h.Canvas().Focused()
		h.desk.Presence[agency] = models.AgencyPresence{Presence: models.Presence{State: models.PresenceAbsent}}
		h.desk.Revised++
		h.look()
		require.Contains(t, h.page(h.p.current), "Tidak hadir")
		require.Equal(t, "ktp hil pajak motor", field.(*kit.Input).Text)
		require.Equal(t, field, h.Canvas().Focused())
	}
}

func TestWhileNobodyWritesNothingIsReadAnew(t *testing.T) {
	h := openWindow(t)
	h.Press("F5")
	h.look()
	reads := h.desk.Reads
	h.look()
	h.look()
	require.Equal(t, reads, h.desk.Reads)
	h.desk.Unread = models.Fault(nil, "store.fault")
	h.look()
	h.desk.Unread = nil
	h.desk.Revised++
	h.look()
	require.Greater(t, h.desk.Reads, reads, "after a fault it goes on")
}
