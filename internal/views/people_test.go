package views

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// fakeStaff keeps operators in memory and writes down what was done to them.
type fakeStaff struct {
	*fakePeople
	refuse map[models.Action]error
	err    error
	done   []string
	pins   map[string]string
}

func (f *fakeStaff) Staff(context.Context) ([]desk.StaffMember, error) {
	if err := f.refuse[models.ActionLookUpLimit]; err != nil {
		return nil, err
	}
	list := make([]desk.StaffMember, len(f.list))
	for i, o := range f.list {
		list[i] = desk.StaffMember{Operator: o, LookUps: 7 * i}
	}
	return list, nil
}

func (f *fakeStaff) Permit(a models.Action) error { return f.refuse[a] }

func (f *fakeStaff) AddOperator(_ context.Context, n desk.NewOperator) (models.Operator, error) {
	if f.err != nil {
		return models.Operator{}, f.err
	}
	o := models.Operator{Code: "p9", Number: len(f.list) + 1, Name: n.Name, Role: n.Role}
	f.list, f.pins["p9"] = append(f.list, o), n.PIN
	return o, nil
}

func (f *fakeStaff) change(code string, change func(*models.Operator)) error {
	for i := range f.list {
		if f.list[i].Code == code && f.err == nil {
			change(&f.list[i])
		}
	}
	return f.err
}

func (f *fakeStaff) SetRole(_ context.Context, code string, role models.Role) error {
	return f.change(code, func(o *models.Operator) { o.Role = role })
}

func (f *fakeStaff) SetPIN(_ context.Context, code, pin string) error {
	f.pins[code] = pin
	return f.err
}

func (f *fakeStaff) Disable(_ context.Context, code string, disabled bool) error {
	return f.change(code, func(o *models.Operator) { o.Disabled = disabled })
}

func (f *fakeStaff) AllowLookUps(_ context.Context, code string) error {
	f.done = append(f.done, "allow "+code)
	return f.err
}

// peopleHand works a window whose administrator Ani is signed in, on the
// section of operators.
type peopleHand struct {
	*hand
	port *fakeStaff
}

func openPeople(t *testing.T, change ...func(*fakeStaff, *Options)) *peopleHand {
	t.Helper()
	port := &fakeStaff{refuse: map[models.Action]error{}, pins: map[string]string{}, fakePeople: &fakePeople{list: []models.Operator{
		{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleAdministrator, SeenAt: monday},
		{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleReceptionist}}}}
	h := openWindow(t, func(_ *fakeDesk, o *Options) {
		o.People, o.Staff = port.fakePeople, port
		for _, c := range change {
			c(port, o)
		}
	})
	if port.People() {
		h.signsIn("ani482")
	}
	h.press("F10")
	return &peopleHand{h, port}
}

func (h *peopleHand) screen() *peopleScreen { return h.p.screens[ScreenPeople].(*peopleScreen) }

func (h *peopleHand) page() string {
	return (&syncHand{hand: h.hand}).words(h.p.frame.pages[ScreenPeople])
}

func (h *peopleHand) says(key string, args ...any) {
	h.t.Helper()
	require.Contains(h.t, h.page(), h.p.speak.T(key, args...))
}

func TestWhoWorksHereIsListedWithRoleStateAndLastSignIn(t *testing.T) {
	for _, language := range languages {
		h := openPeople(t, func(f *fakeStaff, o *Options) {
			o.Language = language
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
	h.says("people.done.add", "Citra", h.p.speak.T("role.receptionist"))
	require.Equal(t, "Citra", h.screen().state.chosen().Name)
	require.Len(t, h.p.lock.state.list, 3, "she may sign in at once")
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
	h := openPeople(t, func(f *fakeStaff, _ *Options) { f.refuse[models.ActionOperators] = refused })
	h.press("N")
	require.Nil(t, h.screen().state.form)
	require.Contains(t, h.page(), h.p.speak.Error(refused))
	h.press("Down", "J", "Enter")
	require.Equal(t, []string{"allow budi19"}, h.port.done, "a supervisor allows look-ups")
}

func TestWhoMayManageNobodySeesNobody(t *testing.T) {
	refused := models.Refuse("rights.refused", models.Say("role.receptionist"), models.Say("right.look_up_limit"))
	h := openPeople(t, func(f *fakeStaff, _ *Options) { f.refuse[models.ActionLookUpLimit] = refused })
	require.NotContains(t, h.page(), "Budi")
	require.Contains(t, h.page(), h.p.speak.Error(refused))
}

func TestWithoutOperatorsTheSectionLeadsToTheFirstAdministrator(t *testing.T) {
	h := openPeople(t, func(f *fakeStaff, _ *Options) { f.list = nil })
	h.says("people.empty_do")
	require.Equal(t, h.p.speak.T("lock.no_administrator"), h.p.frame.onDuty.Text())
	h.press("N")
	require.True(t, h.p.lock.state.founding)
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
	h := openPeople(t)
	h.press("Down", "P")
	h.types("719385")
	h.press("Ctrl+K")
	h.signsIn("ani482")
	require.NotNil(t, h.screen().state.form, "the form is as it was")
	require.Empty(t, h.screen().state.form.pin)
	require.Equal(t, fyne.Focusable(h.screen().pane.fields[peopleNewPIN].Input), h.canvas().Focused())
	h.press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Nil(t, h.screen().state.form, "another operator goes on with nothing of it")
	require.Equal(t, ScreenReception, h.p.current)
}

func TestALateAnswerOfASectionTakesNoFocus(t *testing.T) {
	h := openPeople(t)
	h.press("F1")
	h.types("ktp")
	h.screen().state.changed()
	h.at(spotSearch)
}

func TestAClickOnAnOperatorChoosesHer(t *testing.T) {
	h := openPeople(t)
	test.Tap(h.screen().rows[1])
	require.Equal(t, "Budi", h.screen().state.chosen().Name)
}
