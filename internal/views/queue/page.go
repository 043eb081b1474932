package queue

import "frontdesk/internal/views/stage"

// Page is the screen of all counters, or that of one.
type Page interface {
	stage.Screen
	State() *State
	refresh()
}

var (
	_ Page = (*queueScreen)(nil)
	_ Page = (*counterScreen)(nil)
)

// New makes the screen of all counters, or that of the one counter
// whose code is given; changed hears of each new state.
func New(q Port, s stage.Stage, counter string, changed func()) Page {
	state := newQueueState(s.Desk, q, s)
	page := Page(newQueueScreen(state, s))
	if counter != "" {
		state.atCounter(counter)
		page = newCounterScreen(state, s)
	}
	state.changed = func() {
		changed()
		page.refresh()
	}
	return page
}

// State is what this screen shows.
func (s *queueScreen) State() *State { return s.state }

// State is what this screen shows.
func (s *counterScreen) State() *State { return s.state }

// Waiting is how many wait; not known before the queue was read.
func (s *State) Waiting() (count int, known bool) {
	if s.day == nil {
		return 0, false
	}
	return s.day.waiting, true
}
