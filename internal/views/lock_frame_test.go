package views

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

func openStaffed(t *testing.T) (*hand, *fakePeople) {
	t.Helper()
	people := &fakePeople{list: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleReceptionist},
		{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleSupervisor}}}
	return openWindow(t, func(_ *fakeDesk, o *Options) { o.People, o.LockAfter = people, 3*time.Minute }), people
}

// cover is what the page to sign in says.
func (h *hand) cover() string { return wordsOn(h.p.frame.cover) }

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
	require.Contains(t, h.cover(), h.p.speak.T("sign_in.wrong", 4))
	require.Empty(t, h.field().Text, "a wrong PIN is typed anew")
	h.signsIn("ani482")
	require.False(t, h.p.covered())
	require.Equal(t, "Ani", people.who.Name)
	require.Equal(t, "Ani", h.p.frame.onDuty.Text())
}

func TestWhatWasTypedIsThereAfterTheLock(t *testing.T) {
	h, _ := openStaffed(t)
	h.signsIn("ani482")
	h.types("ktp hil")
	search := h.field()
	h.press("Ctrl+K")
	require.True(t, h.p.covered())
	pin := h.field()
	require.True(t, pin.Password)
	h.p.focus(search) // what a late answer of the store would do
	require.Equal(t, pin, h.field(), "the screen behind took the focus")
	h.signsIn("ani482")
	require.False(t, h.p.covered())
	require.Equal(t, search, h.field())
	require.Equal(t, "ktp hil", search.Text)
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
	require.Contains(t, h.page(ScreenGuestbook), "1A-001")
	h.press("Ctrl+K")
	h.signsIn("ani482")
	require.Equal(t, ScreenGuestbook, h.p.current, "the same one goes on where she was")
	h.press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Equal(t, ScreenReception, h.p.current)
	require.Equal(t, "ktp hil", h.field().Text)
	h.pressOne(parseKey("F4")) // and nothing is read yet
	require.Equal(t, ScreenGuestbook, h.p.current)
	require.NotContains(t, h.page(ScreenGuestbook), "1A-001")
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
		h.desk.now = h.desk.now.Add(d)
		h.second()
	}
	idle(3*time.Minute - time.Second)
	require.False(t, people.locked)
	idle(time.Second)
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
	require.Equal(t, "ktp", h.field().Text)
	h.press("Ctrl+K")
	h.types("Rina")
	h.press("Enter")
	h.types("482915")
	h.press("Enter")
	h.types("482916")
	h.press("Enter")
	require.Contains(t, h.cover(), h.p.speak.T("lock.pins_differ"))
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
	require.Contains(t, h.cover(), h.p.speak.T("lock.found"))
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
		h.second()
	}
	require.False(t, people.locked)
	h.desk.now = h.desk.now.Add(3 * time.Minute)
	h.second()
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
	pin := h.field()
	test.TapCanvas(h.canvas(), fyne.NewPos(700, 740)) // the status bar
	h.canvas().Unfocus()
	h.work.drain()
	require.Equal(t, pin, h.field())
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
	reason := h.field()
	for range 2 {
		reason.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	h.press("Ctrl+K")
	h.signsIn("ani482")
	require.Contains(t, h.page(ScreenGuestbook), "1A-002")
	require.Equal(t, reason, h.field())
	require.Equal(t, 8, reason.CursorColumn)
	h.types("a")
	require.Equal(t, "salah ctaat", reason.Text)
}
