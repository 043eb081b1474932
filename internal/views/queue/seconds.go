package queue

import (
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// queueSeconds runs each once a second while the queue's screen counts seconds,
// and not else.
type queueSeconds struct {
	state    *State
	dispatch stage.Dispatcher
	each     func()
	stop     func() // nil while nothing is counted
}

// follow starts the seconds, or ends them.
func (s *queueSeconds) follow() {
	counts := s.state.counts()
	switch {
	case counts && s.stop == nil:
		s.stop = s.dispatch.Every(time.Second, s.second)
	case !counts && s.stop != nil:
		s.stop()
		s.stop = nil
	}
}

func (s *queueSeconds) second() {
	s.each()
	s.follow()
}

// counts tells whether the screen shows seconds: of an undo or of a call.
func (s *State) counts() bool {
	if s.last.secondsLeft(s.desk.Now()) > 0 {
		return true
	}
	q := s.chosen()
	if q == nil {
		return false
	}
	for _, t := range q.at {
		if t.State == models.TicketCalled {
			return true
		}
	}
	return false
}
