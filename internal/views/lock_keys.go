package views

import (
	"frontdesk/internal/views/kit"
)

// lockKeys is the table of keys of the page to sign in.
func lockKeys() []Binding {
	return []Binding{
		onLock([]string{"Enter"}, "", "lock.key.enter", func(s *lockState, _ kit.KeyPress) { s.enter() }),
		onLock([]string{"Up"}, "", "lock.key.up", func(s *lockState, _ kit.KeyPress) { s.choose(s.selected - 1) }),
		onLock([]string{"Down"}, "", "lock.key.down", func(s *lockState, _ kit.KeyPress) { s.choose(s.selected + 1) }),
		onLock(numbered("Alt+", 9), "Alt+1–9", "lock.key.number", func(s *lockState, pressed kit.KeyPress) { s.choose(digit(pressed.Name) - 1) }),
		onLock([]string{"Esc"}, "", "lock.key.esc", func(s *lockState, _ kit.KeyPress) { s.skip() }),
	}
}

func onLock(keys []string, shown, says string, do func(*lockState, kit.KeyPress)) Binding {
	return Binding{Screen: ScreenLock, Keys: keys, Shown: shown, Says: says, Do: pressed(ScreenLock, func(l *lockPage, key kit.KeyPress) { do(l.state, key) })}
}
