package views

import "frontdesk/internal/views/kit"

// frameKeys are the keys of every screen.
func frameKeys() []Binding {
	return []Binding{
		onFrame("F1", "key.reception", func(p *program) { p.open(ScreenReception) }),
		onFrame("F2", "key.guide", func(p *program) { p.open(ScreenGuide) }),
		onFrame("Ctrl+L", "key.language", (*program).speakOther),
		onFrame("F12", "key.help", (*program).toggleHelp),
	}
}

func onFrame(key, says string, do func(*program)) Binding {
	return Binding{Keys: []string{key}, Says: says, Do: func(p *program, _ kit.KeyPress) { do(p) }}
}
