package people

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of the operators under F10.
func Keys() []stage.Binding {
	begin := func(key, says string, deed peopleDeed) stage.Binding {
		return onPeople(key, says, func(s *peopleState) { s.begin(deed) })
	}
	roles := onPeople("1", "people.key.roles", nil)
	roles.Keys, roles.Shown = stage.Numbered("", len(peopleRoles)), "1–5"
	roles.Do = stage.Pressed(stage.ScreenPeople, func(s *Screen, key kit.KeyPress) { s.state.chooseRole(stage.Digit(key.Name) - 1) })
	return []stage.Binding{
		onPeople("Up", "people.key.up", func(s *peopleState) { s.move(-1) }),
		onPeople("Down", "people.key.down", func(s *peopleState) { s.move(1) }),
		onPeople("PgUp", "people.key.page_up", func(s *peopleState) { s.move(-8) }),
		onPeople("PgDn", "people.key.page_down", func(s *peopleState) { s.move(8) }),
		begin("N", "people.key.add", peopleAdd),
		begin("R", "people.key.role", peopleRole),
		begin("P", "people.key.pin", peoplePIN),
		onPeople("X", "people.key.able", (*peopleState).able),
		begin("J", "people.key.allow", peopleAllow),
		roles,
		onPeople("Enter", "people.key.enter", (*peopleState).enter),
		onPeople("Tab", "people.key.tab", func(s *peopleState) { s.tab(1) }),
		onPeople("Shift+Tab", "people.key.shift_tab", func(s *peopleState) { s.tab(-1) }),
		onPeople("Esc", "people.key.esc", (*peopleState).leave),
	}
}

// onPeople makes a binding of the operators.
func onPeople(key, says string, do func(*peopleState)) stage.Binding {
	return stage.On(stage.ScreenPeople, key, says, func(s *Screen) { do(s.state) })
}
