package views

// syncKeys is the table of keys of the Sync page; the key that opens it is the
// frame's.
func syncKeys() []Binding {
	return []Binding{
		onSync("Enter", "sync_page.key.run", func(s *syncScreen) { s.state.run() }),
		onSync("B", "sync_page.key.stop", func(s *syncScreen) { s.state.cancel() }),
		onSync("Up", "sync_page.key.up", func(s *syncScreen) { s.scroll.turn(-0.2) }),
		onSync("Down", "sync_page.key.down", func(s *syncScreen) { s.scroll.turn(0.2) }),
		onSync("PgUp", "sync_page.key.page_up", func(s *syncScreen) { s.scroll.turn(-0.9) }),
		onSync("PgDn", "sync_page.key.page_down", func(s *syncScreen) { s.scroll.turn(0.9) }),
		onSync("Esc", "sync_page.key.back", func(s *syncScreen) { s.leave() }),
	}
}

// onSync makes a binding of the Sync page.
func onSync(key, says string, do func(*syncScreen)) Binding {
	return onPage(ScreenSync, key, says, do)
}
