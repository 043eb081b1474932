package people

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Screen is a section of F10: who works here at the left, the chosen one
// at the right with what can be done.
type Screen struct {
	state *peopleState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	holder  *stage.FocusHolder
	list    *fyne.Container
	rows    []*kit.SettingRow
	empty   *fyne.Container
	add     *kit.Button
	scroll  *stage.Scrolled
	pane    *peoplePane
}

var _ stage.Screen = (*Screen)(nil)

// New makes the section; found asks for an administrator where the
// mall has none, met hears that somebody else may sign in.
func New(port Port, s stage.Stage, found, met func()) *Screen {
	screen := &Screen{state: newPeopleState(port, s), stage: s}
	screen.state.changed = screen.refresh
	screen.state.found, screen.state.met = found, met
	return screen
}

// Forget drops what only the operator before may have been allowed to see.
func (s *Screen) Forget() { s.state.forget() }

// HidePINs drops what was typed of one.
func (s *Screen) HidePINs() { s.state.hidePINs() }

// Build makes the widgets in a language; what was chosen and typed stays.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.rows, s.list = nil, kit.Column(0)
	s.empty = kit.NewEmpty(speak.T("people.empty"), speak.T("people.empty_do"))
	s.add = kit.NewButton(kit.ButtonOutlined, speak.T("people.add"), "N", func() { s.state.begin(peopleAdd) }).Compact()
	title := kit.SemiBold(speak.T("people.title"), kit.ColorInk, kit.TextResult)
	head := kit.NewPanel("", kit.Inset{Top: 12, Right: 14, Bottom: 10, Left: 14}, kit.EdgeBottom, kit.Border(nil, nil, nil, s.add, title))
	s.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(0, 12), 0, kit.Column(0, s.list, kit.NewPanel("", kit.Sides(16, 4), 0, s.empty))))
	s.pane = newPeoplePane(s.state, speak, s.stage.Press)
	left := kit.NewPanel(kit.ColorSurface, kit.Inset{}, kit.EdgeRight, kit.Border(head, nil, nil, nil, s.scroll.Outer))
	s.content = &fyne.Container{Layout: peopleLayout{}, Objects: []fyne.CanvasObject{s.holder, left, s.pane.content}}
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *Screen) Drop() { *s = Screen{state: s.state, stage: s.stage} }

// Arrive puts the focus, and reads who works here.
func (s *Screen) Arrive() {
	s.stage.Focus(s.target())
	s.state.load()
}

// Minute changes nothing: what others change comes with the records.
func (s *Screen) Minute() {}

// refresh paints the state and moves the focus.
func (s *Screen) refresh() {
	if s.content == nil {
		return
	}
	s.paint()
	s.stage.Focus(s.target())
}

// target is where the next key goes.
func (s *Screen) target() fyne.Focusable {
	if s.state.form != nil {
		if field := s.pane.fields[s.state.form.at]; field != nil {
			return field.Input
		}
	}
	return s.holder
}

func (s *Screen) paint() {
	words := peopleWords{s.speak, s.stage.Desk.Now()}
	for len(s.rows) < len(s.state.list) {
		i := len(s.rows)
		s.rows = append(s.rows, kit.NewSettingRow(func() { s.state.choose(i) }))
		s.list.Add(s.rows[i])
	}
	for i, row := range s.rows {
		stage.SetVisible(row, i < len(s.state.list))
		if i < len(s.state.list) {
			row.Set(words.line(s.state.list[i]), i == s.state.selected)
		}
	}
	stage.SetVisible(s.empty, !s.state.port.People())
	s.scroll.Changed()
	if s.state.selected < len(s.state.list) {
		s.scroll.Reveal(s.rows[s.state.selected])
	}
	s.pane.paint(words)
}

// peopleLayout sets the list and beside it the chosen operator.
type peopleLayout struct{}

// Layout gives the right pane a bit less than half of the width.
func (peopleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pane := min(max(size.Width*0.44, stage.Units(360)), stage.Units(520), size.Width/2)
	stage.Set(objects[0], 0, 0, 0, 0)
	stage.Set(objects[1], 0, 0, size.Width-pane, size.Height)
	stage.Set(objects[2], size.Width-pane, 0, pane, size.Height)
}

// MinSize leaves the size to the window.
func (peopleLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(300))
}
