package views

import (
	"frontdesk/internal/views/guestbook"
	"frontdesk/internal/views/stage"
)

// addGuestbook gives the window the guest book, when it has one.
func (p *program) addGuestbook(s stage.Stage) {
	if p.options.GuestBook == nil {
		return
	}
	p.guestbook = guestbook.New(p.options.GuestBook, s)
	p.screens[stage.ScreenGuestbook] = p.guestbook
	p.order = append(p.order, stage.ScreenGuestbook)
}
