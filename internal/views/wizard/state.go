package wizard

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

// wizardState is the first run: a page for each step, of which every one may be
// left out. Nothing is made before the step that founds the desk.
type wizardState struct {
	port     Port
	dispatch stage.Dispatcher
	changed  func()              // paint
	scroll   func(part float32)  // by a part of the page
	speakIn  func(text.Language) // another language was chosen
	leave    func()              // close; the next start goes on here
	finish   func()              // the desk is ready: open it

	answers models.FirstRun
	secrets models.FirstSecrets
	number  string // of the desk, as typed
	again   string // the PIN once more
	last    string // the last recovery word, typed back
	backup  string // path of the backup to bring back

	spot     int // the field with the focus, from 0
	printers []string
	other    bool // a printer's address is typed
	preview  models.MallPreview
	looked   lookedAt // what preview and faults are about
	faults   []models.FileFault
	words    []string      // recovery words to be written down
	written  bool          // they were, and are hidden
	good     models.Phrase // what went well
	failure  models.Phrase
	busy     bool
	leaving  bool // Esc was pressed once
	resumed  bool // an earlier start was broken off
}

// lookedAt is a directory that was looked at.
type lookedAt struct {
	models.MallSource
	password string
}

// begin goes on with the answers of an earlier start, or starts anew.
func (s *wizardState) begin(answers models.FirstRun) {
	s.answers = answers
	s.resumed = answers.Step != models.StepWelcome && !s.founded()
	s.number = strconv.Itoa(answers.Number)
	s.arrive()
}

// arrive opens the page of the present step.
func (s *wizardState) arrive() {
	s.spot, s.failure, s.good, s.faults, s.looked, s.leaving = 0, models.Phrase{}, models.Phrase{}, nil, lookedAt{}, false
	s.written, s.last, s.words = false, "", nil
	s.changed()
	switch s.answers.Step {
	case models.StepMall:
		if s.answers.Mall.From == models.MallSample {
			s.look(nil)
		}
	case models.StepPrinter:
		s.findPrinters()
	case models.StepKey:
		s.findWords()
	}
}

// place is the present step's place among those of its kind, from 0.
func (s *wizardState) place() int { return slices.Index(s.answers.Kind.Steps(), s.answers.Step) }

// goTo opens the step that is so many further, and keeps the answers.
func (s *wizardState) goTo(by int) {
	steps := s.answers.Kind.Steps()
	next := s.place() + by
	if next < 0 || next >= len(steps) {
		return
	}
	s.answers.Step = steps[next]
	s.answers.Finished = s.answers.Step == models.StepReady
	s.resumed = false
	s.keep()
	s.arrive()
}

// keep writes the answers down. A start that cannot go on from them begins
// anew: no reason to stop.
func (s *wizardState) keep() { _ = s.port.Keep(s.answers) }

// founded tells that the desk is there: what lies before is no longer asked.
func (s *wizardState) founded() bool {
	steps := s.answers.Kind.Steps()
	return slices.ContainsFunc(steps[:s.place()], s.answers.Kind.Founds)
}

// canGoBack tells that the step before may be answered anew.
func (s *wizardState) canGoBack() bool {
	return s.written || s.place() > 0 && (!s.founded() || s.answers.Step == models.StepReady && s.answers.Kind == models.FirstNew)
}

func (s *wizardState) back() {
	switch {
	case s.busy || !s.canGoBack():
	case s.written: // the words are shown again
		s.arrive()
	default:
		s.goTo(-1)
	}
}

// canSkip tells that the step may be left out.
func (s *wizardState) canSkip() bool { return s.answers.Step != models.StepReady }

// skip leaves the step out; on the first page all of them: the desk opens on
// the sample mall.
func (s *wizardState) skip() {
	if s.busy || !s.canSkip() {
		return
	}
	s.leaving = false
	step := s.answers.Step
	switch step {
	case models.StepWelcome:
		s.skipAll()
		return
	case models.StepRestore: // then it is a new desk after all
		s.answers.Kind = models.FirstNew
		s.answers.Step = models.StepWelcome
		s.secrets.Words = ""
		s.goTo(1)
		return
	}
	s.forget(step)
	s.answers.Skip(step)
	s.pass()
}

// skipAll founds a desk of the sample and opens it.
func (s *wizardState) skipAll() {
	s.answers.Kind, s.secrets = models.FirstNew, models.FirstSecrets{}
	for _, step := range s.answers.Kind.Steps() {
		if step != models.StepWelcome && step != models.StepReady {
			s.forget(step)
			s.answers.Skip(step)
		}
	}
	s.found(func() {
		s.answers.Step, s.answers.Finished = models.StepReady, true
		s.keep()
		s.open()
	})
}

// open gives way to the desk, once.
func (s *wizardState) open() {
	s.busy = true
	s.changed()
	s.finish()
}

// forget takes back what a step was answered.
func (s *wizardState) forget(step models.FirstStep) {
	switch step {
	case models.StepMall:
		s.answers.Mall = models.MallSource{From: models.MallSample}
	case models.StepDesk:
		s.answers.Name = ""
	case models.StepAdministrator:
		s.secrets.AdministratorName, s.secrets.PIN, s.again = "", "", ""
	case models.StepPrinter:
		s.answers.Printer, s.other = "", false
	case models.StepCentre:
		s.answers.Target, s.secrets.CentrePassword = "", ""
	case models.StepWords:
		s.secrets.Words = ""
	}
}

// answered goes on from a step that was not left out.
func (s *wizardState) answered() {
	s.answers.Answer(s.answers.Step)
	s.pass()
}

// pass leaves the step, and founds the desk where it is time.
func (s *wizardState) pass() {
	if s.answers.Kind.Founds(s.answers.Step) {
		s.found(func() { s.goTo(1) })
		return
	}
	s.goTo(1)
}

// found makes the desk; secrets are not needed after that.
func (s *wizardState) found(then func()) {
	answers, secrets := s.answers, s.secrets
	s.ask(func(ctx context.Context) error { return s.port.Found(ctx, answers, secrets) }, func() {
		s.secrets, s.again = models.FirstSecrets{}, ""
		then()
	})
}

// ask does something that may take a while; a refusal is said on the page.
func (s *wizardState) ask(work func(context.Context) error, then func()) {
	if s.busy {
		return
	}
	s.busy, s.failure, s.good, s.leaving = true, models.Phrase{}, models.Phrase{}, false
	s.changed()
	var err error
	s.dispatch.Run(func() { err = work(context.Background()) }, func() {
		s.busy = false
		if err != nil {
			s.failure = stage.FailurePhrase(err)
			s.changed()
			return
		}
		then()
	})
}

// esc leaves when it is pressed twice.
func (s *wizardState) esc() {
	if s.leaving {
		s.leaveNow()
		return
	}
	s.leaving = true
	s.changed()
}

// leaveNow keeps what was answered and closes. While the desk is being made it
// waits for that.
func (s *wizardState) leaveNow() {
	if s.busy {
		return
	}
	s.keep()
	s.leave()
}

// otherLanguage changes it, on the first page only.
func (s *wizardState) otherLanguage() {
	if s.answers.Step != models.StepWelcome {
		return
	}
	if s.answers.Language == string(text.English) {
		s.useLanguage(text.Indonesian)
		return
	}
	s.useLanguage(text.English)
}

func (s *wizardState) useLanguage(language text.Language) {
	if s.answers.Language == string(language) {
		return
	}
	s.answers.Language = string(language)
	s.speakIn(language)
}

// saveWords writes the recovery words into a file to be printed.
func (s *wizardState) saveWords() {
	if s.answers.Step != models.StepKey || len(s.words) == 0 || s.written {
		return
	}
	var path string
	s.ask(func(ctx context.Context) (err error) {
		path, err = s.port.SaveWords(ctx)
		return err
	}, func() {
		s.good = models.Say("wizard.key.saved", path)
		s.changed()
	})
}

// findWords brings the recovery words.
func (s *wizardState) findWords() {
	var words string
	s.ask(func(ctx context.Context) (err error) {
		words, err = s.port.Words(ctx)
		return err
	}, func() {
		s.words = strings.Fields(words)
		s.changed()
	})
}
