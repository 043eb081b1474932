package views

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// frameKeys are the keys of every screen.
func frameKeys() []stage.Binding {
	return []stage.Binding{
		opens("F1", "key.reception", stage.ScreenReception),
		opens("F2", "key.guide", stage.ScreenGuide),
		opens("F3", "key.queue", stage.ScreenQueue),
		opens("F4", "key.guestbook", stage.ScreenGuestbook),
		opens("F5", "key.today", stage.ScreenToday),
		opens("F6", "key.reports", stage.ScreenReports),
		opens("Ctrl+I", "key.sheets", stage.ScreenSheets),
		opensSetup(),
		onFrame("Ctrl+L", "key.language", (*program).speakOther),
		opens("Ctrl+S", "key.sync", stage.ScreenSync),
		{Keys: []string{"Ctrl+D"}, Says: "key.display", OfAll: true, Why: whyNoDisplay, Do: ofProgram((*program).toggleBoard)},
		onFrame("Ctrl+K", "lock.key.lock", (*program).lockNow),
		onFrame("F12", "key.help", (*program).toggleHelp),
	}
}

func opens(key, says, screen string) stage.Binding {
	b := onFrame(key, says, func(p *program) { p.open(screen) })
	b.Opens = screen
	return b
}

// opensSetup goes to a section of F10, or to the next one.
func opensSetup() stage.Binding {
	b := onFrame("F10", "key.setup", (*program).openSetup)
	b.Opens = stage.ScreenSetup
	return b
}

func onFrame(key, says string, do func(*program)) stage.Binding {
	return stage.Binding{Keys: []string{key}, Says: says, Do: ofProgram(do)}
}

// whyNoDisplay tells that this window has no visitors' display.
func whyNoDisplay(w stage.Window) string {
	if w.(*program).options.Hall == nil {
		return "board.none"
	}
	return ""
}

// ofProgram is an action of the window itself.
func ofProgram(do func(*program)) func(stage.Window, kit.KeyPress) {
	return func(w stage.Window, _ kit.KeyPress) { do(w.(*program)) }
}
