package today

import (
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

// Screen is F5, "Hari ini": which agency is here. At the left every
// agency that comes today, at the right the chosen one and its mark.
type Screen struct {
	state *todayState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	holder  *stage.FocusHolder
	table   *todayTable
	pane    *todayPane
	ticking func() // stops the seconds; nil while none are counted
}

var _ stage.Screen = (*Screen)(nil)

// New makes F5.
func New(s stage.Stage) *Screen {
	screen := &Screen{state: newTodayState(s), stage: s}
	screen.state.changed = screen.refresh
	return screen
}

// Build makes the widgets in a language; what was chosen and typed stays.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.table = newTodayTable(s.state, speak, s.stage.Press)
	s.pane = newTodayPane(s.state, speak, s.stage.Press)
	s.content = &fyne.Container{Layout: todayLayout{s}, Objects: []fyne.CanvasObject{s.table.content, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() { *s = Screen{state: s.state, stage: s.stage, ticking: s.ticking} }

// Arrive puts the focus, and reads the day anew.
func (s *Screen) Arrive() {
	s.stage.Focus(s.target())
	s.state.load()
}

// Minute moves the clock of the bars, and what ends with it.
func (s *Screen) Minute() { s.seen() }

// seen reads the day anew while somebody looks at it.
func (s *Screen) seen() {
	if s.content != nil && s.content.Visible() {
		s.state.load()
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

func (s *Screen) paint() {
	words := newTodayWords(s.speak, s.state.desk.Catalogue().Directory, s.state.all, s.state.desk.Now())
	s.table.paint(words)
	s.pane.paint(words)
	s.count()
}

// count starts the seconds when a mark can be taken back, and ends them.
func (s *Screen) count() {
	left := s.state.secondsLeft()
	switch {
	case left > 0 && s.ticking == nil:
		s.ticking = s.stage.Dispatch.Every(time.Second, func() {
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
type todayLayout struct{ screen *Screen }

// Widths of the right pane in units, in a usual and a narrow window.
const (
	todayPaneWidth  float32 = 344
	todayPaneNarrow float32 = 308
	todayNarrow     float32 = 1100
)

// Layout gives the right pane its width.
func (l todayLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	pane := stage.Units(todayPaneWidth)
	if size.Width < stage.Units(todayNarrow) {
		pane = stage.Units(todayPaneNarrow)
	}
	s := l.screen
	stage.Set(s.holder, 0, 0, 0, 0)
	stage.Set(s.table.content, 0, 0, size.Width-pane, size.Height)
	stage.Set(s.pane.content, size.Width-pane, 0, pane, size.Height)
}

// MinSize leaves the size to the window.
func (l todayLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(300))
}
