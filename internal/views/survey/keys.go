package survey

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of the visitors' survey.
func Keys() []stage.Binding {
	answer := onSurvey("1", "survey_page.key.answer", nil)
	answer.Keys, answer.Shown = stage.Numbered("", models.SurveyHighest), "1–4"
	answer.Do = stage.Pressed(stage.ScreenSurvey, func(s *Screen, key kit.KeyPress) { s.state.answer(stage.Digit(key.Name)) })
	back := onSurvey("Left", "survey_page.key.back", func(s *surveyState) {
		if s.choosing() {
			s.move(-1)
			return
		}
		s.back()
	})
	back.Keys = append(back.Keys, "Backspace")
	return []stage.Binding{
		answer,
		onSurvey("0", "survey_page.key.skip", (*surveyState).skip),
		back,
		onSurvey("Right", "survey_page.key.right", func(s *surveyState) {
			if s.choosing() {
				s.move(1)
				return
			}
			s.skip()
		}),
		onSurveyPage("Up", "survey_page.key.up", func(s *Screen) { s.state.move(-s.columns()) }),
		onSurveyPage("Down", "survey_page.key.down", func(s *Screen) { s.state.move(s.columns()) }),
		onSurvey("Enter", "survey_page.key.enter", (*surveyState).enter),
		onSurvey("Esc", "survey_page.key.reset", (*surveyState).reset),
	}
}

// choosing tells that the page is one of choices.
func (s *surveyState) choosing() bool { return s.step == surveyStart || s.step == surveyService }

// enter does what the filled button of the page says.
func (s *surveyState) enter() {
	switch {
	case s.step == surveyThanks:
		s.reset()
	case s.step == surveyQuestion:
		s.again()
	case s.step == surveyService:
		s.choose(s.cursor)
	case s.fixed:
		s.begin(0)
	default:
		s.begin(s.cursor)
	}
}

func onSurvey(key, says string, do func(*surveyState)) stage.Binding {
	return onSurveyPage(key, says, func(s *Screen) { do(s.state) })
}

func onSurveyPage(key, says string, do func(*Screen)) stage.Binding {
	return stage.On(stage.ScreenSurvey, key, says, do)
}
