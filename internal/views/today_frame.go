package views

// addToday gives the window the screen of the day.
func (p *program) addToday(s stage) {
	p.screens[ScreenToday] = newTodayScreen(s)
	p.order = append(p.order, ScreenToday)
}
