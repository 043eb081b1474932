package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// peopleScreen is a section of F10: who works here at the left, the chosen one
// at the right with what can be done.
type peopleScreen struct {
	state *peopleState
	stage stage
	speak *text.Speaker

	content *fyne.Container
	holder  *focusHolder
	list    *fyne.Container
	rows    []*kit.SettingRow
	empty   *fyne.Container
	add     *kit.Button
	scroll  *scrolled
	pane    *peoplePane
}

var _ screen = (*peopleScreen)(nil)

// newPeopleScreen makes the section; found asks for an administrator where the
// mall has none, met hears that somebody else may sign in.
func newPeopleScreen(port Staff, s stage, found, met func()) *peopleScreen {
	screen := &peopleScreen{state: newPeopleState(port, s), stage: s}
	screen.state.changed = screen.refresh
	screen.state.found, screen.state.met = found, met
	return screen
}

// forget drops what only the operator before may have been allowed to see.
func (s *peopleScreen) forget() { s.state.forget() }

// hidePINs drops what was typed of one.
func (s *peopleScreen) hidePINs() { s.state.hidePINs() }

// build makes the widgets in a language; what was chosen and typed stays.
func (s *peopleScreen) build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = newFocusHolder(s.stage.press)
	s.rows, s.list = nil, kit.Column(0)
	s.empty = kit.NewEmpty(speak.T("people.empty"), speak.T("people.empty_do"))
	s.add = kit.NewButton(kit.ButtonOutlined, speak.T("people.add"), "N", func() { s.state.begin(peopleAdd) }).Compact()
	title := kit.SemiBold(speak.T("people.title"), kit.ColorInk, kit.TextResult)
	head := kit.NewPanel("", kit.Inset{Top: 12, Right: 14, Bottom: 10, Left: 14}, kit.EdgeBottom, kit.Border(nil, nil, nil, s.add, title))
	s.scroll = newScrolled(kit.NewPanel("", kit.Sides(0, 12), 0, kit.Column(0, s.list, kit.NewPanel("", kit.Sides(16, 4), 0, s.empty))))
	s.pane = newPeoplePane(s.state, speak, s.stage.press)
	left := kit.NewPanel(kit.ColorSurface, kit.Inset{}, kit.EdgeRight, kit.Border(head, nil, nil, nil, s.scroll.outer))
	s.content = &fyne.Container{Layout: peopleLayout{}, Objects: []fyne.CanvasObject{s.holder, left, s.pane.content}}
	s.paint()
	return s.content
}

// drop forgets the widgets.
func (s *peopleScreen) drop() { *s = peopleScreen{state: s.state, stage: s.stage} }

// arrive puts the focus, and reads who works here.
func (s *peopleScreen) arrive() {
	s.stage.focus(s.target())
	s.state.load()
}

// minute changes nothing: what others change comes with the records.
func (s *peopleScreen) minute() {}

// refresh paints the state and moves the focus.
func (s *peopleScreen) refresh() {
	if s.content == nil {
		return
	}
	s.paint()
	s.stage.focus(s.target())
}

// target is where the next key goes.
func (s *peopleScreen) target() fyne.Focusable {
	if s.state.form != nil {
		if field := s.pane.fields[s.state.form.at]; field != nil {
			return field.Input
		}
	}
	return s.holder
}

func (s *peopleScreen) paint() {
	words := peopleWords{s.speak, s.stage.desk.Now()}
	for len(s.rows) < len(s.state.list) {
		i := len(s.rows)
		s.rows = append(s.rows, kit.NewSettingRow(func() { s.state.choose(i) }))
		s.list.Add(s.rows[i])
	}
	for i, row := range s.rows {
		setVisible(row, i < len(s.state.list))
		if i < len(s.state.list) {
			row.Set(words.line(s.state.list[i]), i == s.state.selected)
		}
	}
	setVisible(s.empty, !s.state.port.People())
	s.scroll.changed()
	if s.state.selected < len(s.state.list) {
		s.scroll.reveal(s.rows[s.state.selected])
	}
	s.pane.paint(words)
}

// peopleLayout sets the list and beside it the chosen operator.
type peopleLayout struct{}

// Layout gives the right pane a bit less than half of the width.
func (peopleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pane := min(max(size.Width*0.44, units(360)), units(520), size.Width/2)
	set(objects[0], 0, 0, 0, 0)
	set(objects[1], 0, 0, size.Width-pane, size.Height)
	set(objects[2], size.Width-pane, 0, pane, size.Height)
}

// MinSize leaves the size to the window.
func (peopleLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(300))
}
