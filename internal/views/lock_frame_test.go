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
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

func openStaffed(t *testing.T) (*hand, *stagetest.Roster) {
	t.Helper()
	people := &stagetest.Roster{List: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani", Role: models.RoleReceptionist},
		{Code: "budi19", Number: 2, Name: "Budi", Role: models.RoleSupervisor}}}
	return openWindow(t, func(_ *stagetest.Desk, o *Options) { o.People, o.LockAfter = people, 3*time.Minute }), people
}

// cover is what the page to sign in says.
func (h *hand) cover() string { return stagetest.WordsOn(h.p.frame.cover) }

func (h *hand) signsIn(pin string) {
	h.T.Helper()
	h.Types(pin)
	h.Press("Enter")
}

func TestTheRecordsAreCoveredUntilSomebodySignsIn(t *testing.T) {
	h, people := openStaffed(t)
	require.True(t, h.p.covered())
	require.Nil(t, h.p.frame.pages[stage.ScreenReception], "it is not even made")
	h.signsIn("wrong")
	require.True(t, h.p.covered())
	require.Contains(t, h.cover(), h.p.speak.T("sign_in.wrong", 4))
	require.Empty(t, h.Field().Text, "a wrong PIN is typed anew")
	h.signsIn("ani482")
	require.False(t, h.p.covered())
	require.Equal(t, "Ani", people.Who.Name)
	require.Equal(t, "Ani", h.p.frame.onDuty.Text())
}

func TestWhatWasTypedIsThereAfterTheLock(t *testing.T) {
	h, _ := openStaffed(t)
	h.signsIn("ani482")
	h.Types("ktp hil")
	search := h.Field()
	h.Press("Ctrl+K")
	require.True(t, h.p.covered())
	pin := h.Field()
	require.True(t, pin.Password)
	h.p.focus(search) // what a late answer of the store would do
	require.Equal(t, pin, h.Field(), "the screen behind took the focus")
	h.signsIn("ani482")
	require.False(t, h.p.covered())
	require.Equal(t, search, h.Field())
	require.Equal(t, "ktp hil", search.Text)
}

func TestAShiftChangesByTheNumberAndThePIN(t *testing.T) {
	h, people := openStaffed(t)
	h.signsIn("ani482")
	h.Press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Equal(t, "Budi", people.Who.Name)
	require.Equal(t, "Budi", h.p.frame.onDuty.Text())
}

func TestAnotherOperatorDoesNotSeeWhatWasLookedUp(t *testing.T) {
	people := &stagetest.Roster{List: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani"}, {Code: "budi19", Number: 2, Name: "Budi"}}}
	book := &stagetest.Book{Rows: []desk.BookRow{stagetest.BookRow("a", "1A-001")}}
	h := openWindow(t, func(f *stagetest.Desk, o *Options) {
		o.People, o.GuestBook, book.Desk = people, book, f.Desk
	})
	h.signsIn("ani482")
	h.Types("ktp hil")
	h.Press("F4")
	require.Contains(t, h.page(stage.ScreenGuestbook), "1A-001")
	h.Press("Ctrl+K")
	h.signsIn("ani482")
	require.Equal(t, stage.ScreenGuestbook, h.p.current, "the same one goes on where she was")
	h.Press("Ctrl+K", "Alt+2")
	h.signsIn("budi19")
	require.Equal(t, stage.ScreenReception, h.p.current)
	require.Equal(t, "ktp hil", h.Field().Text)
	h.PressOne(stage.ParseKey("F4")) // and nothing is read yet
	require.Equal(t, stage.ScreenGuestbook, h.p.current)
	require.NotContains(t, h.page(stage.ScreenGuestbook), "1A-001")
}

func TestTheGuidesScreenNeedsNobody(t *testing.T) {
	h, _ := openStaffed(t)
	h.Press("F2")
	require.False(t, h.p.covered())
	require.True(t, h.p.frame.pages[stage.ScreenGuide].Visible())
	h.Press("F1")
	require.True(t, h.p.covered())
}

func TestThreeIdleMinutesLock(t *testing.T) {
	h, people := openStaffed(t)
	h.signsIn("ani482")
	idle := func(d time.Duration) {
		h.desk.Clock = h.desk.Clock.Add(d)
		h.Second()
	}
	idle(3*time.Minute - time.Second)
	require.False(t, people.Locked)
	idle(time.Second)
	require.True(t, people.Locked)
	require.True(t, h.p.covered())
}

func TestTheFirstAdministratorIsMadeOrSkipped(t *testing.T) {
	people := &stagetest.Roster{}
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.People = people })
	require.False(t, h.p.covered(), "a mall without operators works as before")
	h.Types("ktp")
	h.Press("Ctrl+K")
	require.True(t, h.p.covered())
	h.Press("Esc")
	require.False(t, h.p.covered())
	require.Equal(t, "ktp", h.Field().Text)
	h.Press("Ctrl+K")
	h.Types("Rina")
	h.Press("Enter")
	h.Types("482915")
	h.Press("Enter")
	h.Types("482916")
	h.Press("Enter")
	require.Contains(t, h.cover(), h.p.speak.T("lock.pins_differ"))
	h.Types("482915")
	h.Press("Enter")
	require.False(t, h.p.covered())
	require.Equal(t, models.RoleAdministrator, people.Who.Role)
	require.Equal(t, "Rina", h.p.frame.onDuty.Text())
}

func TestTheHeaderAsksForAnAdministratorUntilThereIsOne(t *testing.T) {
	people := &stagetest.Roster{}
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.People = people })
	require.Equal(t, h.p.speak.T("lock.no_administrator"), h.p.frame.onDuty.Text())
	test.Tap(h.p.frame.onDuty)
	require.Contains(t, h.cover(), h.p.speak.T("lock.found"))
	people.List = []models.Operator{{Code: "rina01", Number: 1, Name: "Rina", Role: models.RoleAdministrator}}
	h.p.renew() // another desk made one
	h.Work.Drain()
	require.Equal(t, h.p.speak.T("lock.nobody_here"), h.p.frame.onDuty.Text())
}

func TestMouseAndFingersCountAgainstTheIdleLock(t *testing.T) {
	h, people := openStaffed(t)
	h.signsIn("ani482")
	for range 4 {
		h.desk.Clock = h.desk.Clock.Add(2 * time.Minute)
		h.pointsAt(fyne.NewPos(400, 300))
		h.Second()
	}
	require.False(t, people.Locked)
	h.desk.Clock = h.desk.Clock.Add(3 * time.Minute)
	h.Second()
	require.True(t, people.Locked)
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
	walk(h.Canvas().Content())
}

func TestAClickBesideThePINLosesNoDigit(t *testing.T) {
	h, people := openStaffed(t)
	h.Types("ani")
	pin := h.Field()
	test.TapCanvas(h.Canvas(), fyne.NewPos(700, 740)) // the status bar
	h.Canvas().Unfocus()
	h.Work.Drain()
	require.Equal(t, pin, h.Field())
	h.Types("482")
	h.Press("Enter")
	require.Equal(t, "Ani", people.Who.Name)
}

func TestTheFormOfTheGuestBookAndItsCursorAreThereAfterTheLock(t *testing.T) {
	people := &stagetest.Roster{List: []models.Operator{{Code: "ani482", Number: 1, Name: "Ani"}}}
	book := &stagetest.Book{Rows: []desk.BookRow{stagetest.BookRow("a", "1A-001"), stagetest.BookRow("b", "1A-002")}}
	h := openWindow(t, func(f *stagetest.Desk, o *Options) { o.People, o.GuestBook, book.Desk = people, book, f.Desk })
	h.signsIn("ani482")
	h.Press("F4", "Down", "B")
	h.Types("salah ctat")
	reason := h.Field()
	for range 2 {
		reason.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	h.Press("Ctrl+K")
	h.signsIn("ani482")
	require.Contains(t, h.page(stage.ScreenGuestbook), "1A-002")
	require.Equal(t, reason, h.Field())
	require.Equal(t, 8, reason.CursorColumn)
	h.Types("a")
	require.Equal(t, "salah ctaat", reason.Text)
}
