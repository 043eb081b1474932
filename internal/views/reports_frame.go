package views

// addReports gives the window the supervisor's figures, when it has them.
func (p *program) addReports(s stage) {
	if p.options.Reports == nil {
		return
	}
	p.screens[ScreenReports] = newReportsScreen(p.options.Reports, s, newSurveyPart())
	p.order = append(p.order, ScreenReports)
}
