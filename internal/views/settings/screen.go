package settings

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Screen is the first section of F10: every setting with its meaning,
// default and bounds at the left, the chosen one at the right to be changed.
type Screen struct {
	state *settingsState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	holder  *stage.FocusHolder
	list    *fyne.Container
	rows    []*kit.SettingRow
	scroll  *stage.Scrolled
	pane    *settingsPane
}

var _ stage.Screen = (*Screen)(nil)

// New makes the section; applied hears what was stored.
func New(settings Port, s stage.Stage, applied func(key, value string)) *Screen {
	screen := &Screen{state: newSettingsState(settings, s), stage: s}
	screen.state.changed = screen.refresh
	screen.state.applied = applied
	return screen
}

// Build makes the widgets in a language; what was chosen and typed stays.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.rows, s.list = nil, kit.Column(0)
	s.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(0, 12), 0, s.list))
	s.pane = newSettingsPane(s.state, speak, s.stage.Press)
	left := kit.NewPanel(kit.ColorSurface, kit.Inset{}, kit.EdgeRight, s.scroll.Outer)
	s.content = &fyne.Container{Layout: settingsLayout{}, Objects: []fyne.CanvasObject{left, s.pane.content, s.holder}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() { *s = Screen{state: s.state, stage: s.stage} }

// Arrive puts the focus, and reads what others may have written.
func (s *Screen) Arrive() {
	s.stage.Focus(s.target())
	s.state.load()
}

// Minute changes nothing.
func (s *Screen) Minute() {}

// refresh paints the state and moves the focus.
func (s *Screen) refresh() {
	if s.content == nil {
		return
	}
	s.paint()
	if s.content.Visible() {
		s.stage.Focus(s.target())
	}
}

// target is where the next key goes.
func (s *Screen) target() fyne.Focusable {
	switch s.state.spot {
	case settingsField:
		return s.pane.field.Input
	case settingsPassword:
		return s.pane.password.Input
	}
	return s.holder
}

// enter begins to type, or keeps what was typed or chosen.
func (s *Screen) enter() {
	state := s.state
	switch {
	case state.spot == settingsPassword:
		typed := s.pane.password.Text()
		s.pane.password.SetText("")
		state.keepPassword(typed)
	case state.spot == settingsField || state.dirty():
		state.keep()
	case len(state.chosen().Options) == 0 && !state.fixed():
		state.spot = settingsField
		state.changed()
	}
}

func (s *Screen) paint() {
	words := settingsWords{s.speak}
	for len(s.rows) < len(s.state.list) {
		i := len(s.rows)
		s.rows = append(s.rows, kit.NewSettingRow(func() { s.state.choose(i) }))
		s.list.Add(s.rows[i])
		s.scroll.Changed()
	}
	for i, setting := range s.state.list {
		s.rows[i].Set(words.line(setting), i == s.state.selected)
	}
	if len(s.rows) > 0 {
		s.scroll.Reveal(s.rows[s.state.selected])
	}
	s.pane.paint(words)
}

// settingsLayout sets the list and beside it the chosen setting.
type settingsLayout struct{}

// Layout gives the right pane four tenths of the width.
func (settingsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pane := min(max(size.Width*0.4, stage.Units(340)), stage.Units(460), size.Width/2)
	stage.Set(objects[0], 0, 0, size.Width-pane, size.Height)
	stage.Set(objects[1], size.Width-pane, 0, pane, size.Height)
	stage.Set(objects[2], 0, 0, 0, 0)
}

// MinSize leaves the size to the window.
func (settingsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(300))
}
