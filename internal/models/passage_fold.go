package models

import "time"

// PassagesOf tells a ticket's passages from its events, oldest first. An event
// that was taken back counts as if it had never been.
func PassagesOf(t Ticket, events []TicketEvent) []Passage {
	f := passageFold{ticket: t}
	f.agency, f.service = firstPlace(t, events)
	undone := map[string]bool{}
	for _, e := range events {
		if e.Undoes != "" {
			undone[e.Undoes], undone[e.ID] = true, true
		}
	}
	for _, e := range events {
		if !undone[e.ID] {
			f.add(e)
		}
	}
	if f.open && f.last().Called.IsZero() {
		f.last().Reserved = t.AtCounter
	}
	return f.list
}

// firstPlace is the agency and the service for which the ticket was issued.
func firstPlace(t Ticket, events []TicketEvent) (agency, service string) {
	for _, e := range events {
		if e.Before.Agency != "" {
			return e.Before.Agency, e.Before.Service
		}
	}
	return t.Agency, t.Service
}

// passageFold walks through a ticket's life.
type passageFold struct {
	ticket          Ticket
	agency, service string
	list            []Passage
	open            bool // the last of list goes on
}

func (f *passageFold) add(e TicketEvent) {
	if e.Kind == EventTransferred {
		f.end(e.At)
	}
	if e.Agency != "" {
		f.agency, f.service = e.Agency, e.Service
	}
	switch e.State {
	case TicketWaiting, TicketPrinting:
		f.begin(e.At)
	case TicketCalled:
		f.call(e)
	case TicketServing:
	case TicketNoShow:
		f.end(e.At)
		f.last().NoShow = true
	case TicketParked:
		f.end(e.At)
		f.begin(e.ParkedUntil)
	default:
		f.end(e.At)
	}
}

func (f *passageFold) last() *Passage { return &f.list[len(f.list)-1] }

func (f *passageFold) begin(at time.Time) {
	if f.open {
		f.last().Queued = earlierOf(f.last().Queued, at) // came back before the parking was over
		return
	}
	f.open = true
	f.list = append(f.list, Passage{Ticket: f.ticket.ID, BusinessDate: f.ticket.BusinessDate, Agency: f.agency, Service: f.service,
		Priority: f.ticket.Priority, Arrived: f.ticket.IssuedAt, Queued: at})
}

func earlierOf(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// call notes a first call; a recall by the same counter changes nothing.
func (f *passageFold) call(e TicketEvent) {
	f.begin(e.At)
	p := f.last()
	if !p.Called.IsZero() {
		return
	}
	p.Called, p.Counter = e.At, e.Counter
	if p.Queued.After(e.At) { // called before its parking was over
		p.Queued = e.At
	}
}

func (f *passageFold) end(at time.Time) {
	if f.open {
		f.last().Ended, f.open = at, false
	}
}
