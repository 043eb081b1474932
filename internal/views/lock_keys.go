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
	return Binding{Screen: ScreenLock, Keys: keys, Shown: shown, Says: says, Do: func(p *program, pressed kit.KeyPress) {
		if p.lock != nil {
			do(p.lock.state, pressed)
		}
	}}
}

// lockNow hides the records, by key and by the lock in the header.
func (p *program) lockNow() {
	if p.lock != nil && !p.lock.state.covers() {
		p.lock.state.lock()
	}
}
