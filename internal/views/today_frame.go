package views

import (
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/today"
)

// addToday gives the window the screen of the day.
func (p *program) addToday(s stage.Stage) {
	p.screens[stage.ScreenToday] = today.New(s)
	p.order = append(p.order, stage.ScreenToday)
}
