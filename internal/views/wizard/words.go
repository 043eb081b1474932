package wizard

import (
	"fmt"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// wizardWords say the pages of the first run in a language.
type wizardWords struct{ speak *text.Speaker }

// mostFaults of a file are shown; the rest is counted.
const mostFaults = 5

func (w wizardWords) title(s *wizardState) string {
	return w.speak.T("wizard." + string(s.answers.Step))
}

func (w wizardWords) means(s *wizardState) string {
	if s.written {
		return w.speak.T("wizard.key.check.means")
	}
	return w.speak.T("wizard." + string(s.answers.Step) + ".means")
}

// progress is "2 dari 8".
func (w wizardWords) progress(s *wizardState) string {
	return w.speak.T("wizard.progress", s.place()+1, len(s.answers.Kind.Steps()))
}

// field is the label and the hint of a field.
func (w wizardWords) field(f wizardField) (label, hint string) {
	key := "wizard.field." + string(f)
	label = w.speak.T(key)
	if w.speak.Has(key + ".hint") {
		hint = w.speak.T(key + ".hint")
	}
	return label, hint
}

// rows are the choices of the present page.
func (w wizardWords) rows(s *wizardState) []kit.SettingLine {
	var lines []kit.SettingLine
	switch s.answers.Step {
	case models.StepWelcome:
		for _, kind := range models.FirstKinds {
			lines = append(lines, w.row("wizard.kind."+string(kind)))
		}
	case models.StepMall:
		for _, from := range models.MallSources {
			lines = append(lines, w.row("wizard.from."+string(from)))
		}
	case models.StepPrinter:
		if len(s.printers) == 0 {
			return nil
		}
		for _, address := range s.printers {
			name := strings.TrimPrefix(address, "system:")
			lines = append(lines, kit.SettingLine{Name: name, Means: w.speak.T("wizard.printer.known")})
		}
		lines = append(lines, w.row("wizard.printer.other"))
	}
	return lines
}

func (w wizardWords) row(key string) kit.SettingLine {
	return kit.SettingLine{Name: w.speak.T(key), Means: w.speak.T(key + ".means")}
}

// note is the one thing to be said below the fields.
func (w wizardWords) note(s *wizardState) (kind kit.NoteKind, title, sentence string) {
	switch {
	case s.leaving && s.founded():
		return kit.NoteWarn, w.speak.T("wizard.leaving"), w.speak.T("wizard.leaving.founded")
	case s.leaving:
		return kit.NoteWarn, w.speak.T("wizard.leaving"), w.speak.T("wizard.leaving.means")
	case !s.failure.Empty():
		return kit.NoteStop, "", w.speak.Say(s.failure)
	case s.busy:
		return kit.NoteInfo, "", w.speak.T("wizard.busy")
	case len(s.faults) > 0:
		return kit.NoteStop, w.speak.T("wizard.mall.faults", len(s.faults)), w.faults(s.faults)
	case !s.good.Empty():
		return kit.NoteOK, "", w.speak.Say(s.good)
	case s.answers.Step == models.StepMall && s.looked.From != "":
		return kit.NoteOK, s.preview.Name, w.speak.T("wizard.mall.holds", s.preview.Agencies, s.preview.Services, s.preview.Counters)
	case s.resumed:
		return kit.NoteInfo, "", w.speak.T("wizard.resumed")
	}
	return kit.NoteInfo, "", ""
}

func (w wizardWords) faults(list []models.FileFault) string {
	var lines []string
	for _, fault := range list[:min(mostFaults, len(list))] {
		lines = append(lines, strings.TrimPrefix(fault.Place+": "+w.speak.Say(fault.Says), ": "))
	}
	if more := len(list) - mostFaults; more > 0 {
		lines = append(lines, w.speak.T("wizard.mall.more", more))
	}
	return strings.Join(lines, "\n")
}

// next says what Enter does now.
func (w wizardWords) next(s *wizardState) string {
	switch {
	case s.spot < len(s.fields())-1:
		return w.speak.T("wizard.next")
	case s.answers.Step == models.StepMall && s.answers.Mall.From != models.MallSample &&
		s.looked != (lookedAt{s.answers.Mall, s.secrets.CentrePassword}):
		return w.speak.T("wizard.look")
	case s.answers.Step == models.StepReady:
		return w.speak.T("wizard.open")
	case s.answers.Step == models.StepRestore:
		return w.speak.T("wizard.bring_back")
	case s.answers.Kind.Founds(s.answers.Step):
		return w.speak.T("wizard.found")
	case s.answers.Step == models.StepKey && !s.written:
		return w.speak.T("wizard.written")
	}
	return w.speak.T("wizard.next")
}

// skip says what F9 leaves out.
func (w wizardWords) skip(s *wizardState) string {
	if s.answers.Step == models.StepWelcome {
		return w.speak.T("wizard.skip_all")
	}
	return w.speak.T("wizard.skip")
}

// try is the button that tries the present page; empty: none.
func (w wizardWords) try(s *wizardState) (label, key string) {
	switch s.answers.Step {
	case models.StepPrinter:
		return w.speak.T("wizard.printer.try"), "Ctrl T"
	case models.StepCentre:
		return w.speak.T("wizard.centre.try"), "Ctrl T"
	case models.StepKey:
		if !s.written {
			return w.speak.T("wizard.key.print"), "Ctrl E"
		}
	}
	return "", ""
}

// summary tells on the last page what is set, and of what was left out where
// it is done later.
func (w wizardWords) summary(s *wizardState) []kit.Definition {
	if s.answers.Step != models.StepReady {
		return nil
	}
	left := map[models.FirstStep]bool{}
	for _, step := range s.answers.Left() {
		left[step] = true
	}
	var list []kit.Definition
	for _, step := range s.answers.Kind.Steps() {
		if step == models.StepWelcome || step == models.StepReady {
			continue
		}
		line := kit.Definition{Term: w.speak.T("wizard.short." + string(step)), Value: w.speak.T("wizard.done"), Stress: true}
		if left[step] {
			line.Value, line.Stress = w.speak.T("wizard.left"), false
			line.Detail = w.speak.T("wizard.later." + string(step))
		}
		list = append(list, line)
	}
	return list
}

// numberedWord is a recovery word with its place.
func numberedWord(i int, word string) string { return fmt.Sprintf("%d  %s", i+1, word) }
