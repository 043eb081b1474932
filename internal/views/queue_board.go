package views

import (
	"cmp"
	"slices"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// queueDay is the running queue of all agencies that call, sorted once for all
// rows of the screen.
type queueDay struct {
	agencies []*agencyQueue // those that are here first, then by how many wait
	by       map[string]*agencyQueue
	waiting  int
}

// agencyQueue is the queue of one agency.
type agencyQueue struct {
	agency  *models.Agency
	status  models.Status
	waiting []queuedTicket // in the order in which they will be called
	parked  []queuedTicket // the soonest to come back first
	missed  []queuedTicket // did not come, the newest first
	done    []queuedTicket // the newest first
	at      map[string]queuedTicket
	freed   map[string]time.Time // when a counter's last visitor left, by code
}

// newQueueDay sorts the tickets of a day. It is pure and may run anywhere.
func newQueueDay(statuses []desk.AgencyStatus, calls func(agency string) bool, tickets []queuedTicket) *queueDay {
	day := &queueDay{by: map[string]*agencyQueue{}}
	for _, a := range statuses {
		if calls(a.Agency.Code) && len(a.Agency.Counters) > 0 {
			q := &agencyQueue{agency: a.Agency, status: a.Status, at: map[string]queuedTicket{}, freed: map[string]time.Time{}}
			day.agencies, day.by[a.Agency.Code] = append(day.agencies, q), q
		}
	}
	for _, t := range tickets {
		if q := day.by[t.Agency]; q != nil {
			q.add(t)
		}
	}
	for _, q := range day.agencies {
		q.sort()
		day.waiting += len(q.waiting)
	}
	slices.SortStableFunc(day.agencies, func(a, b *agencyQueue) int {
		return cmp.Or(cmp.Compare(len(b.waiting), len(a.waiting)), cmp.Compare(a.rank(), b.rank()))
	})
	return day
}

// rank sets agencies that nobody can go to today behind the others.
func (q *agencyQueue) rank() int {
	if q.status.Open || q.status.State == models.StateBreak || q.status.State == models.StateNotYet {
		return 0
	}
	return 1
}

func (q *agencyQueue) add(t queuedTicket) {
	switch t.State {
	case models.TicketWaiting, ticketPrinting:
		q.waiting = append(q.waiting, t)
	case ticketCalled, ticketServing:
		q.at[t.AtCounter] = t
	case ticketParked:
		q.parked = append(q.parked, t)
	case ticketNoShow:
		q.missed = append(q.missed, t)
	case ticketDone:
		q.done = append(q.done, t)
		if t.StateSince().After(q.freed[t.AtCounter]) {
			q.freed[t.AtCounter] = t.StateSince()
		}
	}
}

func (q *agencyQueue) sort() {
	newest := func(a, b queuedTicket) int { return b.StateSince().Compare(a.StateSince()) }
	slices.SortStableFunc(q.parked, func(a, b queuedTicket) int { return a.ParkedUntil.Compare(b.ParkedUntil) })
	slices.SortStableFunc(q.missed, newest)
	slices.SortStableFunc(q.done, newest)
}

// servedBy lists the waiting tickets whose service a counter can serve.
func (q *agencyQueue) servedBy(counter string, directory *models.Catalogue) []queuedTicket {
	var list []queuedTicket
	for _, t := range q.waiting {
		if canServe(directory, counter, t) {
			list = append(list, t)
		}
	}
	return list
}

// next is whom a free counter would call.
func (q *agencyQueue) next(counter string, directory *models.Catalogue) (queuedTicket, bool) {
	i := slices.IndexFunc(q.waiting, func(t queuedTicket) bool { return canServe(directory, counter, t) })
	if i < 0 {
		return queuedTicket{}, false
	}
	return q.waiting[i], true
}

// canServe tells whether a counter calls a ticket: it does its service, and the
// ticket was not sent to another one.
func canServe(directory *models.Catalogue, counter string, t queuedTicket) bool {
	if t.AtCounter != "" {
		return t.AtCounter == counter
	}
	service, _ := directory.Service(t.Service)
	return service == nil || len(service.Counters) == 0 || slices.Contains(service.Counters, counter)
}

// queuePart is one of the lists of F3.
type queuePart int

const (
	partCounter queuePart = iota // no row: keys act on the counter's visitor
	partWaiting
	partParked
	partMissed
	partDone
	queueParts
)

// list gives the tickets of a list; waiting ones are the state's, which may
// show those of one counter only.
func (q *agencyQueue) list(in queuePart) []queuedTicket {
	switch in {
	case partParked:
		return q.parked
	case partMissed:
		return q.missed
	case partDone:
		return q.done
	}
	return nil
}
