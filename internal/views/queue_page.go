package views

// queuePage is the screen of all counters, or that of one.
type queuePage interface {
	screen
	queue() *queueState
	refresh()
}

var (
	_ queuePage = (*queueScreen)(nil)
	_ queuePage = (*counterScreen)(nil)
)

// newQueuePage makes the screen of all counters, or that of the one counter
// whose code is given; changed hears of each new state.
func newQueuePage(q Queue, s stage, counter string, changed func()) queuePage {
	state := newQueueState(s.desk, q, s)
	page := queuePage(newQueueScreen(state, s))
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

func (s *queueScreen) queue() *queueState   { return s.state }
func (s *counterScreen) queue() *queueState { return s.state }

// waiting is how many wait; not known before the queue was read.
func (s *queueState) waiting() (count int, known bool) {
	if s.day == nil {
		return 0, false
	}
	return s.day.waiting, true
}
