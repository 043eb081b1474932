package views

import (
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
)

// todayScreen is F5, "Hari ini": which agency is here. At the left every
// agency that comes today, at the right the chosen one and its mark.
type todayScreen struct {
	state *todayState
	stage stage
	speak *text.Speaker

	content *fyne.Container
	holder  *focusHolder
	table   *todayTable
	pane    *todayPane
	ticking func() // stops the seconds; nil while none are counted
}

var _ screen = (*todayScreen)(nil)

func newTodayScreen(s stage) *todayScreen {
	screen := &todayScreen{state: newTodayState(s), stage: s}
	screen.state.changed = screen.refresh
	return screen
}

// build makes the widgets in a language; what was chosen and typed stays.
func (s *todayScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = newFocusHolder(s.stage.press)
	s.table = newTodayTable(s.state, speak, s.stage.press)
	s.pane = newTodayPane(s.state, speak, s.stage.press)
	s.content = &fyne.Container{Layout: todayLayout{s}, Objects: []fyne.CanvasObject{s.table.content, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *todayScreen) drop() { *s = todayScreen{state: s.state, stage: s.stage, ticking: s.ticking} }

// arrive puts the focus, and reads the day anew.
func (s *todayScreen) arrive() {
	s.stage.focus(s.target())
	s.state.load()
}

// minute moves the clock of the bars, and what ends with it.
func (s *todayScreen) minute() { s.seen() }

// seen reads the day anew while somebody looks at it.
func (s *todayScreen) seen() {
	if s.content != nil && s.content.Visible() {
		s.state.load()
	}
}

// refresh paints the state and moves the focus.
func (s *todayScreen) refresh() {
	if s.content == nil || !s.content.Visible() {
		return
	}
	s.paint()
	s.stage.focus(s.target())
}

// target is where the next key goes.
func (s *todayScreen) target() fyne.Focusable {
	switch {
	case s.state.spot == todaySearch:
		return s.table.search.Input
	case s.state.spot == todayTo && s.state.moving != nil:
		return s.pane.move.field.Input
	case s.state.spot == todayReason && s.state.hasFields():
		return s.pane.reason.Input
	case s.state.spot == todayUntil && s.state.hasFields():
		return s.pane.until.Input
	}
	return s.holder
}

func (s *todayScreen) paint() {
	words := newTodayWords(s.speak, s.state.desk.Catalogue().Directory, s.state.all, s.state.desk.Now())
	s.table.paint(words)
	s.pane.paint(words)
	s.count()
}

// count starts the seconds when a mark can be taken back, and ends them.
func (s *todayScreen) count() {
	left := s.state.secondsLeft()
	switch {
	case left > 0 && s.ticking == nil:
		s.ticking = s.stage.dispatch.every(time.Second, func() {
			if s.content != nil {
				s.pane.paintSeconds()
			}
			s.count()
		})
	case left == 0 && s.ticking != nil:
		s.ticking()
		s.ticking = nil
	}
}

// todayLayout sets the list and beside it the chosen agency.
type todayLayout struct{ screen *todayScreen }

// Widths of the right pane in units, in a usual and a narrow window.
const (
	todayPaneWidth  float32 = 344
	todayPaneNarrow float32 = 308
	todayNarrow     float32 = 1100
)

// Layout gives the right pane its width.
func (l todayLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	pane := units(todayPaneWidth)
	if size.Width < units(todayNarrow) {
		pane = units(todayPaneNarrow)
	}
	s := l.screen
	set(s.holder, 0, 0, 0, 0)
	set(s.table.content, 0, 0, size.Width-pane, size.Height)
	set(s.pane.content, size.Width-pane, 0, pane, size.Height)
}

// MinSize leaves the size to the window.
func (l todayLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(300))
}
