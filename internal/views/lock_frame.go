package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/lock"
	"frontdesk/internal/views/stage"
)

// addLock gives the window its people; the guide and the display have none.
func (p *program) addLock(s stage.Stage) {
	if p.options.People == nil {
		return
	}
	p.lock = lock.New(p.options.People, s, p.options.LockAfter)
	p.lock.Covering = p.covered
	p.lock.Awaited = func() bool { return p.covered() && !p.help }
	p.lock.Focused = p.window.Canvas().Focused
	p.lock.Opened = p.uncover
	p.lock.Painted = func() {
		p.frame.refresh()
		p.frame.refreshDuty()
		if p.people != nil && p.covered() {
			p.people.HidePINs()
		}
	}
}

// covered tells that the page to sign in stands before the present screen.
func (p *program) covered() bool {
	return p.lock != nil && p.current != stage.ScreenGuide && p.lock.Covers()
}

// keyScreen is the screen whose keys count now.
func (p *program) keyScreen() string {
	if p.covered() {
		return stage.ScreenLock
	}
	return p.current
}

// arriveCurrent puts the focus where the next key goes.
func (p *program) arriveCurrent() {
	if p.covered() {
		p.lock.Arrive()
		return
	}
	p.screens[p.current].Arrive()
}

// uncover shows the screen as it was; for somebody else without the records
// that the one before had looked up.
func (p *program) uncover(handedOver bool) {
	if handedOver {
		p.handOver()
	}
	p.lock.Refresh()
	p.arriveCurrent()
}

// handOver forgets what only the operator before may have been allowed to see.
// What is typed at reception stays: the visitor is still there.
func (p *program) handOver() {
	if p.guestbook != nil {
		p.guestbook.Forget()
	}
	if p.people != nil {
		p.people.Forget()
	}
	if p.current == stage.ScreenPeople || p.current == stage.ScreenGuestbook || p.current == stage.ScreenReports {
		p.current = p.order[0]
	}
}

// watched is the content of the window with the watch for idle time under it.
func (p *program) watched(content fyne.CanvasObject) fyne.CanvasObject {
	if p.lock == nil {
		return content
	}
	return p.lock.Watching(content)
}

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

// refreshDuty says who is on duty.
func (f *frame) refreshDuty() {
	if f.onDuty == nil {
		return
	}
	lock := f.program.lock
	f.onDuty.Set(lock.OnDuty(f.program.speak), !lock.Staffed())
	f.header.Refresh()
}

// lockNow hides the records, by key and by the lock in the header.
func (p *program) lockNow() {
	if p.lock != nil {
		p.lock.Lock()
	}
}
