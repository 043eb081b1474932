package today

import (
	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// todayStates are the states of F5 with their keys, in the order of the screen.
var todayStates = []struct {
	key   string
	state models.PresenceState
	looks models.State
}{
	{"H", models.PresencePresent, models.StateOpen},
	{"T", models.PresenceLate, models.StateLate},
	{"X", models.PresenceAbsent, models.StateAbsent},
	{"I", models.PresenceBreak, models.StateBreak},
	{"G", models.PresenceOutage, models.StateOutage},
}

// Keys is the table of keys of F5.
func Keys() []stage.Binding {
	var keys []stage.Binding
	for _, s := range todayStates {
		keys = append(keys, onToday(s.key, "today.key."+string(s.state), func(t *todayState) { t.mark(s.state) }))
	}
	counters := onToday("1", "today.key.counter", nil)
	counters.Keys, counters.Shown = stage.Numbered("", mostTodayCounters), "1–9"
	counters.Do = stage.Pressed(stage.ScreenToday, func(s *Screen, key kit.KeyPress) { s.state.staff(stage.Digit(key.Name)) })
	return append(keys,
		onToday("Enter", "today.key.save", (*todayState).enter),
		counters,
		onToday("P", "today.key.park", (*todayState).parkAll),
		onToday("A", "today.key.move", (*todayState).beginMove),
		onToday("Up", "today.key.up", func(t *todayState) { t.move(-1) }),
		onToday("Down", "today.key.down", func(t *todayState) { t.move(1) }),
		onToday("PgUp", "today.key.page_up", func(t *todayState) { t.move(-todayPage) }),
		onToday("PgDn", "today.key.page_down", func(t *todayState) { t.move(todayPage) }),
		onToday("Ctrl+F", "today.key.search", func(t *todayState) { t.goTo(todaySearch) }),
		onToday("Tab", "today.key.next", func(t *todayState) { t.tab(1) }),
		onToday("Shift+Tab", "today.key.before", func(t *todayState) { t.tab(-1) }),
		onToday("Ctrl+Z", "today.key.undo", (*todayState).undo),
		onToday("Esc", "today.key.back", (*todayState).back),
	)
}

const (
	mostTodayCounters = 9
	todayPage         = 8 // rows that PgUp and PgDn go
)

// onToday makes a binding of F5.
func onToday(key, says string, do func(*todayState)) stage.Binding {
	return stage.On(stage.ScreenToday, key, says, func(s *Screen) { do(s.state) })
}
