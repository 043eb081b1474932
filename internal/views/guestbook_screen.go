package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
)

// guestbookScreen is F4, "Buku tamu": at the left the rows, at the right the
// chosen visitor.
type guestbookScreen struct {
	state *guestbookState
	stage stage
	speak *text.Speaker

	content *fyne.Container
	holder  *revealHolder
	table   *guestbookTable
	pane    *guestbookPane
}

var _ screen = (*guestbookScreen)(nil)

func newGuestbookScreen(book GuestBook, s stage) *guestbookScreen {
	screen := &guestbookScreen{state: newGuestbookState(book, s), stage: s}
	screen.state.changed = screen.refresh
	return screen
}

// forget drops what was looked up.
func (s *guestbookScreen) forget() { s.state.forget() }

// build makes the widgets in a language; what was chosen and typed stays.
func (s *guestbookScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = newRevealHolder(s.stage.press, s.state.conceal)
	s.table = newGuestbookTable(s.state, speak, s.stage.press)
	s.pane = newGuestbookPane(s.state, speak, s.stage.press)
	s.content = &fyne.Container{Layout: guestbookLayout{s}, Objects: []fyne.CanvasObject{s.table.content, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *guestbookScreen) drop() { *s = guestbookScreen{state: s.state, stage: s.stage} }

// arrive puts the focus, and reads the rows anew.
func (s *guestbookScreen) arrive() {
	s.state.conceal()
	s.stage.focus(s.target())
	s.state.personOf = ""
	s.state.load()
}

// minute reads today anew while somebody looks at its top; a page further down
// and what was searched stay as they are.
func (s *guestbookScreen) minute() {
	state := s.state
	if s.content == nil || !s.content.Visible() || state.loading || state.form != nil || state.held {
		return
	}
	if state.mode == bookToday && state.query == "" && len(state.rows) <= 60 {
		state.load()
	}
}

// refresh paints the state and moves the focus.
func (s *guestbookScreen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.focus(s.target())
}

// target is where the next key goes.
func (s *guestbookScreen) target() fyne.Focusable {
	if field := s.pane.form.target(); field != nil && s.state.spot == bookForm {
		return field
	}
	if s.state.spot == bookSearch {
		return s.table.search.Input
	}
	return s.holder
}

func (s *guestbookScreen) paint() {
	s.table.paint(s.words())
	s.pane.paint(s.words())
}

func (s *guestbookScreen) words() guestbookWords {
	return guestbookWords{speak: s.speak, now: s.state.now()}
}

// guestbookLayout sets the list and beside it the chosen visitor.
type guestbookLayout struct{ screen *guestbookScreen }

// Widths of the right pane in units, in a usual and a narrow window.
const (
	guestbookPaneWidth  float32 = 336
	guestbookPaneNarrow float32 = 292
	guestbookNarrow     float32 = 1100
)

// Layout gives the right pane its width.
func (l guestbookLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	pane := units(guestbookPaneWidth)
	if size.Width < units(guestbookNarrow) {
		pane = units(guestbookPaneNarrow)
	}
	s := l.screen
	if s.pane.fit(size.Height) {
		s.pane.paint(s.words())
	}
	set(s.holder, 0, 0, 0, 0)
	set(s.table.content, 0, 0, size.Width-pane, size.Height)
	set(s.pane.content, size.Width-pane, 0, pane, size.Height)
}

// MinSize leaves the size to the window.
func (l guestbookLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(300))
}
