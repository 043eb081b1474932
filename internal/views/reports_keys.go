package views

// reportsKeys is the table of keys of F6.
func reportsKeys() []Binding {
	return []Binding{
		onReports("R", "reports.key.again", func(s *reportsScreen) { s.state.load() }),
		onReports("Up", "reports.key.up", func(s *reportsScreen) { s.scroll.turn(-0.2) }),
		onReports("Down", "reports.key.down", func(s *reportsScreen) { s.scroll.turn(0.2) }),
		onReports("PgUp", "reports.key.page_up", func(s *reportsScreen) { s.scroll.turn(-0.9) }),
		onReports("PgDn", "reports.key.page_down", func(s *reportsScreen) { s.scroll.turn(0.9) }),
	}
}

// onReports completes a binding of F6.
func onReports(key, says string, do func(*reportsScreen)) Binding {
	b := onFrame(key, says, func(p *program) {
		if s, ok := p.screens[ScreenReports].(*reportsScreen); ok {
			do(s)
		}
	})
	b.Screen = ScreenReports
	return b
}
