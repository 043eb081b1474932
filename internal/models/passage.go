package models

import "time"

// Passage is one stay of a ticket in an agency's queue, from the instant it
// began to wait until a counter was done with it. A ticket that comes back
// after a no-show, or goes on to another counter, begins another passage with
// the arrival that it keeps.
type Passage struct {
	Ticket       string // id
	BusinessDate string
	Agency       string // code
	Service      string // code; empty: transferred to the agency, service not said
	Counter      string // code; empty while not called
	Reserved     string // code of the only counter that calls it; empty: any that serves it
	Priority     bool
	Arrived      time.Time // decides the place in the queue
	Queued       time.Time // waits in this queue since
	Called       time.Time // zero: waits still, or left uncalled
	Ended        time.Time // served, not present, or left; zero: not yet
	NoShow       bool      // called in vain
}

// Waiting tells that the ticket stands in the queue at an instant.
func (p Passage) Waiting(at time.Time) bool {
	return !p.Queued.After(at) && !within(p.Called, at) && !within(p.Ended, at)
}

// AtCounter tells that a counter is busy with the ticket at an instant.
func (p Passage) AtCounter(at time.Time) bool { return within(p.Called, at) && !within(p.Ended, at) }

// KnownAt is the passage as it looked at an instant; false when it had not
// begun. What happened later is blank.
func (p Passage) KnownAt(at time.Time) (Passage, bool) {
	if p.Queued.After(at) {
		return Passage{}, false
	}
	if !within(p.Called, at) {
		p.Called, p.Counter = time.Time{}, ""
	}
	if !within(p.Ended, at) {
		p.Ended, p.NoShow = time.Time{}, false
	}
	return p, true
}

// within tells that something has happened by an instant.
func within(happened, at time.Time) bool { return !happened.IsZero() && !happened.After(at) }
