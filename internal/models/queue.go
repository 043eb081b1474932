package models

import "time"

// Candidate stands first in one of the pools that a counter calls from.
type Candidate struct {
	ID        string
	Agency    string
	Service   string // empty: transferred to the agency, service not said
	Reserved  string // the only counter that calls it; empty: any that serves it
	Priority  bool
	ArrivedAt time.Time // IssuedAt of the ticket
}

// PastCall is a call as the order of the queue looks back on it.
type PastCall struct {
	Counter   string
	Priority  bool
	ArrivedAt time.Time // of the visitor who was called
}

// Pool names the tickets of one service. Service is empty for those that were
// transferred to the agency as a whole.
type Pool struct {
	Agency  string
	Service string
}

// LineQuery asks for the heads of a counter's pools: of each the first
// priority and the first ordinary ticket, besides all that are kept for the
// counter and all whose parking is over at At.
type LineQuery struct {
	MallID       string
	BusinessDate string
	Counter      string
	Pools        []Pool
	At           time.Time
}

// QueuedTicket is a ticket as the queue's screens show it.
type QueuedTicket struct {
	Ticket
	Priorities []Priority
	Spent      Spent // of finished tickets
}

// Queue is everything of a business date that the queue's screens, the
// presence and the estimate need, as it stood at one moment.
type Queue struct {
	Revision int64
	Active   []QueuedTicket // by arrival
	Finished []QueuedTicket // done, newest first
	Calls    map[string]int // calls of today by counter code, without those taken back
	Past     []PastCall     // the last of them, newest first
}

// QueueQuery says which queue. Agencies in Without are called by nobody.
type QueueQuery struct {
	MallID       string
	BusinessDate string
	Without      []string // agency codes
	Finished     int      // how many finished tickets at most
}
