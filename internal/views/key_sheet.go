package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/views/kit"
)

// keySheet shows all keys of the present screen, from the table of keys.
type keySheet struct {
	program *program
	content *fyne.Container
	columns [2]*fyne.Container
	scroll  *scrolled
	holder  *focusHolder
}

func newKeySheet(p *program) *keySheet {
	s := &keySheet{program: p, holder: newFocusHolder(p.press), columns: [2]*fyne.Container{kit.Column(0), kit.Column(0)}}
	title := kit.SemiBold(p.speak.T("frame.keys"), kit.ColorInk, kit.TextTitle)
	hint := kit.NewKeyHint(p.speak.T("frame.keys_close"), p.toggleHelp, "F12")
	s.scroll = newScrolled(kit.NewPanel(kit.ColorSurface, kit.Sides(20, 28), 0, kit.Column(14,
		kit.Row(24, title, hint), container.New(halvesLayout{}, s.columns[0], s.columns[1]))))
	s.content = container.NewStack(kit.NewPanel(kit.ColorSurface, kit.Around(0), 0, s.scroll.outer), s.holder)
	return s
}

// show fills the sheet with the keys of the screen behind it.
func (s *keySheet) show(visible bool) {
	if visible {
		s.fill(keyLines(s.program.speak, s.program.bindings(), s.program.keyScreen()))
	}
	setVisible(s.content, visible)
	if visible {
		s.program.focus(s.holder)
	}
}

func (s *keySheet) fill(lines []KeyLine) {
	half := (len(lines) + 1) / 2
	s.columns[0].Objects, s.columns[1].Objects = nil, nil
	for i, line := range lines {
		column := s.columns[i/half]
		column.Objects = append(column.Objects, keyLine(line))
	}
	s.scroll.changed()
}

// keyLine is a key and what it does.
func keyLine(line KeyLine) fyne.CanvasObject {
	return kit.NewPanel("", kit.Inset{Top: 6, Right: 8, Bottom: 6}, kit.EdgeBottom, container.New(keyLayout{},
		kit.NewKeyCap(line.Keys), kit.Text(line.Does, kit.ColorInk, kit.TextDetail).Cut()))
}

// keyLayout sets keys before what they do.
type keyLayout struct{}

// Layout gives the keys the room that the longest of them needs.
func (keyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	own, left := objects[0].MinSize(), units(112)
	set(objects[0], 0, (size.Height-own.Height)/2, own.Width, own.Height)
	set(objects[1], left, 0, size.Width-left, size.Height)
}

// MinSize is that of one line.
func (keyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(200), max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// halvesLayout sets two columns side by side.
type halvesLayout struct{}

// Layout parts the width.
func (halvesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := units(36)
	width := (size.Width - gap) / 2
	set(objects[0], 0, 0, width, size.Height)
	set(objects[1], width+gap, 0, width, size.Height)
}

// MinSize is as high as the longer column.
func (halvesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(400), max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}
