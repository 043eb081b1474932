package guestbook

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guestbookPage is how many rows PgUp and PgDn go.
const guestbookPage = 11

// Keys is the table of keys of F4.
func Keys() []stage.Binding {
	begin := func(key, says string, action bookAction) stage.Binding {
		return onGuestbook(key, says, func(s *guestbookState) { s.begin(action) })
	}
	kinds := onGuestbook("1", "guestbook.key.kind", nil)
	kinds.Keys, kinds.Shown = stage.Numbered("", 4), "1–4"
	kinds.Do = stage.Pressed(stage.ScreenGuestbook, func(s *Screen, key kit.KeyPress) { s.state.choose(stage.Digit(key.Name)) })
	return []stage.Binding{
		onGuestbook("Ctrl+F", "guestbook.key.search", func(s *guestbookState) { s.goTo(bookSearch) }),
		onGuestbook("Enter", "guestbook.key.enter", (*guestbookState).enter),
		onGuestbook("Up", "guestbook.key.up", func(s *guestbookState) { s.move(-1) }),
		onGuestbook("Down", "guestbook.key.down", func(s *guestbookState) { s.move(1) }),
		onGuestbook("PgUp", "guestbook.key.page_up", func(s *guestbookState) { s.move(-guestbookPage) }),
		onGuestbook("PgDn", "guestbook.key.page_down", func(s *guestbookState) { s.move(guestbookPage) }),
		onGuestbook("T", "guestbook.key.today", func(s *guestbookState) { s.show(bookToday) }),
		onGuestbook("R", "guestbook.key.history", func(s *guestbookState) { s.show(bookHistory) }),
		onGuestbook("P", "guestbook.key.requests", func(s *guestbookState) { s.show(bookRequests) }),
		onGuestbook("Alt+V", "guestbook.key.reveal", (*guestbookState).hold),
		onGuestbook("L", "guestbook.key.trail", (*guestbookState).showTrail),
		begin("E", "guestbook.key.export", bookExport),
		begin("K", "guestbook.key.correct", bookCorrect),
		begin("H", "guestbook.key.stop", bookStop),
		begin("Delete", "guestbook.key.erase", bookErase),
		begin("M", "guestbook.key.request", bookRequest),
		begin("B", "guestbook.key.void", bookVoid),
		kinds,
		onGuestbook("Ctrl+P", "guestbook.key.reprint", (*guestbookState).reprint),
		onGuestbook("Ctrl+E", "guestbook.key.export_list", (*guestbookState).exportList),
		onGuestbook("Ctrl+Shift+E", "guestbook.key.export_full", (*guestbookState).beginFull),
		onGuestbook("Tab", "guestbook.key.next", func(s *guestbookState) { s.tab(1) }),
		onGuestbook("Shift+Tab", "guestbook.key.before", func(s *guestbookState) { s.tab(-1) }),
		onGuestbook("Esc", "guestbook.key.back", (*guestbookState).back),
	}
}

// onGuestbook makes a binding of F4.
func onGuestbook(key, says string, do func(*guestbookState)) stage.Binding {
	return stage.On(stage.ScreenGuestbook, key, says, func(s *Screen) { do(s.state) })
}
