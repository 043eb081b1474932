package wizard

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of the first run. Its pages show them too:
// the sheet of keys belongs to the desk that is not there yet.
func Keys() []stage.Binding {
	return []stage.Binding{
		onWizard([]string{"Enter"}, "", "wizard.key.enter", func(s *wizardState, _ kit.KeyPress) { s.enter() }),
		onWizard([]string{"F9"}, "", "wizard.key.skip", func(s *wizardState, _ kit.KeyPress) { s.skip() }),
		onWizard([]string{"Alt+Left"}, "", "wizard.key.back", func(s *wizardState, _ kit.KeyPress) { s.back() }),
		onWizard([]string{"Up"}, "", "wizard.key.up", func(s *wizardState, _ kit.KeyPress) { s.step(-1) }),
		onWizard([]string{"Down"}, "", "wizard.key.down", func(s *wizardState, _ kit.KeyPress) { s.step(1) }),
		onWizard(stage.Numbered("Alt+", 9), "Alt+1–9", "wizard.key.number", func(s *wizardState, pressed kit.KeyPress) { s.choose(stage.Digit(pressed.Name) - 1) }),
		onWizard([]string{"Left", "Right"}, "", "wizard.key.language", func(s *wizardState, _ kit.KeyPress) { s.otherLanguage() }),
		onWizard([]string{"Ctrl+T"}, "", "wizard.key.try", func(s *wizardState, _ kit.KeyPress) { s.try() }),
		onWizard([]string{"Ctrl+E"}, "", "wizard.key.save", func(s *wizardState, _ kit.KeyPress) { s.saveWords() }),
		onWizard([]string{"Esc"}, "", "wizard.key.esc", func(s *wizardState, _ kit.KeyPress) { s.esc() }),
	}
}

func onWizard(keys []string, shown, says string, do func(*wizardState, kit.KeyPress)) stage.Binding {
	return stage.Binding{Screen: stage.ScreenWizard, Keys: keys, Shown: shown, Says: says, Do: stage.Pressed(stage.ScreenWizard, do)}
}
