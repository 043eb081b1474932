package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// keySheet shows all keys of the present screen, from the table of keys.
type keySheet struct {
	program *program
	content *fyne.Container
	columns [2]*fyne.Container
	scroll  *stage.Scrolled
	holder  *stage.FocusHolder
}

func newKeySheet(p *program) *keySheet {
	s := &keySheet{program: p, holder: stage.NewFocusHolder(p.press), columns: [2]*fyne.Container{kit.Column(0), kit.Column(0)}}
	title := kit.SemiBold(p.speak.T("frame.keys"), kit.ColorInk, kit.TextTitle)
	hint := kit.NewKeyHint(p.speak.T("frame.keys_close"), p.toggleHelp, "F12")
	s.scroll = stage.NewScrolled(kit.NewPanel(kit.ColorSurface, kit.Sides(20, 28), 0, kit.Column(14,
		kit.Row(24, title, hint), container.New(halvesLayout{}, s.columns[0], s.columns[1]))))
	s.content = container.NewStack(kit.NewPanel(kit.ColorSurface, kit.Around(0), 0, s.scroll.Outer), s.holder)
	return s
}

// show fills the sheet with the keys of the screen behind it.
func (s *keySheet) show(visible bool) {
	if visible {
		s.fill(stage.KeyLines(s.program.speak, s.program.bindings(), s.program.keyScreen()))
	}
	stage.SetVisible(s.content, visible)
	if visible {
		s.program.focus(s.holder)
	}
}

func (s *keySheet) fill(lines []stage.KeyLine) {
	half := (len(lines) + 1) / 2
	s.columns[0].Objects, s.columns[1].Objects = nil, nil
	for i, line := range lines {
		column := s.columns[i/half]
		column.Objects = append(column.Objects, keyLine(line))
	}
	s.scroll.Changed()
}

// keyLine is a key and what it does.
func keyLine(line stage.KeyLine) fyne.CanvasObject {
	return kit.NewPanel("", kit.Inset{Top: 6, Right: 8, Bottom: 6}, kit.EdgeBottom, container.New(keyLayout{},
		kit.NewKeyCap(line.Keys), kit.Text(line.Does, kit.ColorInk, kit.TextDetail).Cut()))
}

// keyLayout sets keys before what they do.
type keyLayout struct{}

// Layout gives the keys the room that the longest of them needs.
func (keyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	own, left := objects[0].MinSize(), stage.Units(112)
	stage.Set(objects[0], 0, (size.Height-own.Height)/2, own.Width, own.Height)
	stage.Set(objects[1], left, 0, size.Width-left, size.Height)
}

// MinSize is that of one line.
func (keyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(200), max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// halvesLayout sets two columns side by side.
type halvesLayout struct{}

// Layout parts the width.
func (halvesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := stage.Units(36)
	width := (size.Width - gap) / 2
	stage.Set(objects[0], 0, 0, width, size.Height)
	stage.Set(objects[1], width+gap, 0, width, size.Height)
}

// MinSize is as high as the longer column.
func (halvesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}
