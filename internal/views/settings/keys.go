package settings

import "frontdesk/internal/views/stage"

// Keys is the table of keys of the settings under F10.
func Keys() []stage.Binding {
	return []stage.Binding{
		onSettings("Up", "settings_page.key.up", func(s *Screen) { s.state.move(-1) }),
		onSettings("Down", "settings_page.key.down", func(s *Screen) { s.state.move(1) }),
		onSettings("PgUp", "settings_page.key.page_up", func(s *Screen) { s.state.move(-8) }),
		onSettings("PgDn", "settings_page.key.page_down", func(s *Screen) { s.state.move(8) }),
		onSettings("Left", "settings_page.key.left", func(s *Screen) { s.state.turn(-1) }),
		onSettings("Right", "settings_page.key.right", func(s *Screen) { s.state.turn(1) }),
		onSettings("Enter", "settings_page.key.enter", (*Screen).enter),
		onSettings("Delete", "settings_page.key.default", func(s *Screen) { s.state.usual() }),
		onSettings("T", "settings_page.key.try", func(s *Screen) { s.state.try() }),
		onSettings("Esc", "settings_page.key.esc", func(s *Screen) { s.state.leave() }),
	}
}

// onSettings makes a binding of the settings.
func onSettings(key, says string, do func(*Screen)) stage.Binding {
	return stage.On(stage.ScreenSettings, key, says, do)
}
