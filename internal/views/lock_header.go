package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// headerTools stand at the right end of the header: the language and, where
// there are operators, who is on duty and the lock.
func (f *frame) headerTools(p *program) []fyne.CanvasObject {
	tools := []fyne.CanvasObject{languageSwitch(p)}
	f.staffed = p.lock != nil && p.lock.state.people.People()
	if !f.staffed {
		return tools
	}
	f.onDuty = kit.SemiBold("", kit.ColorInk, kit.TextDetail)
	return append(tools, f.onDuty, kit.NewKeyHint(p.speak.T("lock.lock"), p.lockNow, "Ctrl K"))
}

// refreshDuty says who is on duty; behind the lock nobody is.
func (f *frame) refreshDuty() {
	if f.onDuty == nil {
		return
	}
	who, locked, ok := f.program.lock.state.people.OnDuty()
	name := shownName(who)
	switch {
	case !ok:
		name = f.program.speak.T("lock.nobody_here")
	case locked:
		name = f.program.speak.T("lock.locked_now")
	}
	f.onDuty.SetText(name)
	f.header.Refresh()
}
