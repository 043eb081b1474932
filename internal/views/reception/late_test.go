package reception

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
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

func TestLettersTypedDuringAnUndoAreForTheNextVisitor(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9")
	h.PressOne(stage.ParseKey("Ctrl+Z"))
	h.typesLate("skck")
	h.Work.Drain()
	require.Equal(t, "skck", h.view().purpose.search.Text())
}

func TestLettersTypedOnComingBackDuringARecordAreForTheNextVisitor(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.PressOne(stage.ParseKey("F9"))
	h.PressOne(stage.ParseKey("F2"))
	h.PressOne(stage.ParseKey("F1"))
	h.typesLate("skck")
	h.Work.Drain()
	require.Equal(t, "skck", h.view().purpose.search.Text())
}

// A card is looked up in the file: who types on means the next field.
func TestLettersTypedWhileACardIsLookedUpAreTheName(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.typesLate(sitiNIK)
	h.PressOne(stage.ParseKey("Enter"))
	h.typesLate("Siti")
	h.Work.Drain()
	require.Equal(t, "Siti", h.r().visitor.name)
	require.Equal(t, sitiNIK, h.r().visitor.typed)
	h.at(spotName)
}

func TestLettersTypedWhileAKnownCardIsLookedUpAreDropped(t *testing.T) {
	h := openReception(t)
	siti := models.Identity{Name: "Siti Contoh", NIK: sitiNIK, Phone: "081250001111"}
	h.Desk.Identities["old"] = siti
	h.Desk.Known[sitiNIK] = []desk.Returning{{VisitID: "old", Masked: siti.Mask()}}
	h.Types("ktp hil")
	h.Press("Enter")
	h.typesLate(sitiNIK)
	h.PressOne(stage.ParseKey("Enter"))
	h.typesLate("Siti")
	h.Work.Drain()
	require.Equal(t, siti, h.r().visitor.identity())
}

// typesLate types letters wherever the focus is, while the store works.
func (h *receptionHand) typesLate(words string) {
	for _, r := range words {
		h.Canvas().Focused().TypedRune(r)
	}
}

func TestACombinationAfterLettersTypedDuringARecordComesAfterThem(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.PressOne(stage.ParseKey("F9"))
	h.typesLate("ktp hil")
	h.PressOne(stage.ParseKey("Ctrl+Enter"))
	h.typesLate("skck")
	h.Work.Drain()
	require.Len(t, h.r().taken, 1)
	require.Equal(t, "skck", h.r().purpose.query)
}

func TestTheListOfNumbersOpenedDuringARecordKeepsTheKeys(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.PressOne(stage.ParseKey("F9"))
	h.PressOne(stage.ParseKey("Ctrl+R"))
	h.Work.Drain()
	require.True(t, h.r().tickets.open)
	h.at(spotTickets)
	h.Press("Esc")
	h.at(spotSearch)
}
