package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// openPeopleWindow opens the section of operators in a whole window; who works
// here is signed in.
func openPeopleWindow(t *testing.T, list ...models.Operator) *hand {
	t.Helper()
	people := &stagetest.Roster{List: list}
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.People, o.Staff = people, &stagetest.Staff{Roster: people} })
	if len(list) > 0 {
		h.signsIn(list[0].Code)
	}
	h.Press("F10")
	return h
}

var ani = models.Operator{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleAdministrator}
var budi = models.Operator{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleReceptionist}

func TestWithoutOperatorsTheSectionLeadsToTheFirstAdministrator(t *testing.T) {
	h := openPeopleWindow(t)
	require.Contains(t, h.page(stage.ScreenPeople), h.p.speak.T("people.empty_do"))
	require.Equal(t, h.p.speak.T("lock.no_administrator"), h.p.frame.onDuty.Text())
	h.Press("N")
	require.Contains(t, h.cover(), h.p.speak.T("lock.found"))
	h.Types("Rina")
	h.Press("Enter")
	h.Types("482915")
	h.Press("Enter")
	h.Types("482915")
	h.Press("Enter")
	require.False(t, h.p.covered())
	require.Equal(t, "Rina", h.p.frame.onDuty.Text())
	require.Equal(t, stage.ScreenPeople, h.p.current)
}

func TestBehindTheLockNoHalfTypedPINStays(t *testing.T) {
	h := openPeopleWindow(t, ani, budi)
	h.Press("Down", "P")
	h.Types("719385")
	field := h.Field()
	h.Press("Ctrl+K")
	h.signsIn("ani482")
	require.Equal(t, field, h.Field(), "the form is as it was")
	require.Empty(t, h.Field().Text)
	h.Press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Equal(t, stage.ScreenReception, h.p.current, "another operator goes on with nothing of it")
	h.Press("F10")
	require.NotEqual(t, fyne.Focusable(field), h.Canvas().Focused())
}

func TestALateAnswerOfASectionTakesNoFocus(t *testing.T) {
	h := openPeopleWindow(t, ani)
	h.Press("F1")
	h.Types("ktp")
	search := h.Field()
	h.p.people.Forget() // paints the section anew
	require.Equal(t, search, h.Field())
}
