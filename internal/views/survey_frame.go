package views

import (
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/survey"
)

// addSheets gives the window the page of the survey, when it has one.
func (p *program) addSheets(s stage.Stage) {
	if p.options.Survey == nil {
		return
	}
	p.screens[stage.ScreenSheets] = survey.NewSheets(p.options.Survey, s)
	p.order = append(p.order, stage.ScreenSheets)
}

// addSurvey makes the survey alone.
func (p *program) addSurvey(s stage.Stage) {
	p.screens[stage.ScreenSurvey] = survey.New(p.options.Survey, s, p.options.Agency, p.speakOther)
	p.order = []string{stage.ScreenSurvey}
}

// surveyFrameKeys are the keys of the visitors' survey that are the window's.
func surveyFrameKeys() []stage.Binding {
	full := onFrame("F11", "survey_page.key.full", func(p *program) { p.window.SetFullScreen(!p.window.FullScreen()) })
	full.Screen = stage.ScreenSurvey
	return []stage.Binding{full}
}
