package views

// addGuestbook gives the window the guest book, when it has one.
func (p *program) addGuestbook(s stage) {
	if p.options.GuestBook == nil {
		return
	}
	p.guestbook = newGuestbookScreen(p.options.GuestBook, s)
	p.screens[ScreenGuestbook] = p.guestbook
	p.order = append(p.order, ScreenGuestbook)
}
