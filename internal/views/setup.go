package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// F10, "Atur", is one entry of the rail for several screens, its sections.
// Each has keys, words and state of its own, as any screen; above it stands
// the choice of sections. A section without its port in Options is not there.

// addSetup gives the window the sections that it has ports for.
func (p *program) addSetup(s stage.Stage) {
	p.addSettings(p.within(s, stage.ScreenSettings))
	p.addEditor(p.within(s, stage.ScreenDirectory))
	p.addPeople(p.within(s, stage.ScreenPeople))
	if len(p.setup) > 0 {
		p.order = append(p.order, stage.ScreenSetup)
		p.section = p.setup[0]
	}
}

// within is the stage of a section: a late answer of the store takes the focus
// only while that section is shown.
func (p *program) within(s stage.Stage, section string) stage.Stage {
	focus := s.Focus
	s.Focus = func(o fyne.Focusable) {
		if p.current == section {
			focus(o)
		}
	}
	return s
}

// addSection adds a screen as a section of F10; its name is said by
// "setup.section.NAME".
func (p *program) addSection(name string, s stage.Screen) {
	p.screens[name] = s
	p.setup = append(p.setup, name)
}

// openSetup opens the section that was open last; pressed again, the next.
func (p *program) openSetup() {
	if slices.Contains(p.setup, p.current) {
		p.turnSection(1)
		return
	}
	p.open(p.section)
}

// turnSection goes by so many sections to the right, and on from the first
// after the last.
func (p *program) turnSection(by int) {
	count := len(p.setup)
	if i := slices.Index(p.setup, p.current); i >= 0 {
		p.open(p.setup[(i+by+count)%count])
	}
}

// inSetup tells whether an entry of the rail is the one of the screen shown.
func (p *program) inSetup(entry string) bool {
	return entry == p.current || entry == stage.ScreenSetup && slices.Contains(p.setup, p.current)
}

// sectionPage sets the choice of sections above a section.
func (p *program) sectionPage(name string) fyne.CanvasObject {
	page := p.screens[name].Build(p.speak)
	names := make([]string, len(p.setup))
	for i, section := range p.setup {
		names[i] = p.speak.T("setup.section." + section)
	}
	choice := kit.NewSegmented(func(i int) { p.open(p.setup[i]) }, names...).Compact()
	choice.SetSelected(slices.Index(p.setup, name))
	choice.OnKey = p.press
	stage.SetVisible(choice, len(p.setup) > 1)
	title := kit.SemiBold(p.speak.T("setup.title"), kit.ColorInk, kit.TextService)
	head := kit.NewPanel(kit.ColorSurface, kit.Sides(10, 22), kit.EdgeBottom, &fyne.Container{Layout: setupHead{},
		Objects: []fyne.CanvasObject{title, choice, setupHint(p.speak, p)}})
	return kit.Border(head, nil, nil, nil, page)
}

func setupHint(speak *text.Speaker, p *program) fyne.CanvasObject {
	hint := kit.NewKeyHint(speak.T("setup.next"), p.openSetup, "F10")
	stage.SetVisible(hint, len(p.setup) > 1)
	return hint
}

// setupHead sets title, choice and hint in one line.
type setupHead struct{}

// Layout puts the hint at the right.
func (setupHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects[:2] {
		own := o.MinSize()
		stage.Set(o, x, (size.Height-own.Height)/2, own.Width, own.Height)
		x += own.Width + stage.Units(18)
	}
	own := objects[2].MinSize()
	stage.Set(objects[2], max(x, size.Width-own.Width), (size.Height-own.Height)/2, own.Width, own.Height)
}

// MinSize is the height of the choice.
func (setupHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), objects[1].MinSize().Height)
}
