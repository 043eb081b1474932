package main

import (
	"context"
	"slices"
	"strings"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
)

// waitsForFirstRun tells that nothing is set up in a folder, and what says so:
// looking at it must not make a desk of it.
func waitsForFirstRun(folder string) (finding, bool) {
	answers, due, err := firstRun(folder)
	switch {
	case err != nil || !due || holdsRecords(folder):
		return finding{}, false
	case answers.Kind == "" || answers.Step == models.StepWelcome:
		return finding{"first_run", noted, models.Say("doctor.first_run.new"), models.Say("doctor.first_run.open")}, true
	}
	return finding{"first_run", noted, models.Say("doctor.first_run.broken_off"), models.Say("doctor.first_run.open")}, true
}

// checkFirstRun tells which steps of the first run were left out and are not
// done since; nothing on a desk that was set up in another way.
func (p *Program) checkFirstRun(ctx context.Context) []finding {
	answers, due, err := firstRun(p.Folder)
	switch {
	case err != nil:
		return []finding{{"first_run", ailing, says(err), models.Say("doctor.disk.rights")}}
	case due:
		return []finding{{"first_run", noted, models.Say("doctor.first_run.broken_off"), models.Say("doctor.first_run.open")}}
	case answers.Kind == "":
		return nil
	}
	var names, advice []string
	for _, step := range answers.Left() {
		if !p.doneSince(ctx, step) {
			names = append(names, p.Speak.T("wizard.short."+string(step)))
			advice = append(advice, p.Speak.T("wizard.later."+string(step)))
		}
	}
	if len(names) == 0 {
		return []finding{{"first_run", healthy, models.Say("doctor.first_run.complete"), models.Phrase{}}}
	}
	return []finding{{"first_run", noted, models.Say("doctor.first_run.left", strings.Join(names, ", ")),
		models.Say("doctor.first_run.later", strings.Join(advice, " "))}}
}

// doneSince tells that a step that was left out is done now, as far as the desk
// itself can tell; the key's commands tell for themselves.
func (p *Program) doneSince(ctx context.Context, step models.FirstStep) bool {
	switch step {
	case models.StepMall:
		fromCentre, err := p.Store.DirectoryFromCentre(ctx)
		return err == nil && fromCentre || !directory.Compare(directory.Sample(), p.Desk.Catalogue().Directory).None()
	case models.StepDesk:
		return p.Settings.DeskName != "" || p.Settings.DeskNumber > 1
	case models.StepAdministrator:
		list, err := p.Store.Operators(ctx)
		return err == nil && len(list) > 0
	case models.StepPrinter:
		return p.Settings.Printer != ""
	case models.StepCentre:
		target, err := p.target("")
		return err == nil && target != nightly.DefaultTarget(p.Folder)
	}
	return false
}

// doneNow notes that a step that was left out is done.
func doneNow(folder string, step models.FirstStep) {
	answers, due, err := firstRun(folder)
	if err != nil || due || !slices.Contains(answers.Skipped, step) {
		return
	}
	answers.Answer(step)
	_ = keepFirstRun(folder, answers) // only the doctor's advice stays as it was
}
