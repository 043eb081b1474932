package models

import (
	"slices"
	"time"
)

// TicketState is a stage of a ticket's life:
//
//	printing → waiting → called → serving → done
//	                       └→ no_show → waiting, in its old place
//
// waiting, called and serving may be parked for a while; a transfer leads back
// to waiting; voided ends a ticket that was not served.
type TicketState string

const (
	TicketPrinting TicketState = "printing" // the printer has not taken it yet
	TicketWaiting  TicketState = "waiting"
	TicketCalled   TicketState = "called"
	TicketServing  TicketState = "serving"
	TicketDone     TicketState = "done"
	TicketNoShow   TicketState = "no_show" // called and not come
	TicketParked   TicketState = "parked"  // away until ParkedUntil, or at the errand before; in the line again after it
	TicketVoided   TicketState = "voided"
)

// ActiveStates lists the states from which a ticket can still be served.
var ActiveStates = []TicketState{TicketPrinting, TicketWaiting, TicketCalled, TicketServing, TicketNoShow, TicketParked}

// AtCounter tells that a ticket in this state occupies its counter.
func (s TicketState) AtCounter() bool { return s == TicketCalled || s == TicketServing }

// TicketEventKind names what happened to a ticket.
type TicketEventKind string

const (
	EventIssued      TicketEventKind = "issued"
	EventPrinted     TicketEventKind = "printed" // or given up: the number is written by hand
	EventCalled      TicketEventKind = "called"
	EventRecalled    TicketEventKind = "recalled" // called once more by the same counter
	EventServed      TicketEventKind = "served"   // service began
	EventDone        TicketEventKind = "done"
	EventNoShow      TicketEventKind = "no_show"
	EventReturned    TicketEventKind = "returned" // came after all, or before the parking is over
	EventParked      TicketEventKind = "parked"
	EventReplanned   TicketEventKind = "replanned" // waits for another errand before it
	EventTransferred TicketEventKind = "transferred"
	EventVoided      TicketEventKind = "voided"
	EventRestored    TicketEventKind = "restored" // the event before was taken back
)

// step is where an event leads and from where it may come.
type step struct {
	from []TicketState
	to   TicketState
}

// life is the one table of what may happen to a ticket.
var life = map[TicketEventKind]step{
	EventPrinted:     {[]TicketState{TicketPrinting}, TicketWaiting},
	EventCalled:      {[]TicketState{TicketWaiting, TicketParked}, TicketCalled},
	EventRecalled:    {[]TicketState{TicketCalled}, TicketCalled},
	EventServed:      {[]TicketState{TicketCalled}, TicketServing},
	EventDone:        {[]TicketState{TicketServing}, TicketDone},
	EventNoShow:      {[]TicketState{TicketCalled}, TicketNoShow},
	EventReturned:    {[]TicketState{TicketNoShow, TicketParked}, TicketWaiting},
	EventParked:      {[]TicketState{TicketWaiting, TicketCalled, TicketServing}, TicketParked},
	EventReplanned:   {[]TicketState{TicketParked}, TicketParked},
	EventTransferred: {[]TicketState{TicketWaiting, TicketParked, TicketCalled, TicketServing}, TicketWaiting},
	EventVoided:      {[]TicketState{TicketPrinting, TicketWaiting, TicketParked, TicketCalled, TicketNoShow}, TicketVoided},
}

// From tells where an event leads a ticket in a state; ok is false when it
// cannot happen there. Issued and restored events lead anywhere.
func (k TicketEventKind) From(state TicketState) (to TicketState, ok bool) {
	s, known := life[k]
	return s.to, known && slices.Contains(s.from, state)
}

// StateSince is when the ticket came into its state.
func (t Ticket) StateSince() time.Time {
	if t.Since.IsZero() {
		return t.IssuedAt
	}
	return t.Since
}

// TicketEvent is one thing that happened to a ticket; events are only added.
// OperatorID and DeskID of its origin tell who, Counter tells where.
type TicketEvent struct {
	ID string
	Origin
	TicketID   string
	Kind       TicketEventKind
	State      TicketState // after the event
	At         time.Time   // never before the event before it, whatever the clock says
	RecordedAt time.Time
	Counter    string // that acted; the printed advice for issued
	Reason     string

	Action      string // shared by the events of one key press, which are undone together
	Undoes      string // event taken back, for restored
	CallNumber  int    // of the day, for called: the order of all calls
	Agency      string // after a transfer
	Service     string // after a transfer
	ParkedUntil time.Time
	Follows     string
	Before      Before
}

// Before is what an event changed, for its undo; empty for events older than
// the queue.
type Before struct {
	State       TicketState
	AtCounter   string
	ParkedUntil time.Time
	Follows     string
	Since       time.Time
	Agency      string // for a transfer
	Service     string // for a transfer
}
