package queue

import (
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keys is the table of keys of F3. Letters act on the chosen row, or on
// the visitor of the chosen counter, while nothing is asked in place.
func Keys() []stage.Binding {
	return []stage.Binding{
		onQueue("Space", "queue_page.key.next", inQueue, (*State).next),
		onQueue("Enter", "queue_page.key.enter", nil, (*State).enter),
		onQueue("H", "queue_page.key.serve", inQueue, (*State).serve),
		onQueue("U", "queue_page.key.recall", inQueue, (*State).recall),
		onQueue("X", "queue_page.key.no_show", inQueue, (*State).noShow),
		onQueue("S", "queue_page.key.done", inQueue, (*State).finish),
		onQueue("P", "queue_page.key.park", inQueue, (*State).askPark),
		onQueue("A", "queue_page.key.transfer", inQueue, (*State).askTransfer),
		onQueue("L", "queue_page.key.second", inQueue, (*State).askSecond),
		onQueue("K", "queue_page.key.return", inQueue, (*State).bringBack),
		onQueue("Up", "queue_page.key.up", nil, func(s *State) { s.vertical(-1) }),
		onQueue("Down", "queue_page.key.down", nil, func(s *State) { s.vertical(1) }),
		onQueue("Tab", "queue_page.key.tab", inQueue, func(s *State) { s.tab(1) }),
		onQueue("Shift+Tab", "queue_page.key.tab_back", inQueue, func(s *State) { s.tab(-1) }),
		ofAll(onQueue("Left", "queue_page.key.counter_before", inQueue, func(s *State) { s.step(-1) })),
		ofAll(onQueue("Right", "queue_page.key.counter_after", inQueue, func(s *State) { s.step(1) })),
		ofAll(stage.Binding{Screen: stage.ScreenQueue, Keys: stage.Numbered("", 9), Shown: "1–9", Says: "queue_page.key.counter",
			When: inQueue, Do: takeCounterNumbered}),
		ofAll(onQueue("0", "queue_page.key.all_counters", inQueue, func(s *State) { s.takeCounter(stage.Nothing) })),
		ofAll(onQueue("PgUp", "queue_page.key.agency_before", inQueue, func(s *State) { s.turn(-1) })),
		ofAll(onQueue("PgDn", "queue_page.key.agency_after", inQueue, func(s *State) { s.turn(1) })),
		{Screen: stage.ScreenQueue, Keys: stage.Numbered("Alt+", longestChoices), Shown: "Alt+1–9", Says: "queue_page.key.choice",
			When: inQuestion, Do: takeChoiceNumbered},
		onQueue("Ctrl+Z", "queue_page.key.undo", nil, (*State).undo),
		onQueue("Esc", "queue_page.key.back", nil, (*State).back),
	}
}

// ofAll marks a key that a counter's own PC does not have.
func ofAll(b stage.Binding) stage.Binding {
	b.OfAll = true
	return b
}

// onQueue makes a binding whose action needs no more than the state.
func onQueue(key, says string, when func(stage.Window) bool, do func(*State)) stage.Binding {
	b := stage.On(stage.ScreenQueue, key, says, func(s Page) { do(s.State()) })
	b.When = when
	return b
}

var (
	takeCounterNumbered = stage.Pressed(stage.ScreenQueue, func(s Page, key kit.KeyPress) { s.State().takeCounter(stage.Digit(key.Name) - 1) })
	takeChoiceNumbered  = stage.Pressed(stage.ScreenQueue, func(s Page, key kit.KeyPress) { s.State().takeChoice(stage.Digit(key.Name) - 1) })
)

// When a key belongs to the lists and not to the field of a question.
func inQueue(w stage.Window) bool    { return w.Page(stage.ScreenQueue).(Page).State().ask == nil }
func inQuestion(w stage.Window) bool { return !inQueue(w) }

// enter answers what is asked, else calls the chosen row.
func (s *State) enter() {
	if s.ask != nil {
		s.answer()
		return
	}
	s.call()
}

// vertical moves among the choices of a question, else among the rows.
func (s *State) vertical(by int) {
	if s.ask != nil {
		s.moveChoice(by)
		return
	}
	s.move(by)
}
