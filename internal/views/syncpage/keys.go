package syncpage

import "frontdesk/internal/views/stage"

// Keys is the table of keys of the Sync page; the key that opens it is the
// frame's.
func Keys() []stage.Binding {
	return []stage.Binding{
		onSync("Enter", "sync_page.key.run", func(s *Screen) { s.state.run() }),
		onSync("B", "sync_page.key.stop", func(s *Screen) { s.state.cancel() }),
		onSync("Up", "sync_page.key.up", func(s *Screen) { s.scroll.Turn(-0.2) }),
		onSync("Down", "sync_page.key.down", func(s *Screen) { s.scroll.Turn(0.2) }),
		onSync("PgUp", "sync_page.key.page_up", func(s *Screen) { s.scroll.Turn(-0.9) }),
		onSync("PgDn", "sync_page.key.page_down", func(s *Screen) { s.scroll.Turn(0.9) }),
		onSync("Esc", "sync_page.key.back", func(s *Screen) { s.leave() }),
	}
}

// onSync makes a binding of the Sync page.
func onSync(key, says string, do func(*Screen)) stage.Binding {
	return stage.On(stage.ScreenSync, key, says, do)
}
