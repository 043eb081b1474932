package views

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// peopleHand works a window whose administrator Ani is signed in, on the
// section of operators.
type peopleHand struct {
	*alone
	port *fakeStaff
	met  int // how often somebody else may sign in
}

func openPeople(t *testing.T, change ...func(*fakeStaff, *scene)) *peopleHand {
	t.Helper()
	port := &fakeStaff{refuse: map[models.Action]error{}, pins: map[string]string{}, fakePeople: &fakePeople{list: []models.Operator{
		{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleAdministrator, SeenAt: monday},
		{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleReceptionist}}}}
	port.who = port.list[0]
	h := &peopleHand{port: port}
	s := scene{name: ScreenPeople, opens: "F10", keys: peopleKeys()}
	s.make = func(s stage) screen { return newPeopleScreen(port, s, func() {}, func() { h.met++ }) }
	for _, c := range change {
		c(port, &s)
	}
	h.alone = openAlone(t, s)
	h.press("F10")
	return h
}

func (h *peopleHand) screen() *peopleScreen { return h.alone.screen.(*peopleScreen) }

func (h *peopleHand) page() string {
	return h.words()
}

func (h *peopleHand) says(key string, args ...any) {
	h.t.Helper()
	require.Contains(h.t, h.page(), h.speak.T(key, args...))
}

func TestWhoWorksHereIsListedWithRoleStateAndLastSignIn(t *testing.T) {
	for _, language := range languages {
		h := openPeople(t, func(f *fakeStaff, s *scene) {
			s.language = language
			f.list[1].Disabled = true
		})
		speak := text.MustLoad(language)
		require.Equal(t, "1  Ani", h.screen().rows[0].Line().Name)
		require.Equal(t, speak.T("role.administrator"), h.screen().rows[0].Line().Value)
		require.Equal(t, speak.T("people.seen_today", monday), h.screen().rows[0].Line().Means)
		h.says("people.on_duty")
		h.press("Down")
		require.Equal(t, speak.T("people.disabled_role", speak.T("role.receptionist")), h.screen().rows[1].Line().Value)
		h.says("people.disabled")
		h.says("people.never_seen")
		h.says("people.look_ups_used", 7, desk.LookUpLimit)
	}
}

func TestAnOperatorIsAddedByKeysAndTypesHerOwnPINTwice(t *testing.T) {
	h := openPeople(t)
	h.press("N", "Enter")
	h.says("people.name_missing")
	h.types("Citra")
	h.press("Enter", "4") // Supervisor
	require.Equal(t, models.RoleSupervisor, h.screen().state.form.role)
	h.press("Up", "Enter")
	h.says("people.hand_over")
	h.types("12345")
	h.press("Enter")
	h.says("operator.pin_length", 6, 64)
	h.types("6") // keys in a row
	h.press("Enter")
	h.says("operator.pin_simple")
	h.screen().pane.fields[peopleNewPIN].SetText("482915")
	h.press("Enter")
	h.types("482916")
	h.press("Enter")
	h.says("lock.pins_differ")
	require.Len(t, h.port.list, 2)
	h.types("482915")
	require.NotContains(t, h.page(), "482915")
	h.press("Enter")
	require.Equal(t, "482915", h.port.pins["p9"])
	require.Equal(t, models.RoleReceptionist, h.port.list[2].Role)
	h.says("people.done.add", "Citra", h.speak.T("role.receptionist"))
	require.Equal(t, "Citra", h.screen().state.chosen().Name)
	require.Equal(t, 1, h.met, "she may sign in at once")
}

func TestRolePINAndStateAreChangedByKeys(t *testing.T) {
	h := openPeople(t)
	h.press("Down", "R", "5", "Enter")
	require.Equal(t, models.RoleAdministrator, h.port.list[1].Role)
	h.press("P")
	h.types("719385")
	h.press("Enter")
	h.types("719385")
	h.press("Enter")
	require.Equal(t, "719385", h.port.pins["budi19"])
	h.press("X")
	require.False(t, h.port.list[1].Disabled, "it is asked first")
	h.press("Esc", "X", "Enter")
	require.True(t, h.port.list[1].Disabled)
	h.press("X", "Enter")
	require.False(t, h.port.list[1].Disabled)
	h.press("J", "Enter")
	require.Equal(t, []string{"allow budi19"}, h.port.done)
	h.says("people.done.allow", "Budi", desk.LookUpLimit)
}

func TestARefusalOfTheDeskIsSaidAndNothingTypedIsLost(t *testing.T) {
	h := openPeople(t)
	h.port.err = models.Refuse("operator.last_administrator")
	h.press("X")
	h.says("people.yourself")
	h.press("Enter")
	h.says("operator.last_administrator")
	require.NotNil(t, h.screen().state.form)
	require.False(t, h.port.list[0].Disabled)
}

func TestWhoHasNoRightIsToldBeforeSheTypes(t *testing.T) {
	refused := models.Refuse("rights.refused", models.Say("role.supervisor"), models.Say("right.operators"))
	h := openPeople(t, func(f *fakeStaff, _ *scene) { f.refuse[models.ActionOperators] = refused })
	h.press("N")
	require.Nil(t, h.screen().state.form)
	require.Contains(t, h.page(), h.speak.Error(refused))
	h.press("Down", "J", "Enter")
	require.Equal(t, []string{"allow budi19"}, h.port.done, "a supervisor allows look-ups")
}

func TestWhoMayManageNobodySeesNobody(t *testing.T) {
	refused := models.Refuse("rights.refused", models.Say("role.receptionist"), models.Say("right.look_up_limit"))
	h := openPeople(t, func(f *fakeStaff, _ *scene) { f.refuse[models.ActionLookUpLimit] = refused })
	require.NotContains(t, h.page(), "Budi")
	require.Contains(t, h.page(), h.speak.Error(refused))
}

func TestAClickOnAnOperatorChoosesHer(t *testing.T) {
	h := openPeople(t)
	test.Tap(h.screen().rows[1])
	require.Equal(t, "Budi", h.screen().state.chosen().Name)
}
