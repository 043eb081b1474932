package desk

import (
	"slices"

	"frontdesk/internal/models"
)

// CallOrder sets who waits for one agency in the order in which they will be
// called as things stand; waiting is by arrival, past the calls of today, the
// newest first. Nobody's counter is asked: who alone can call a ticket may do so
// earlier or later.
func (d *Desk) CallOrder(waiting []models.QueuedTicket, past []models.PastCall) []models.QueuedTicket {
	var first, ordinary []models.QueuedTicket
	for _, t := range waiting {
		if candidate(t).Priority {
			first = append(first, t)
			continue
		}
		ordinary = append(ordinary, t)
	}
	if len(first) == 0 || len(ordinary) == 0 {
		return waiting
	}
	passed := d.passedBy(candidate(ordinary[0]), past)
	order := make([]models.QueuedTicket, 0, len(waiting))
	for len(first) > 0 && len(ordinary) > 0 {
		passes := !first[0].IssuedAt.Before(ordinary[0].IssuedAt)
		if passes && passed >= d.rules.PriorityRun {
			order, ordinary, passed = append(order, ordinary[0]), ordinary[1:], 0
			continue
		}
		if passes {
			passed++
		}
		order, first = append(order, first[0]), first[1:]
	}
	return append(append(order, first...), ordinary...)
}

// passedBy counts the priority visitors that passed an ordinary one in a row.
func (d *Desk) passedBy(c models.Candidate, past []models.PastCall) int {
	passed := 0
	for _, call := range past {
		switch {
		case !d.serves(call.Counter, c):
		case !call.Priority:
			return passed
		case !call.ArrivedAt.Before(c.ArrivedAt):
			passed++
		}
	}
	return passed
}

// NextAt tells whom a counter would call now: a place in waiting, which is by
// arrival; -1 when nobody waits for it.
func (d *Desk) NextAt(counter string, waiting []models.QueuedTicket, past []models.PastCall) int {
	var line []models.Candidate
	for _, t := range waiting {
		if c := candidate(t); t.State == models.TicketWaiting || t.State == models.TicketParked {
			if d.serves(counter, c) {
				line = append(line, c)
			}
		}
	}
	chosen, ok := Choose(line, d.rules.PriorityRun, slices.Values(past), d.serves)
	if !ok {
		return -1
	}
	return slices.IndexFunc(waiting, func(t models.QueuedTicket) bool { return t.ID == chosen.ID })
}

// candidate is a waiting ticket as the order of the queue sees it.
func candidate(t models.QueuedTicket) models.Candidate {
	c := models.Candidate{ID: t.ID, Agency: t.Agency, Service: t.Service, ArrivedAt: t.IssuedAt,
		Priority: t.Priority || len(t.Priorities) > 0}
	if t.State == models.TicketWaiting {
		c.Reserved = t.AtCounter
	}
	return c
}
