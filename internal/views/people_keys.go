package views

import "frontdesk/internal/views/kit"

// peopleKeys is the table of keys of the operators under F10.
func peopleKeys() []Binding {
	begin := func(key, says string, deed peopleDeed) Binding {
		return onPeople(key, says, func(s *peopleState) { s.begin(deed) })
	}
	roles := onPeople("1", "people.key.roles", nil)
	roles.Keys, roles.Shown = numbered("", len(peopleRoles)), "1–5"
	roles.Do = pressed(ScreenPeople, func(s *peopleScreen, key kit.KeyPress) { s.state.chooseRole(digit(key.Name) - 1) })
	return []Binding{
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
func onPeople(key, says string, do func(*peopleState)) Binding {
	return onPage(ScreenPeople, key, says, func(s *peopleScreen) { do(s.state) })
}
