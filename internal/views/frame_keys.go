package views

import "frontdesk/internal/views/kit"

// frameKeys are the keys of every screen.
func frameKeys() []Binding {
	return []Binding{
		opens("F1", "key.reception", ScreenReception),
		opens("F2", "key.guide", ScreenGuide),
		opens("F3", "key.queue", ScreenQueue),
		opens("F4", "key.guestbook", ScreenGuestbook),
		opens("F5", "key.today", ScreenToday),
		opens("F6", "key.reports", ScreenReports),
		opens("Ctrl+I", "key.sheets", ScreenSheets),
		opensSetup(),
		onFrame("Ctrl+L", "key.language", (*program).speakOther),
		opens("Ctrl+S", "key.sync", ScreenSync),
		{Keys: []string{"Ctrl+D"}, Says: "key.display", OfAll: true, Why: whyNoDisplay, Do: func(p *program, _ kit.KeyPress) { p.toggleBoard() }},
		onFrame("Ctrl+K", "lock.key.lock", (*program).lockNow),
		onFrame("F12", "key.help", (*program).toggleHelp),
	}
}

func opens(key, says, screen string) Binding {
	b := onFrame(key, says, func(p *program) { p.open(screen) })
	b.Opens = screen
	return b
}

// opensSetup goes to a section of F10, or to the next one.
func opensSetup() Binding {
	b := onFrame("F10", "key.setup", (*program).openSetup)
	b.Opens = ScreenSetup
	return b
}

func onFrame(key, says string, do func(*program)) Binding {
	return Binding{Keys: []string{key}, Says: says, Do: func(p *program, _ kit.KeyPress) { do(p) }}
}

// whyNoDisplay tells that this window has no visitors' display.
func whyNoDisplay(p *program) string {
	if p.options.Hall == nil {
		return "board.none"
	}
	return ""
}
