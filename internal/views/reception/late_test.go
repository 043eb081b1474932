package reception

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

func TestLettersTypedDuringARecordAreForTheNextVisitor(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.PressOne(stage.ParseKey("F9"))
	for _, r := range "skckk" {
		h.Canvas().Focused().TypedRune(r)
	}
	h.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	require.Equal(t, "ktp hil", h.r().purpose.query)
	h.Work.Drain()
	require.Len(t, h.Desk.CheckIns, 1)
	require.Equal(t, "DUK-02", h.Desk.CheckIns[0].Errands[0].Service)
	require.Equal(t, "skck", h.r().purpose.query)
	require.Equal(t, "skck", h.view().purpose.search.Text())
	h.at(spotSearch)
}

func TestLettersTypedDuringARecordThatFailsChangeNothing(t *testing.T) {
	h := openReception(t)
	h.Desk.Refuse = models.Refuse("checkin.closed", "Disdukcapil", models.Say("status.absent"))
	h.Types("ktp hil")
	h.PressOne(stage.ParseKey("F9"))
	h.Canvas().Focused().TypedRune('x')
	h.Work.Drain()
	require.Equal(t, "ktp hil", h.r().purpose.query)
	h.at(spotSearch)
	require.True(t, h.view().note.Visible())
}
