package views

// addSheets gives the window the page of the survey, when it has one.
func (p *program) addSheets(s stage) {
	if p.options.Survey == nil {
		return
	}
	p.screens[ScreenSheets] = newSheetsScreen(p.options.Survey, s)
	p.order = append(p.order, ScreenSheets)
}

// addSurvey makes the survey alone.
func (p *program) addSurvey(s stage) {
	p.screens[ScreenSurvey] = newSurveyScreen(p.options.Survey, s, p.options.Agency, p.speakOther)
	p.order = []string{ScreenSurvey}
}

// surveyFrameKeys are the keys of the visitors' survey that are the window's.
func surveyFrameKeys() []Binding {
	full := onFrame("F11", "survey_page.key.full", func(p *program) { p.window.SetFullScreen(!p.window.FullScreen()) })
	full.Screen = ScreenSurvey
	return []Binding{full}
}
