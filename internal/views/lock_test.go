package views

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
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

func (f *fakePeople) Operators(context.Context) ([]models.Operator, error) {
	return slices.Clone(f.list), nil
}

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

func (f *fakePeople) Found(_ context.Context, name, pin string) (models.Operator, error) {
	f.who = models.Operator{Code: pin, Number: 1, Name: name, Role: models.RoleAdministrator}
	f.list = append(f.list, f.who)
	return f.who, nil
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

func TestTheHeaderAsksForAnAdministratorUntilThereIsOne(t *testing.T) {
	people := &fakePeople{}
	h := openWindow(t, func(_ *fakeDesk, o *Options) { o.People = people })
	require.Equal(t, h.p.speak.T("lock.no_administrator"), h.p.frame.onDuty.Text())
	test.Tap(h.p.frame.onDuty)
	require.True(t, h.p.lock.state.founding)
	people.list = []models.Operator{{Code: "rina01", Number: 1, Name: "Rina", Role: models.RoleAdministrator}}
	h.p.renew() // another desk made one
	h.work.drain()
	require.Equal(t, h.p.speak.T("lock.nobody_here"), h.p.frame.onDuty.Text())
}

func TestMouseAndFingersCountAgainstTheIdleLock(t *testing.T) {
	h, people := openStaffed(t)
	h.signsIn("ani482")
	for range 4 {
		h.desk.now = h.desk.now.Add(2 * time.Minute)
		h.pointsAt(fyne.NewPos(400, 300))
		h.p.lock.look()
		h.work.drain()
	}
	require.False(t, people.locked)
	h.desk.now = h.desk.now.Add(3 * time.Minute)
	h.p.lock.look()
	h.work.drain()
	require.True(t, people.locked)
}

// pointsAt asks all that lies under the pointer for its shape, as the toolkit
// does when the mouse moves.
func (h *hand) pointsAt(at fyne.Position) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if c, ok := o.(desktop.Cursorable); ok && o.Visible() && o.Size().Width > at.X && o.Size().Height > at.Y {
			c.Cursor()
		}
		if c, ok := o.(*fyne.Container); ok {
			for _, inner := range c.Objects {
				walk(inner)
			}
		}
	}
	walk(h.canvas().Content())
}

func TestAClickBesideThePINLosesNoDigit(t *testing.T) {
	h, people := openStaffed(t)
	h.types("ani")
	test.TapCanvas(h.canvas(), fyne.NewPos(700, 740)) // the status bar
	h.canvas().Unfocus()
	h.work.drain()
	require.Equal(t, fyne.Focusable(h.p.lock.pin.Input), h.canvas().Focused())
	h.types("482")
	h.press("Enter")
	require.Equal(t, "Ani", people.who.Name)
}

func TestTheFormOfTheGuestBookAndItsCursorAreThereAfterTheLock(t *testing.T) {
	people := &fakePeople{list: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani"}}}
	book := &fakeBook{rows: []desk.BookRow{bookRow("a", "1A-001"), bookRow("b", "1A-002")}}
	h := openWindow(t, func(f *fakeDesk, o *Options) { o.People, o.GuestBook, book.Desk = people, book, f.Desk })
	h.signsIn("ani482")
	h.press("F4", "Down", "B")
	h.types("salah ctat")
	reason := h.p.guestbook.pane.form.fields[bookReason].Input
	for range 2 {
		reason.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	h.press("Ctrl+K")
	h.signsIn("ani482")
	require.Equal(t, 1, h.p.guestbook.state.cursor)
	require.Equal(t, fyne.Focusable(reason), h.canvas().Focused())
	require.Equal(t, 8, reason.CursorColumn)
	h.types("a")
	require.Equal(t, "salah ctaat", reason.Text)
}
