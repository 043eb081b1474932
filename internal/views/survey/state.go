package survey

import (
	"context"
	"log/slog"
	"maps"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// surveyStep is where a visitor stands in the survey.
type surveyStep int

const (
	surveyStart    surveyStep = iota // whom it is about
	surveyQuestion                   // one of the nine
	surveyThanks
)

const (
	// surveyPatience is how long a visitor may do nothing; then the next one
	// finds the first page, and answers that were not handed in are gone.
	surveyPatience = 30 * time.Second
	// surveyWarning is when the time left is told.
	surveyWarning = 10 * time.Second
	// surveyThanked is how long the thanks stay.
	surveyThanked = 8 * time.Second
	// surveyTouchGap keeps a finger that touches twice from answering two
	// questions.
	surveyTouchGap = 300 * time.Millisecond
)

// surveyState is the survey on the visitors' tablet. It knows no widgets and
// lives on the screen's thread; changed is called there for a repaint.
type surveyState struct {
	survey   Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	now      func() time.Time
	changed  func()

	choices []string // codes of what it may be about; "" is the mall as a whole
	cursor  int      // among choices; nothing until an arrow is pressed
	fixed   bool     // one agency's own tablet: there is no choice

	step     surveyStep
	agency   string
	question int // 0–8
	answers  models.SurveyAnswers
	storing  bool
	err      error // of the last storing
	touched  time.Time
	ticking  func() // stops the seconds; nil on the first page
}

// newSurveyState makes the survey of a mall, or of one agency.
func newSurveyState(survey Port, s stage.Stage, agency string) *surveyState {
	state := &surveyState{survey: survey, dispatch: s.Dispatch, log: s.Log, now: s.Desk.Now, changed: func() {},
		cursor: stage.Nothing, fixed: agency != ""}
	if state.fixed {
		state.choices = []string{agency}
		return state
	}
	state.choices = []string{""}
	for _, a := range s.Desk.Catalogue().Directory.Agencies {
		state.choices = append(state.choices, a.Code)
	}
	return state
}

// element is the one asked about.
func (s *surveyState) element() models.SurveyElement { return models.SurveyElements[s.question] }

// touch tells that somebody is there; false when the finger has only just
// touched.
func (s *surveyState) touch() bool {
	now := s.now()
	if now.Sub(s.touched).Abs() < surveyTouchGap {
		return false
	}
	s.touched = now
	return true
}

// begin starts the questions about a choice.
func (s *surveyState) begin(choice int) {
	if s.step != surveyStart || choice < 0 || choice >= len(s.choices) {
		return
	}
	s.step, s.agency, s.question, s.answers, s.err = surveyQuestion, s.choices[choice], 0, models.SurveyAnswers{}, nil
	s.touched = s.now()
	s.ticking = s.dispatch.Every(time.Second, s.second)
	s.changed()
}

// move goes through the choices of the first page.
func (s *surveyState) move(by int) {
	if s.step != surveyStart || s.fixed {
		return
	}
	s.cursor = min(max(0, s.cursor+by), len(s.choices)-1)
	s.changed()
}

// answer gives an answer and goes on.
func (s *surveyState) answer(answer int) {
	if s.step != surveyQuestion || s.storing {
		return
	}
	s.answers[s.element()] = answer
	s.next()
}

// skip leaves a question unanswered.
func (s *surveyState) skip() {
	if s.step != surveyQuestion || s.storing {
		return
	}
	delete(s.answers, s.element())
	s.next()
}

// next asks the next question, or hands the answers in.
func (s *surveyState) next() {
	s.touched, s.err = s.now(), nil
	if s.question < len(models.SurveyElements)-1 {
		s.question++
		s.changed()
		return
	}
	s.store()
}

// store hands the answers in; without one there is nothing to hand in.
func (s *surveyState) store() {
	if len(s.answers) == 0 {
		s.thank()
		return
	}
	s.storing = true
	s.changed()
	sheet := models.SurveySheet{Agency: s.agency, Source: models.SurveyScreen, Answers: maps.Clone(s.answers)}
	var err error
	s.dispatch.Run(func() { _, err = s.survey.AddSurvey(context.Background(), sheet) }, func() {
		s.storing, s.touched = false, s.now()
		if err == nil {
			s.thank()
			return
		}
		if models.KindOf(err) == models.KindFault {
			s.log.Error("survey", "error", err.Error())
		}
		s.err = err
		s.changed()
	})
}

// again hands in what could not be stored.
func (s *surveyState) again() {
	if s.err != nil && !s.storing {
		s.touched = s.now()
		s.store()
	}
}

func (s *surveyState) thank() {
	s.step, s.touched = surveyThanks, s.now()
	s.changed()
}

// back goes to the question before, or to the first page.
func (s *surveyState) back() {
	switch {
	case s.storing:
	case s.step == surveyQuestion && s.question > 0:
		s.question, s.err, s.touched = s.question-1, nil, s.now()
		s.changed()
	default:
		s.reset()
	}
}

// reset shows the first page; answers that were not handed in are gone.
func (s *surveyState) reset() {
	if s.storing {
		return
	}
	if s.ticking != nil {
		s.ticking()
		s.ticking = nil
	}
	s.step, s.answers, s.err, s.cursor, s.agency, s.question = surveyStart, nil, nil, stage.Nothing, "", 0
	s.changed()
}

// left is how long the present page still waits for a touch.
func (s *surveyState) left() time.Duration {
	patience := surveyPatience
	if s.step == surveyThanks {
		patience = surveyThanked
	}
	return max(0, patience-s.now().Sub(s.touched).Abs())
}

// warns tells that the page will soon be gone.
func (s *surveyState) warns() bool {
	return s.step == surveyQuestion && !s.storing && s.left() <= surveyWarning
}

// second lets an abandoned page go.
func (s *surveyState) second() {
	switch {
	case s.storing:
	case s.left() == 0:
		s.reset()
	case s.warns():
		s.changed()
	}
}
