package wizard

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// wizardField is something that is typed in the first run.
type wizardField string

const (
	fieldMallFile      wizardField = "mall_file"
	fieldMallCentre    wizardField = "mall_centre"
	fieldPassword      wizardField = "password"
	fieldNumber        wizardField = "number"
	fieldDeskName      wizardField = "desk_name"
	fieldAdministrator wizardField = "administrator"
	fieldPIN           wizardField = "pin"
	fieldAgain         wizardField = "again"
	fieldPrinter       wizardField = "printer"
	fieldTarget        wizardField = "target"
	fieldLast          wizardField = "last"
	fieldWords         wizardField = "words"
	fieldBackup        wizardField = "backup"
)

// Most fields on one page, and most pages.
const (
	mostWizardFields = 3
	mostWizardSteps  = 8
)

// hidden tells that what is typed is not shown.
func (f wizardField) hidden() bool { return f == fieldPassword || f == fieldPIN || f == fieldAgain }

// value is where a field is kept.
func (s *wizardState) value(f wizardField) *string {
	return map[wizardField]*string{
		fieldMallFile: &s.answers.Mall.File, fieldMallCentre: &s.answers.Mall.Centre, fieldPassword: &s.secrets.CentrePassword,
		fieldNumber: &s.number, fieldDeskName: &s.answers.Name,
		fieldAdministrator: &s.secrets.AdministratorName, fieldPIN: &s.secrets.PIN, fieldAgain: &s.again,
		fieldPrinter: &s.answers.Printer, fieldTarget: &s.answers.Target,
		fieldLast: &s.last, fieldWords: &s.secrets.Words, fieldBackup: &s.backup,
	}[f]
}

// fields are those of the present page.
func (s *wizardState) fields() []wizardField {
	switch s.answers.Step {
	case models.StepMall:
		switch s.answers.Mall.From {
		case models.MallFile:
			return []wizardField{fieldMallFile}
		case models.MallCentre:
			return withPassword(fieldMallCentre, s.answers.Mall.Centre)
		}
	case models.StepDesk:
		return []wizardField{fieldNumber, fieldDeskName}
	case models.StepAdministrator:
		return []wizardField{fieldAdministrator, fieldPIN, fieldAgain}
	case models.StepPrinter:
		if s.other || len(s.printers) == 0 {
			return []wizardField{fieldPrinter}
		}
	case models.StepCentre:
		return withPassword(fieldTarget, s.answers.Target)
	case models.StepKey:
		if s.written {
			return []wizardField{fieldLast}
		}
	case models.StepWords:
		return []wizardField{fieldWords}
	case models.StepRestore:
		return []wizardField{fieldBackup, fieldWords}
	}
	return nil
}

// withPassword asks for a password where the target is a server.
func withPassword(f wizardField, target string) []wizardField {
	if strings.HasPrefix(strings.TrimSpace(target), "postgres") {
		return []wizardField{f, fieldPassword}
	}
	return []wizardField{f}
}

// choices counts the rows of the present page and tells the chosen one.
func (s *wizardState) choices() (count, chosen int) {
	switch s.answers.Step {
	case models.StepWelcome:
		return len(models.FirstKinds), max(0, slices.Index(models.FirstKinds, s.answers.Kind))
	case models.StepMall:
		return len(models.MallSources), max(0, slices.Index(models.MallSources, s.answers.Mall.From))
	case models.StepPrinter:
		if len(s.printers) == 0 {
			return 0, 0
		}
		if s.other {
			return len(s.printers) + 1, len(s.printers)
		}
		return len(s.printers) + 1, max(0, slices.Index(s.printers, s.answers.Printer))
	}
	return 0, 0
}

// step chooses the row so many further; a page without rows is scrolled.
func (s *wizardState) step(by int) {
	count, chosen := s.choices()
	if count == 0 {
		s.scroll(float32(by) / 3)
		return
	}
	s.choose(chosen + by)
}

// choose takes a row.
func (s *wizardState) choose(i int) {
	count, chosen := s.choices()
	if s.busy || i < 0 || i >= count || i == chosen {
		return
	}
	s.spot, s.failure, s.good, s.faults, s.looked, s.leaving = 0, models.Phrase{}, models.Phrase{}, nil, lookedAt{}, false
	switch s.answers.Step {
	case models.StepWelcome:
		s.answers.Kind = models.FirstKinds[i]
		s.answers.Mall.From = models.MallSample
		if s.answers.Kind == models.FirstSecond {
			s.answers.Mall.From = models.MallCentre
		}
	case models.StepMall:
		s.answers.Mall.From = models.MallSources[i]
		if s.answers.Mall.From == models.MallSample {
			s.look(nil)
		}
	case models.StepPrinter:
		s.other = i == len(s.printers)
		s.answers.Printer = ""
		if !s.other {
			s.answers.Printer = s.printers[i]
		}
	}
	s.changed()
}

// enter goes on: to the next field, or to the next step.
func (s *wizardState) enter() {
	if s.busy {
		return
	}
	s.leaving = false
	if s.spot < len(s.fields())-1 {
		s.spot++
		s.failure = models.Phrase{}
		s.changed()
		return
	}
	switch s.answers.Step {
	case models.StepWelcome:
		s.goTo(1)
	case models.StepMall:
		s.takeMall()
	case models.StepDesk:
		s.takeDesk()
	case models.StepAdministrator:
		s.takeAdministrator()
	case models.StepPrinter:
		s.takePrinter()
	case models.StepCentre:
		s.takeCentre()
	case models.StepKey:
		s.keepWords()
	case models.StepWords:
		s.takeWords()
	case models.StepRestore:
		s.restore()
	case models.StepReady:
		s.open()
	}
}

// refuse says what is missing and puts the focus there.
func (s *wizardState) refuse(spot int, says models.Phrase) {
	s.spot, s.failure = spot, says
	s.changed()
}

// takeMall looks first and goes on when the directory was seen.
func (s *wizardState) takeMall() {
	now := lookedAt{s.answers.Mall, s.secrets.CentrePassword}
	switch {
	case s.looked == now && len(s.faults) == 0:
		if s.answers.Mall.From == models.MallCentre && s.answers.Target == "" {
			s.answers.Target = strings.TrimSpace(s.answers.Mall.Centre)
		}
		s.answered()
	case s.answers.Mall.From == models.MallSample:
		s.look(s.answered)
	default:
		s.look(nil)
	}
}

// look reads the directory that is chosen.
func (s *wizardState) look(then func()) {
	at := lookedAt{s.answers.Mall, s.secrets.CentrePassword}
	var preview models.MallPreview
	var faults []models.FileFault
	s.ask(func(ctx context.Context) (err error) {
		preview, faults, err = s.port.Look(ctx, at.MallSource, at.password)
		return err
	}, func() {
		s.preview, s.faults, s.looked = preview, faults, at
		if preview.Next > 0 {
			s.number = strconv.Itoa(preview.Next)
		}
		if then != nil {
			then()
			return
		}
		s.changed()
	})
}

func (s *wizardState) takeDesk() {
	number, err := strconv.Atoi(strings.TrimSpace(s.number))
	if err != nil || number < 1 || number > 9 {
		s.refuse(0, models.Say("wizard.desk.number_wrong"))
		return
	}
	s.answers.Number = number
	s.answered()
}

func (s *wizardState) takeAdministrator() {
	if s.secrets.PIN != s.again {
		s.again = ""
		s.refuse(2, models.Say("lock.pins_differ"))
		return
	}
	if err := s.port.CheckAdministrator(s.secrets.AdministratorName, s.secrets.PIN); err != nil {
		spot := 1
		if strings.TrimSpace(s.secrets.AdministratorName) == "" {
			spot = 0
		}
		s.refuse(spot, stage.FailurePhrase(err))
		return
	}
	s.answered()
}

func (s *wizardState) findPrinters() {
	var found []string
	s.ask(func(ctx context.Context) error {
		found = s.port.Printers(ctx)
		return nil
	}, func() {
		s.printers = found
		if len(found) > 0 && s.answers.Printer == "" {
			s.answers.Printer = found[0]
		}
		s.other = !slices.Contains(found, s.answers.Printer)
		s.changed()
	})
}

func (s *wizardState) takePrinter() {
	if err := s.port.CheckPrinter(s.answers.Printer); err != nil {
		s.refuse(0, stage.FailurePhrase(err))
		return
	}
	s.answered()
}

// try prints a slip, or asks the centre, and stays on the page.
func (s *wizardState) try() {
	switch s.answers.Step {
	case models.StepPrinter:
		answers := s.answers
		s.ask(func(ctx context.Context) error { return s.port.TryPrinter(ctx, answers.Printer, answers) }, func() {
			s.good = models.Say("wizard.printer.printed")
			s.changed()
		})
	case models.StepCentre:
		s.tryCentre(func() {
			s.good = models.Say("wizard.centre.reached")
			s.changed()
		})
	}
}

func (s *wizardState) tryCentre(then func()) {
	target, password := strings.TrimSpace(s.answers.Target), s.secrets.CentrePassword
	s.ask(func(ctx context.Context) error { return s.port.TryCentre(ctx, target, password) }, then)
}

// takeCentre goes on when the centre answered.
func (s *wizardState) takeCentre() {
	s.answers.Target = strings.TrimSpace(s.answers.Target)
	s.tryCentre(s.answered)
}

// keepWords hides the words and goes on when the last one, typed from what was
// written down, proves that they are kept.
func (s *wizardState) keepWords() {
	if len(s.words) == 0 {
		return
	}
	if !s.written {
		s.written = true
		s.changed()
		return
	}
	if !strings.EqualFold(strings.TrimSpace(s.last), s.words[len(s.words)-1]) {
		s.last = ""
		s.refuse(0, models.Say("wizard.key.wrong"))
		return
	}
	s.last, s.words = "", nil
	s.answered()
}

func (s *wizardState) takeWords() {
	if strings.TrimSpace(s.secrets.Words) == "" {
		s.refuse(0, models.Say("wizard.words.missing"))
		return
	}
	s.answered()
}

func (s *wizardState) restore() {
	if strings.TrimSpace(s.backup) == "" {
		s.refuse(0, models.Say("wizard.restore.missing"))
		return
	}
	file, words := strings.TrimSpace(s.backup), s.secrets.Words
	s.ask(func(ctx context.Context) error { return s.port.Restore(ctx, file, words) }, func() {
		s.secrets = models.FirstSecrets{}
		s.goTo(1)
	})
}
