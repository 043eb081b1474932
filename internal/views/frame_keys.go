package views

import "frontdesk/internal/views/kit"

// frameKeys are the keys of every screen.
func frameKeys() []Binding {
	return []Binding{
		opens("F1", "key.reception", ScreenReception),
		opens("F2", "key.guide", ScreenGuide),
		opens("F3", "key.queue", ScreenQueue),
		opens("F5", "key.today", ScreenToday),
		onFrame("Ctrl+L", "key.language", (*program).speakOther),
		opens("Ctrl+S", "key.sync", ScreenSync),
		onFrame("F12", "key.help", (*program).toggleHelp),
	}
}

func opens(key, says, screen string) Binding {
	b := onFrame(key, says, func(p *program) { p.open(screen) })
	b.Opens = screen
	return b
}

func onFrame(key, says string, do func(*program)) Binding {
	return Binding{Keys: []string{key}, Says: says, Do: func(p *program, _ kit.KeyPress) { do(p) }}
}
