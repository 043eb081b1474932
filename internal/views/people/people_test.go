package people

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// peopleHand works a window whose administrator Ani is signed in, on the
// section of operators.
type peopleHand struct {
	*stagetest.Alone
	port *stagetest.Staff
	met  int // how often somebody else may sign in
}

func openPeople(t *testing.T, change ...func(*stagetest.Staff, *stagetest.Scene)) *peopleHand {
	t.Helper()
	port := &stagetest.Staff{Refuse: map[models.Action]error{}, Pins: map[string]string{}, Roster: &stagetest.Roster{List: []models.Operator{
		{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleAdministrator, SeenAt: stagetest.Monday},
		{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleReceptionist}}}}
	port.Who = port.List[0]
	h := &peopleHand{port: port}
	s := stagetest.Scene{Name: stage.ScreenPeople, Opens: "F10", Keys: Keys()}
	s.Make = func(s stage.Stage) stage.Screen { return New(port, s, func() {}, func() { h.met++ }) }
	for _, c := range change {
		c(port, &s)
	}
	h.Alone = stagetest.Open(t, s)
	h.Press("F10")
	return h
}

func (h *peopleHand) screen() *Screen { return h.Alone.Screen.(*Screen) }

func (h *peopleHand) page() string {
	return h.Words()
}

func (h *peopleHand) says(key string, args ...any) {
	h.T.Helper()
	require.Contains(h.T, h.page(), h.Speak.T(key, args...))
}

func TestWhoWorksHereIsListedWithRoleStateAndLastSignIn(t *testing.T) {
	for _, language := range stage.Languages {
		h := openPeople(t, func(f *stagetest.Staff, s *stagetest.Scene) {
			s.Language = language
			f.List[1].Disabled = true
		})
		speak := text.MustLoad(language)
		require.Equal(t, "1  Ani", h.screen().rows[0].Line().Name)
		require.Equal(t, speak.T("role.administrator"), h.screen().rows[0].Line().Value)
		require.Equal(t, speak.T("people.seen_today", stagetest.Monday), h.screen().rows[0].Line().Means)
		h.says("people.on_duty")
		h.Press("Down")
		require.Equal(t, speak.T("people.disabled_role", speak.T("role.receptionist")), h.screen().rows[1].Line().Value)
		h.says("people.disabled")
		h.says("people.never_seen")
		h.says("people.look_ups_used", 7, desk.LookUpLimit)
	}
}

func TestAnOperatorIsAddedByKeysAndTypesHerOwnPINTwice(t *testing.T) {
	h := openPeople(t)
	h.Press("N", "Enter")
	h.says("people.name_missing")
	h.Types("Citra")
	h.Press("Enter", "4") // Supervisor
	require.Equal(t, models.RoleSupervisor, h.screen().state.form.role)
	h.Press("Up", "Enter")
	h.says("people.hand_over")
	h.Types("12345")
	h.Press("Enter")
	h.says("operator.pin_length", 6, 64)
	h.Types("6") // keys in a row
	h.Press("Enter")
	h.says("operator.pin_simple")
	h.screen().pane.fields[peopleNewPIN].SetText("482915")
	h.Press("Enter")
	h.Types("482916")
	h.Press("Enter")
	h.says("lock.pins_differ")
	require.Len(t, h.port.List, 2)
	h.Types("482915")
	require.NotContains(t, h.page(), "482915")
	h.Press("Enter")
	require.Equal(t, "482915", h.port.Pins["p9"])
	require.Equal(t, models.RoleReceptionist, h.port.List[2].Role)
	h.says("people.done.add", "Citra", h.Speak.T("role.receptionist"))
	require.Equal(t, "Citra", h.screen().state.chosen().Name)
	require.Equal(t, 1, h.met, "she may sign in at once")
}

func TestRolePINAndStateAreChangedByKeys(t *testing.T) {
	h := openPeople(t)
	h.Press("Down", "R", "5", "Enter")
	require.Equal(t, models.RoleAdministrator, h.port.List[1].Role)
	h.Press("P")
	h.Types("719385")
	h.Press("Enter")
	h.Types("719385")
	h.Press("Enter")
	require.Equal(t, "719385", h.port.Pins["budi19"])
	h.Press("X")
	require.False(t, h.port.List[1].Disabled, "it is asked first")
	h.Press("Esc", "X", "Enter")
	require.True(t, h.port.List[1].Disabled)
	h.Press("X", "Enter")
	require.False(t, h.port.List[1].Disabled)
	h.Press("J", "Enter")
	require.Equal(t, []string{"allow budi19"}, h.port.Done)
	h.says("people.done.allow", "Budi", desk.LookUpLimit)
}

func TestARefusalOfTheDeskIsSaidAndNothingTypedIsLost(t *testing.T) {
	h := openPeople(t)
	h.port.Err = models.Refuse("operator.last_administrator")
	h.Press("X")
	h.says("people.yourself")
	h.Press("Enter")
	h.says("operator.last_administrator")
	require.NotNil(t, h.screen().state.form)
	require.False(t, h.port.List[0].Disabled)
}

func TestWhoHasNoRightIsToldBeforeSheTypes(t *testing.T) {
	refused := models.Refuse("rights.refused", models.Say("role.supervisor"), models.Say("right.operators"))
	h := openPeople(t, func(f *stagetest.Staff, _ *stagetest.Scene) { f.Refuse[models.ActionOperators] = refused })
	h.Press("N")
	require.Nil(t, h.screen().state.form)
	require.Contains(t, h.page(), h.Speak.Error(refused))
	h.Press("Down", "J", "Enter")
	require.Equal(t, []string{"allow budi19"}, h.port.Done, "a supervisor allows look-ups")
}

func TestWhoMayManageNobodySeesNobody(t *testing.T) {
	refused := models.Refuse("rights.refused", models.Say("role.receptionist"), models.Say("right.look_up_limit"))
	h := openPeople(t, func(f *stagetest.Staff, _ *stagetest.Scene) { f.Refuse[models.ActionLookUpLimit] = refused })
	require.NotContains(t, h.page(), "Budi")
	require.Contains(t, h.page(), h.Speak.Error(refused))
}

func TestAClickOnAnOperatorChoosesHer(t *testing.T) {
	h := openPeople(t)
	test.Tap(h.screen().rows[1])
	require.Equal(t, "Budi", h.screen().state.chosen().Name)
}
