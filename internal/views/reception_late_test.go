package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

func TestLettersTypedDuringARecordAreForTheNextVisitor(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.pressOne(parseKey("F9"))
	for _, r := range "skckk" {
		h.canvas().Focused().TypedRune(r)
	}
	h.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	require.Equal(t, "ktp hil", h.r().purpose.query)
	h.work.drain()
	require.Len(t, h.desk.checkIns, 1)
	require.Equal(t, "DUK-02", h.desk.checkIns[0].Errands[0].Service)
	require.Equal(t, "skck", h.r().purpose.query)
	require.Equal(t, "skck", h.view().purpose.search.Text())
	h.at(spotSearch)
}

func TestLettersTypedDuringARecordThatFailsChangeNothing(t *testing.T) {
	h := openReception(t)
	h.desk.refuse = models.Refuse("checkin.closed", "Disdukcapil", models.Say("status.absent"))
	h.types("ktp hil")
	h.pressOne(parseKey("F9"))
	h.canvas().Focused().TypedRune('x')
	h.work.drain()
	require.Equal(t, "ktp hil", h.r().purpose.query)
	h.at(spotSearch)
	require.True(t, h.view().note.Visible())
}
