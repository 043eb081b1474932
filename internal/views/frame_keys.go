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
		{Keys: []string{"Ctrl+D"}, Says: "key.display", OfAll: true, Why: whyNoDisplay, Do: ofProgram((*program).toggleBoard)},
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
	return Binding{Keys: []string{key}, Says: says, Do: ofProgram(do)}
}

// whyNoDisplay tells that this window has no visitors' display.
func whyNoDisplay(w keyWindow) string {
	if w.(*program).options.Hall == nil {
		return "board.none"
	}
	return ""
}

// ofProgram is an action of the window itself.
func ofProgram(do func(*program)) func(keyWindow, kit.KeyPress) {
	return func(w keyWindow, _ kit.KeyPress) { do(w.(*program)) }
}
