package survey

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// surveyStep is where a visitor stands in the survey.
type surveyStep int

const (
	surveyStart    surveyStep = iota // whom it is about
	surveyService                    // which of its services
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
	mall     func() *models.Catalogue
	changed  func()

	choices []string // codes of what it may be about; "" is the mall as a whole
	cursor  int      // among choices; nothing until an arrow is pressed
	fixed   bool     // one agency's own tablet: there is no choice

	step     surveyStep
	agency   string
	services []models.Service // of the agency, to choose from
	service  string           // code; empty: another one, or not known
	question int              // 0–8
	answers  models.SurveyAnswers
	storing  bool
	err      error // of the last storing
	touched  time.Time
	ticking  func() // stops the seconds; nil on the first page
}

// newSurveyState makes the survey of a mall, or of one agency.
func newSurveyState(survey Port, s stage.Stage, agency string) *surveyState {
	state := &surveyState{survey: survey, dispatch: s.Dispatch, log: s.Log, now: s.Desk.Now, mall: s.Desk.Catalogue, changed: func() {},
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

// servicesOf are those that a visitor of an agency chooses from: none when it
// has but one, and no sensitive one, which bystanders would read.
func (s *surveyState) servicesOf(code string) []models.Service {
	agency := s.mall().Agency(code)
	if agency == nil || len(agency.Services) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(agency.Services), func(of models.Service) bool { return of.Sensitive })
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
	s.agency, s.service, s.services, s.cursor = s.choices[choice], "", s.servicesOf(s.choices[choice]), stage.Nothing
	s.touched = s.now()
	s.ticking = s.dispatch.Every(time.Second, s.second)
	if len(s.services) > 0 {
		s.step = surveyService
		s.changed()
		return
	}
	s.ask()
}

// choose takes a service; the place after the last one is another, or unknown.
func (s *surveyState) choose(choice int) {
	if s.step != surveyService || choice < 0 || choice > len(s.services) {
		return
	}
	if choice < len(s.services) {
		s.service = s.services[choice].Code
	}
	s.ask()
}

// ask begins the nine questions.
func (s *surveyState) ask() {
	s.step, s.question, s.answers, s.err, s.touched = surveyQuestion, 0, models.SurveyAnswers{}, nil, s.now()
	s.changed()
}

// move goes through the choices of the first page.
func (s *surveyState) move(by int) {
	last := len(s.choices) - 1
	switch {
	case s.step == surveyService:
		last = len(s.services)
	case s.step != surveyStart || s.fixed:
		return
	}
	s.touched = s.now()
	s.cursor = min(max(0, s.cursor+by), last)
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
	sheet := models.SurveySheet{Agency: s.agency, Service: s.service, Source: models.SurveyScreen, Answers: maps.Clone(s.answers)}
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
	s.step, s.answers, s.err, s.cursor, s.agency, s.service, s.services, s.question = surveyStart, nil, nil, stage.Nothing, "", "", nil, 0
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
