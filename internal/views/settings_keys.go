package views

// settingsKeys is the table of keys of the settings under F10.
func settingsKeys() []Binding {
	return []Binding{
		onSettings("Up", "settings_page.key.up", func(s *settingsScreen) { s.state.move(-1) }),
		onSettings("Down", "settings_page.key.down", func(s *settingsScreen) { s.state.move(1) }),
		onSettings("PgUp", "settings_page.key.page_up", func(s *settingsScreen) { s.state.move(-8) }),
		onSettings("PgDn", "settings_page.key.page_down", func(s *settingsScreen) { s.state.move(8) }),
		onSettings("Left", "settings_page.key.left", func(s *settingsScreen) { s.state.turn(-1) }),
		onSettings("Right", "settings_page.key.right", func(s *settingsScreen) { s.state.turn(1) }),
		onSettings("Enter", "settings_page.key.enter", (*settingsScreen).enter),
		onSettings("Delete", "settings_page.key.default", func(s *settingsScreen) { s.state.usual() }),
		onSettings("T", "settings_page.key.try", func(s *settingsScreen) { s.state.try() }),
		onSettings("Esc", "settings_page.key.esc", func(s *settingsScreen) { s.state.leave() }),
	}
}

// onSettings makes a binding of the settings.
func onSettings(key, says string, do func(*settingsScreen)) Binding {
	return onPage(ScreenSettings, key, says, do)
}
