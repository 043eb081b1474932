package views

import "frontdesk/internal/views/kit"

// wizardKeys is the table of keys of the first run. Its pages show them too:
// the sheet of keys belongs to the desk that is not there yet.
func wizardKeys() []Binding {
	return []Binding{
		onWizard([]string{"Enter"}, "", "wizard.key.enter", func(s *wizardState, _ kit.KeyPress) { s.enter() }),
		onWizard([]string{"F9"}, "", "wizard.key.skip", func(s *wizardState, _ kit.KeyPress) { s.skip() }),
		onWizard([]string{"Alt+Left"}, "", "wizard.key.back", func(s *wizardState, _ kit.KeyPress) { s.back() }),
		onWizard([]string{"Up"}, "", "wizard.key.up", func(s *wizardState, _ kit.KeyPress) { s.step(-1) }),
		onWizard([]string{"Down"}, "", "wizard.key.down", func(s *wizardState, _ kit.KeyPress) { s.step(1) }),
		onWizard(numbered("Alt+", 9), "Alt+1–9", "wizard.key.number", func(s *wizardState, pressed kit.KeyPress) { s.choose(digit(pressed.Name) - 1) }),
		onWizard([]string{"Left", "Right"}, "", "wizard.key.language", func(s *wizardState, _ kit.KeyPress) { s.otherLanguage() }),
		onWizard([]string{"Ctrl+T"}, "", "wizard.key.try", func(s *wizardState, _ kit.KeyPress) { s.try() }),
		onWizard([]string{"Ctrl+E"}, "", "wizard.key.save", func(s *wizardState, _ kit.KeyPress) { s.saveWords() }),
		onWizard([]string{"Esc"}, "", "wizard.key.esc", func(s *wizardState, _ kit.KeyPress) { s.esc() }),
	}
}

func onWizard(keys []string, shown, says string, do func(*wizardState, kit.KeyPress)) Binding {
	return Binding{Screen: ScreenWizard, Keys: keys, Shown: shown, Says: says, Do: pressed(ScreenWizard, do)}
}
