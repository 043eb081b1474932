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
	list    *kit.Definitions
	scroll  *scrolled
	holder  *focusHolder
}

func newKeySheet(p *program) *keySheet {
	s := &keySheet{program: p, list: kit.NewDefinitions(), holder: newFocusHolder(p.press)}
	title := kit.SemiBold(p.speak.T("frame.keys"), kit.ColorInk, kit.TextTitle)
	hint := kit.NewKeyHint(p.speak.T("frame.keys_close"), p.toggleHelp, "F12")
	s.scroll = newScrolled(kit.NewPanel(kit.ColorSurface, kit.Sides(20, 28), 0,
		kit.Column(14, kit.Row(24, title, hint), s.list)))
	s.content = container.NewStack(kit.NewPanel(kit.ColorSurface, kit.Around(0), 0, s.scroll.outer), s.holder)
	return s
}

// show fills the sheet with the keys of the screen behind it.
func (s *keySheet) show(visible bool) {
	if visible {
		var lines []kit.Definition
		for _, line := range KeyLines(s.program.speak, s.program.current) {
			lines = append(lines, kit.Definition{Term: line.Keys, Value: line.Does})
		}
		s.list.Set(lines...)
		s.scroll.changed()
	}
	setVisible(s.content, visible)
	if visible {
		s.program.focus(s.holder)
	}
}
