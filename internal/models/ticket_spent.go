package models

import "time"

// Spent sums up a ticket's life by Qmatic's published definitions
// (docs.qmatic.io, "How statistical data is stored and calculated"): the
// waiting time runs from entering the queue to the call, the transaction time
// from the call to its end. After a no-show the last call counts; a transfer
// starts a new visit transaction of the same visit. All are ≥ 0.
type Spent struct {
	Waiting time.Duration // in the queue, over all visit transactions
	Walking time.Duration // called and not yet at the counter
	Serving time.Duration // service time
	Parked  time.Duration
	Absent  time.Duration // between no-show and return
}

// Transaction is the time from the call to the end of the service.
func (s Spent) Transaction() time.Duration { return s.Walking + s.Serving }

// SpentBy sums the events of one ticket, oldest first, up to an instant. An
// event that was taken back counts as if it had never been.
func SpentBy(events []TicketEvent, until time.Time) Spent {
	undone := map[string]bool{}
	for _, e := range events {
		if e.Undoes != "" {
			undone[e.Undoes], undone[e.ID] = true, true
		}
	}
	var s Spent
	var state TicketState
	var since time.Time
	for _, e := range events {
		if undone[e.ID] {
			continue
		}
		s.add(state, e.At.Sub(since))
		if state == TicketParked {
			s.splitParking(e, since)
		}
		state, since = e.State, e.At
	}
	s.add(state, until.Sub(since))
	return s
}

func (s *Spent) add(state TicketState, span time.Duration) {
	span = max(0, span)
	switch state {
	case TicketWaiting, TicketPrinting:
		s.Waiting += span
	case TicketCalled:
		s.Walking += span
	case TicketServing:
		s.Serving += span
	case TicketParked:
		s.Parked += span
	case TicketNoShow:
		s.Absent += span
	}
}

// splitParking counts what a parked visitor waited after the parking was over.
func (s *Spent) splitParking(left TicketEvent, since time.Time) {
	until := left.Before.ParkedUntil
	if until.Before(since) || !until.Before(left.At) {
		return
	}
	waited := left.At.Sub(until)
	s.Parked -= waited
	s.Waiting += waited
}
