package views

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// fakePeople are two operators whose PINs are their codes.
type fakePeople struct {
	list   []models.Operator
	who    models.Operator
	locked bool
}

func (f *fakePeople) People() bool { return len(f.list) > 0 }

func (f *fakePeople) OnDuty() (models.Operator, bool, bool) { return f.who, f.locked, f.who.Code != "" }

func (f *fakePeople) Operators(context.Context) ([]models.Operator, error) { return f.list, nil }

func (f *fakePeople) SignIn(_ context.Context, code, pin string) error {
	if pin != code {
		return models.Refuse("sign_in.wrong", 4)
	}
	for _, o := range f.list {
		if o.Code == code {
			f.who, f.locked = o, false
		}
	}
	return nil
}

func (f *fakePeople) Lock(context.Context) error {
	f.locked = true
	return nil
}

func (f *fakePeople) MeetPeople(context.Context) error { return nil }

func (f *fakePeople) AddOperator(_ context.Context, n desk.NewOperator) (models.Operator, error) {
	o := models.Operator{Code: n.PIN, Number: 1, Name: n.Name, Role: n.Role}
	f.list = append(f.list, o)
	return o, nil
}

func openStaffed(t *testing.T) (*hand, *fakePeople) {
	t.Helper()
	people := &fakePeople{list: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleReceptionist},
		{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleSupervisor}}}
	return openWindow(t, func(_ *fakeDesk, o *Options) { o.People, o.LockAfter = people, 3*time.Minute }), people
}

func (h *hand) signsIn(pin string) {
	h.t.Helper()
	h.types(pin)
	h.press("Enter")
}

func TestTheRecordsAreCoveredUntilSomebodySignsIn(t *testing.T) {
	h, people := openStaffed(t)
	require.True(t, h.p.covered())
	require.Nil(t, h.p.frame.pages[ScreenReception], "it is not even made")
	h.signsIn("wrong")
	require.True(t, h.p.covered())
	require.Equal(t, "sign_in.wrong", h.p.lock.state.failure.Key)
	require.Empty(t, h.p.lock.pin.Text(), "a wrong PIN is typed anew")
	h.signsIn("ani482")
	require.False(t, h.p.covered())
	require.Equal(t, "Ani", people.who.Name)
	require.Equal(t, "Ani", h.p.frame.onDuty.Text())
}

func TestWhatWasTypedIsThereAfterTheLock(t *testing.T) {
	h, _ := openStaffed(t)
	h.signsIn("ani482")
	h.types("ktp hil")
	h.press("Ctrl+K")
	require.True(t, h.p.covered())
	require.Equal(t, h.p.lock.pin.Input, h.canvas().Focused())
	h.p.focus(h.view().target()) // what a late answer of the store would do
	require.Equal(t, h.p.lock.pin.Input, h.canvas().Focused(), "the screen behind took the focus")
	h.signsIn("ani482")
	require.False(t, h.p.covered())
	require.Equal(t, "ktp hil", h.r().purpose.query)
	h.at(spotSearch)
}

func TestAShiftChangesByTheNumberAndThePIN(t *testing.T) {
	h, people := openStaffed(t)
	h.signsIn("ani482")
	h.press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Equal(t, "Budi", people.who.Name)
	require.Equal(t, "Budi", h.p.frame.onDuty.Text())
}

func TestAnotherOperatorDoesNotSeeWhatWasLookedUp(t *testing.T) {
	people := &fakePeople{list: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani"}, {Code: "budi19", Number: 2, Name: "Budi"}}}
	book := &fakeBook{rows: []desk.BookRow{bookRow("a", "1A-001")}}
	h := openWindow(t, func(f *fakeDesk, o *Options) {
		o.People, o.GuestBook, book.Desk = people, book, f.Desk
	})
	h.signsIn("ani482")
	h.types("ktp hil")
	h.press("F4")
	require.NotEmpty(t, h.p.guestbook.state.rows)
	h.press("Ctrl+K")
	h.signsIn("ani482")
	require.Equal(t, ScreenGuestbook, h.p.current, "the same one goes on where she was")
	h.press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Empty(t, h.p.guestbook.state.rows)
	require.Equal(t, ScreenReception, h.p.current)
	require.Equal(t, "ktp hil", h.r().purpose.query)
}

func TestTheGuidesScreenNeedsNobody(t *testing.T) {
	h, _ := openStaffed(t)
	h.press("F2")
	require.False(t, h.p.covered())
	require.True(t, h.p.frame.pages[ScreenGuide].Visible())
	h.press("F1")
	require.True(t, h.p.covered())
}

func TestThreeIdleMinutesLock(t *testing.T) {
	h, people := openStaffed(t)
	h.signsIn("ani482")
	idle := func(d time.Duration) {
		h.p.lock.state.idle(h.desk.Now().Add(d))
		h.work.drain()
	}
	idle(3*time.Minute - time.Second)
	require.False(t, people.locked)
	idle(3 * time.Minute)
	require.True(t, people.locked)
	require.True(t, h.p.covered())
}

func TestTheFirstAdministratorIsMadeOrSkipped(t *testing.T) {
	people := &fakePeople{}
	h := openWindow(t, func(_ *fakeDesk, o *Options) { o.People = people })
	require.False(t, h.p.covered(), "a mall without operators works as before")
	h.types("ktp")
	h.press("Ctrl+K")
	require.True(t, h.p.covered())
	h.press("Esc")
	require.False(t, h.p.covered())
	require.Equal(t, "ktp", h.r().purpose.query)
	h.press("Ctrl+K")
	h.types("Rina")
	h.press("Enter")
	h.types("482915")
	h.press("Enter")
	h.types("482916")
	h.press("Enter")
	require.Equal(t, "lock.pins_differ", h.p.lock.state.failure.Key)
	h.types("482915")
	h.press("Enter")
	require.False(t, h.p.covered())
	require.Equal(t, models.RoleAdministrator, people.who.Role)
	require.Equal(t, "Rina", h.p.frame.onDuty.Text())
}
