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
	h := openWindow(t)
	h.types("ktp hil")
	h.press("F9")
	h.pressOne(parseKey("Ctrl+Z"))
	h.typesLate("skck")
	h.work.drain()
	require.Equal(t, "skck", h.view().purpose.search.Text())
}

func TestLettersTypedOnComingBackDuringARecordAreForTheNextVisitor(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.pressOne(parseKey("F9"))
	h.pressOne(parseKey("F2"))
	h.pressOne(parseKey("F1"))
	h.typesLate("skck")
	h.work.drain()
	require.Equal(t, "skck", h.view().purpose.search.Text())
}

// A card is looked up in the file: who types on means the next field.
func TestLettersTypedWhileACardIsLookedUpAreTheName(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.press("Enter")
	h.typesLate(sitiNIK)
	h.pressOne(parseKey("Enter"))
	h.typesLate("Siti")
	h.work.drain()
	require.Equal(t, "Siti", h.r().visitor.name)
	require.Equal(t, sitiNIK, h.r().visitor.typed)
	h.at(spotName)
}

func TestLettersTypedWhileAKnownCardIsLookedUpAreDropped(t *testing.T) {
	h := openWindow(t)
	siti := models.Identity{Name: "Siti Contoh", NIK: sitiNIK, Phone: "081250001111"}
	h.desk.people["old"] = siti
	h.desk.known[sitiNIK] = []desk.Returning{{VisitID: "old", Masked: siti.Mask()}}
	h.types("ktp hil")
	h.press("Enter")
	h.typesLate(sitiNIK)
	h.pressOne(parseKey("Enter"))
	h.typesLate("Siti")
	h.work.drain()
	require.Equal(t, siti, h.r().visitor.identity())
}

// typesLate types letters wherever the focus is, while the store works.
func (h *hand) typesLate(words string) {
	for _, r := range words {
		h.canvas().Focused().TypedRune(r)
	}
}

func TestACombinationAfterLettersTypedDuringARecordComesAfterThem(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.pressOne(parseKey("F9"))
	h.typesLate("ktp hil")
	h.pressOne(parseKey("Ctrl+Enter"))
	h.typesLate("skck")
	h.work.drain()
	require.Len(t, h.r().taken, 1)
	require.Equal(t, "skck", h.r().purpose.query)
}

// A hand that calls, says that she came, and goes on at reception is faster than
// the disk: F1 waits behind the letter, and what follows it is for reception.
func TestLettersAfterAHeldKeyOfAnotherScreenGoThere(t *testing.T) {
	h := openQueue(t)
	h.press("3")
	h.pressOne(parseKey("Space"))
	h.typesLate("h")
	h.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	h.typesLate("ktp hil")
	h.work.drain()
	require.Equal(t, ScreenReception, h.p.current)
	require.Equal(t, "ktp hil", h.hand.view().purpose.search.Text())
}

func TestTheListOfNumbersOpenedDuringARecordKeepsTheKeys(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.pressOne(parseKey("F9"))
	h.pressOne(parseKey("Ctrl+R"))
	h.work.drain()
	require.True(t, h.r().tickets.open)
	h.at(spotTickets)
	h.press("Esc")
	h.at(spotSearch)
}
