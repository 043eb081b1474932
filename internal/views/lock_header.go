package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// headerTools stand at the right end of the header: the language and, where
// people sign in, who is on duty and the lock.
func (f *frame) headerTools(p *program) []fyne.CanvasObject {
	tools := []fyne.CanvasObject{languageSwitch(p)}
	if p.lock == nil {
		return tools
	}
	f.onDuty = kit.NewDutyTag("Ctrl K", p.lockNow)
	return append(tools, f.onDuty)
}

// refreshDuty says who is on duty, behind the lock nobody; and in a mall
// without operators, until there is one, that nobody is in charge.
func (f *frame) refreshDuty() {
	if f.onDuty == nil {
		return
	}
	people, speak := f.program.lock.state.people, f.program.speak
	who, locked, ok := people.OnDuty()
	name := shownName(who)
	switch {
	case !people.People():
		name = speak.T("lock.no_administrator")
	case !ok:
		name = speak.T("lock.nobody_here")
	case locked:
		name = speak.T("lock.locked_now")
	}
	f.onDuty.Set(name, !people.People())
	f.header.Refresh()
}
