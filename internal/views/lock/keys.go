package lock

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of the page to sign in.
func Keys() []stage.Binding {
	return []stage.Binding{
		onLock([]string{"Enter"}, "", "lock.key.enter", func(s *lockState, _ kit.KeyPress) { s.enter() }),
		onLock([]string{"Up"}, "", "lock.key.up", func(s *lockState, _ kit.KeyPress) { s.choose(s.selected - 1) }),
		onLock([]string{"Down"}, "", "lock.key.down", func(s *lockState, _ kit.KeyPress) { s.choose(s.selected + 1) }),
		onLock(stage.Numbered("Alt+", 9), "Alt+1–9", "lock.key.number", func(s *lockState, pressed kit.KeyPress) { s.choose(stage.Digit(pressed.Name) - 1) }),
		onLock([]string{"Esc"}, "", "lock.key.esc", func(s *lockState, _ kit.KeyPress) { s.skip() }),
	}
}

func onLock(keys []string, shown, says string, do func(*lockState, kit.KeyPress)) stage.Binding {
	return stage.Binding{Screen: stage.ScreenLock, Keys: keys, Shown: shown, Says: says, Do: stage.Pressed(stage.ScreenLock, func(l *Page, key kit.KeyPress) { do(l.state, key) })}
}
