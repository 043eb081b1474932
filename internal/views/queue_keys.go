package views

import "frontdesk/internal/views/kit"

// queueKeys is the table of keys of F3. Letters act on the chosen row, or on
// the visitor of the chosen counter, while nothing is asked in place.
func queueKeys() []Binding {
	return []Binding{
		onQueue("Space", "queue_page.key.next", inQueue, (*queueState).next),
		onQueue("Enter", "queue_page.key.enter", nil, (*queueState).enter),
		onQueue("H", "queue_page.key.serve", inQueue, (*queueState).serve),
		onQueue("U", "queue_page.key.recall", inQueue, (*queueState).recall),
		onQueue("X", "queue_page.key.no_show", inQueue, (*queueState).noShow),
		onQueue("S", "queue_page.key.done", inQueue, (*queueState).finish),
		onQueue("P", "queue_page.key.park", inQueue, (*queueState).askPark),
		onQueue("A", "queue_page.key.transfer", inQueue, (*queueState).askTransfer),
		onQueue("L", "queue_page.key.second", inQueue, (*queueState).askSecond),
		onQueue("K", "queue_page.key.return", inQueue, (*queueState).bringBack),
		onQueue("Up", "queue_page.key.up", nil, func(s *queueState) { s.vertical(-1) }),
		onQueue("Down", "queue_page.key.down", nil, func(s *queueState) { s.vertical(1) }),
		onQueue("Tab", "queue_page.key.tab", inQueue, func(s *queueState) { s.tab(1) }),
		onQueue("Shift+Tab", "queue_page.key.tab_back", inQueue, func(s *queueState) { s.tab(-1) }),
		ofAll(onQueue("Left", "queue_page.key.counter_before", inQueue, func(s *queueState) { s.step(-1) })),
		ofAll(onQueue("Right", "queue_page.key.counter_after", inQueue, func(s *queueState) { s.step(1) })),
		ofAll(Binding{Screen: ScreenQueue, Keys: numbered("", 9), Shown: "1–9", Says: "queue_page.key.counter",
			When: inQueue, Do: takeCounterNumbered}),
		ofAll(onQueue("0", "queue_page.key.all_counters", inQueue, func(s *queueState) { s.takeCounter(nothing) })),
		ofAll(onQueue("PgUp", "queue_page.key.agency_before", inQueue, func(s *queueState) { s.turn(-1) })),
		ofAll(onQueue("PgDn", "queue_page.key.agency_after", inQueue, func(s *queueState) { s.turn(1) })),
		{Screen: ScreenQueue, Keys: numbered("Alt+", longestChoices), Shown: "Alt+1–9", Says: "queue_page.key.choice",
			When: inQuestion, Do: takeChoiceNumbered},
		onQueue("Ctrl+Z", "queue_page.key.undo", nil, (*queueState).undo),
		onQueue("Esc", "queue_page.key.back", nil, (*queueState).back),
	}
}

// ofAll marks a key that a counter's own PC does not have.
func ofAll(b Binding) Binding {
	b.OfAll = true
	return b
}

// onQueue makes a binding whose action needs no more than the state.
func onQueue(key, says string, when func(keyWindow) bool, do func(*queueState)) Binding {
	b := onPage(ScreenQueue, key, says, func(s queuePage) { do(s.queue()) })
	b.When = when
	return b
}

var (
	takeCounterNumbered = pressed(ScreenQueue, func(s queuePage, key kit.KeyPress) { s.queue().takeCounter(digit(key.Name) - 1) })
	takeChoiceNumbered  = pressed(ScreenQueue, func(s queuePage, key kit.KeyPress) { s.queue().takeChoice(digit(key.Name) - 1) })
)

// When a key belongs to the lists and not to the field of a question.
func inQueue(w keyWindow) bool    { return w.page(ScreenQueue).(queuePage).queue().ask == nil }
func inQuestion(w keyWindow) bool { return !inQueue(w) }

// enter answers what is asked, else calls the chosen row.
func (s *queueState) enter() {
	if s.ask != nil {
		s.answer()
		return
	}
	s.call()
}

// vertical moves among the choices of a question, else among the rows.
func (s *queueState) vertical(by int) {
	if s.ask != nil {
		s.moveChoice(by)
		return
	}
	s.move(by)
}
