package guestbook

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

// Screen is F4, "Buku tamu": at the left the rows, at the right the
// chosen visitor.
type Screen struct {
	state *guestbookState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	holder  *revealHolder
	table   *guestbookTable
	pane    *guestbookPane
}

var _ stage.Screen = (*Screen)(nil)

// New makes F4.
func New(book Port, s stage.Stage) *Screen {
	screen := &Screen{state: newGuestbookState(book, s), stage: s}
	screen.state.changed = screen.refresh
	return screen
}

// Forget drops what was looked up.
func (s *Screen) Forget() { s.state.forget() }

// Build makes the widgets in a language; what was chosen and typed stays.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = newRevealHolder(s.stage.Press, s.state.conceal)
	s.table = newGuestbookTable(s.state, speak, s.stage.Press)
	s.pane = newGuestbookPane(s.state, speak, s.stage.Press)
	s.content = &fyne.Container{Layout: guestbookLayout{s}, Objects: []fyne.CanvasObject{s.table.content, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() { *s = Screen{state: s.state, stage: s.stage} }

// Arrive puts the focus, and reads the rows anew.
func (s *Screen) Arrive() {
	s.state.conceal()
	s.stage.Focus(s.target())
	s.state.personOf = ""
	s.state.load()
}

// Minute reads today anew while somebody looks at its top; a page further down
// and what was searched stay as they are.
func (s *Screen) Minute() {
	state := s.state
	if s.content == nil || !s.content.Visible() || state.loading || state.form != nil || state.held {
		return
	}
	if state.mode == bookToday && state.query == "" && len(state.rows) <= 60 {
		state.load()
	}
}

// refresh paints the state and moves the focus.
func (s *Screen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.Focus(s.target())
}

// target is where the next key goes.
func (s *Screen) target() fyne.Focusable {
	if field := s.pane.form.target(); field != nil && s.state.spot == bookForm {
		return field
	}
	if s.state.spot == bookSearch {
		return s.table.search.Input
	}
	return s.holder
}

func (s *Screen) paint() {
	s.table.paint(s.words())
	s.pane.paint(s.words())
}

func (s *Screen) words() guestbookWords {
	return guestbookWords{speak: s.speak, now: s.state.now()}
}

// guestbookLayout sets the list and beside it the chosen visitor.
type guestbookLayout struct{ screen *Screen }

// Widths of the right pane in units, in a usual and a narrow window.
const (
	guestbookPaneWidth  float32 = 336
	guestbookPaneNarrow float32 = 292
	guestbookNarrow     float32 = 1100
)

// Layout gives the right pane its width.
func (l guestbookLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	pane := stage.Units(guestbookPaneWidth)
	if size.Width < stage.Units(guestbookNarrow) {
		pane = stage.Units(guestbookPaneNarrow)
	}
	s := l.screen
	if s.pane.fit(size.Height) {
		s.pane.paint(s.words())
	}
	stage.Set(s.holder, 0, 0, 0, 0)
	stage.Set(s.table.content, 0, 0, size.Width-pane, size.Height)
	stage.Set(s.pane.content, size.Width-pane, 0, pane, size.Height)
}

// MinSize leaves the size to the window.
func (l guestbookLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(300))
}
