package survey

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/report"
	"frontdesk/internal/survey"
	"frontdesk/internal/views/stage"
)

// sheetsState is what the page of the satisfaction survey knows: the sheet
// that is typed in from paper, and the index. It knows no widgets and lives on
// the screen's thread; changed is called there for a repaint.
type sheetsState struct {
	survey   Port
	desk     stage.Desk
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()

	choices []string // codes of the agencies; "" is the mall as a whole
	chosen  int
	service int    // among the services of the agency, from 1; 0: none is named
	letters string // typed to find an agency
	ago     int    // days between the sheet and today
	digits  string // of the sheet, up to nine

	storing bool
	stored  []string      // ids of this window's sheets, the last of which can be taken back
	says    models.Phrase // of the last thing done
	failed  bool          // it did not go well

	from, to string // the days of the result
	result   *report.Survey
	read     bool // the result is there
	loading  bool
	again    bool
}

func newSheetsState(survey Port, s stage.Stage) *sheetsState {
	state := &sheetsState{survey: survey, desk: s.Desk, dispatch: s.Dispatch, log: s.Log, changed: func() {}, choices: []string{""}}
	for _, a := range s.Desk.Catalogue().Directory.Agencies {
		state.choices = append(state.choices, a.Code)
	}
	return state
}

// mostSheetDays is how old a sheet may be that is typed in here.
const mostSheetDays = 366

// day is the day on which the sheet was filled in.
func (s *sheetsState) day() time.Time { return s.desk.Now().AddDate(0, 0, -s.ago) }

// load reads the index; what is asked meanwhile is read once more.
func (s *sheetsState) load() {
	if s.loading {
		s.again = true
		return
	}
	s.loading = true
	var result desk.SurveyResult
	var err error
	s.dispatch.Run(func() { result, err = s.survey.Survey(context.Background(), "", "") }, func() {
		s.loading = false
		if err != nil {
			s.fail(err)
		} else {
			s.from, s.to, s.read = result.From, result.To, true
			s.result = report.NewSurvey(s.desk.Catalogue(), result.Counts)
		}
		s.changed()
		if s.again {
			s.again = false
			s.load()
		}
	})
}

// choose goes to another agency.
func (s *sheetsState) choose(by int) {
	s.letters = ""
	s.chosen, s.service = min(max(0, s.chosen+by), len(s.choices)-1), 0
	s.changed()
}

// letter finds an agency by how its name or code begins.
func (s *sheetsState) letter(letter string) {
	for _, typed := range []string{s.letters + letter, letter} {
		if i := s.find(typed); i >= 0 {
			s.letters, s.chosen, s.service = typed, i, 0
			s.changed()
			return
		}
	}
}

func (s *sheetsState) find(typed string) int {
	for i, code := range s.choices {
		agency := s.desk.Catalogue().Agency(code)
		if agency == nil {
			continue
		}
		if strings.HasPrefix(strings.ToUpper(agency.ShortName), typed) || strings.HasPrefix(agency.Code, typed) {
			return i
		}
	}
	return stage.Nothing
}

// services are those of the chosen agency.
func (s *sheetsState) services() []models.Service {
	if agency := s.desk.Catalogue().Agency(s.choices[s.chosen]); agency != nil {
		return agency.Services
	}
	return nil
}

// nextService names the next service of the agency, and after the last one none.
func (s *sheetsState) nextService() {
	s.letters = ""
	s.service = (s.service + 1) % (len(s.services()) + 1)
	s.changed()
}

// serviceCode is the code of the service; empty when none is named.
func (s *sheetsState) serviceCode() string {
	if list := s.services(); s.service > 0 && s.service <= len(list) {
		return list[s.service-1].Code
	}
	return ""
}

// earlier moves the day of the sheet into the past, or back.
func (s *sheetsState) earlier(days int) {
	s.letters = ""
	s.ago = min(max(0, s.ago+days), mostSheetDays)
	s.changed()
}

// digit fills the next box.
func (s *sheetsState) digit(digit string) {
	s.letters = ""
	if s.storing || len(s.digits) == len(models.SurveyElements) {
		return
	}
	s.digits += digit
	s.says, s.failed = models.Phrase{}, false
	s.changed()
}

// rub empties the last box.
func (s *sheetsState) rub() {
	if s.storing || s.digits == "" {
		return
	}
	s.digits = s.digits[:len(s.digits)-1]
	s.changed()
}

// clear empties all boxes.
func (s *sheetsState) clear() {
	if !s.storing {
		s.digits, s.letters, s.says, s.failed = "", "", models.Phrase{}, false
		s.changed()
	}
}

// store keeps the sheet and makes room for the next one.
func (s *sheetsState) store() {
	if s.storing {
		return
	}
	if missing := len(models.SurveyElements) - len(s.digits); missing > 0 {
		s.say(true, "sheets.missing", missing)
		return
	}
	answers, err := survey.ParseDigits(s.digits)
	if err != nil {
		s.fail(err)
		s.changed()
		return
	}
	sheet := models.SurveySheet{Agency: s.choices[s.chosen], Service: s.serviceCode(), BusinessDate: s.desk.BusinessDate(s.day()),
		Source: models.SurveyPaper, Answers: answers}
	s.storing = true
	var ids []string
	s.dispatch.Run(func() { ids, err = s.survey.AddSurvey(context.Background(), sheet) }, func() {
		s.storing = false
		if err != nil {
			s.fail(err)
			s.changed()
			return
		}
		s.stored = append(s.stored, ids...)
		digits := s.digits
		s.digits = ""
		s.say(false, "sheets.stored", len(s.stored), digits)
		s.load()
	})
}

// undo takes the last sheet back.
func (s *sheetsState) undo() {
	if s.storing || len(s.stored) == 0 {
		return
	}
	s.storing = true
	last := s.stored[len(s.stored)-1]
	var err error
	s.dispatch.Run(func() { err = s.survey.UndoSurvey(context.Background(), last) }, func() {
		s.storing = false
		if err != nil {
			s.fail(err)
			s.changed()
			return
		}
		s.stored = s.stored[:len(s.stored)-1]
		s.say(false, "sheets.undone", len(s.stored))
		s.load()
	})
}

func (s *sheetsState) say(failed bool, key string, args ...any) {
	s.says, s.failed = models.Say(key, args...), failed
	s.changed()
}

// fail says why something did not go; the cause of a fault is for the log.
func (s *sheetsState) fail(err error) {
	s.says, s.failed = models.SaysOf(err), true
	if s.says.Empty() {
		s.says = models.Say("sheets.fault")
	}
	if models.KindOf(err) == models.KindFault {
		s.log.Error("survey", "error", err.Error())
	}
}
