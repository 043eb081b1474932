package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

// openPeopleWindow opens the section of operators in a whole window; who works
// here is signed in.
func openPeopleWindow(t *testing.T, list ...models.Operator) *hand {
	t.Helper()
	people := &fakePeople{list: list}
	h := openWindow(t, func(_ *fakeDesk, o *Options) { o.People, o.Staff = people, &fakeStaff{fakePeople: people} })
	if len(list) > 0 {
		h.signsIn(list[0].Code)
	}
	h.press("F10")
	return h
}

var ani = models.Operator{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleAdministrator}
var budi = models.Operator{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleReceptionist}

func TestWithoutOperatorsTheSectionLeadsToTheFirstAdministrator(t *testing.T) {
	h := openPeopleWindow(t)
	require.Contains(t, h.page(ScreenPeople), h.p.speak.T("people.empty_do"))
	require.Equal(t, h.p.speak.T("lock.no_administrator"), h.p.frame.onDuty.Text())
	h.press("N")
	require.Contains(t, h.cover(), h.p.speak.T("lock.found"))
	h.types("Rina")
	h.press("Enter")
	h.types("482915")
	h.press("Enter")
	h.types("482915")
	h.press("Enter")
	require.False(t, h.p.covered())
	require.Equal(t, "Rina", h.p.frame.onDuty.Text())
	require.Equal(t, ScreenPeople, h.p.current)
}

func TestBehindTheLockNoHalfTypedPINStays(t *testing.T) {
	h := openPeopleWindow(t, ani, budi)
	h.press("Down", "P")
	h.types("719385")
	field := h.field()
	h.press("Ctrl+K")
	h.signsIn("ani482")
	require.Equal(t, field, h.field(), "the form is as it was")
	require.Empty(t, h.field().Text)
	h.press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Equal(t, ScreenReception, h.p.current, "another operator goes on with nothing of it")
	h.press("F10")
	require.NotEqual(t, fyne.Focusable(field), h.canvas().Focused())
}

func TestALateAnswerOfASectionTakesNoFocus(t *testing.T) {
	h := openPeopleWindow(t, ani)
	h.press("F1")
	h.types("ktp")
	search := h.field()
	h.p.people.forget() // paints the section anew
	require.Equal(t, search, h.field())
}
