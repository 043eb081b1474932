package views

import (
	"frontdesk/internal/views/reports"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/survey"
)

// addReports gives the window the supervisor's figures, when it has them.
func (p *program) addReports(s stage.Stage) {
	if p.options.Reports == nil {
		return
	}
	p.screens[stage.ScreenReports] = reports.New(p.options.Reports, s, survey.NewPart())
	p.order = append(p.order, stage.ScreenReports)
}
