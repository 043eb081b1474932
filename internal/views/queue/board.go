package queue

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
	numbers  map[string]string // by ticket id
	waiting  int
	today    desk.Today // who is here, and the forecast of the waits
	at       time.Time  // when it was read
}

// agencyQueue is the queue of one agency.
type agencyQueue struct {
	agency  *models.Agency
	status  models.Status
	waiting []models.QueuedTicket          // in the order in which they will be called
	parked  []models.QueuedTicket          // the soonest to come back first
	missed  []models.QueuedTicket          // did not come, the newest first
	done    []models.QueuedTicket          // the newest first
	at      map[string]models.QueuedTicket // by counter code
	next    map[string]models.QueuedTicket // whom each counter would call, by code
	freed   map[string]time.Time           // when a counter's last visitor left, by code
}

// newQueueDay sorts the tickets of a day. It is pure and may run anywhere.
func newQueueDay(statuses []desk.AgencyStatus, queue models.Queue, order Order, today desk.Today, now time.Time) *queueDay {
	day := &queueDay{by: map[string]*agencyQueue{}, numbers: map[string]string{}, today: today, at: now}
	for _, a := range statuses {
		if a.Agency.Calls() && len(a.Agency.Counters) > 0 {
			q := &agencyQueue{agency: a.Agency, status: a.Status, at: map[string]models.QueuedTicket{},
				freed: map[string]time.Time{}, next: map[string]models.QueuedTicket{}}
			day.agencies, day.by[a.Agency.Code] = append(day.agencies, q), q
		}
	}
	for _, t := range queue.Active {
		day.numbers[t.ID] = t.Number
		day.add(t, now)
	}
	for _, t := range queue.Finished {
		day.add(t, now)
	}
	for _, q := range day.agencies {
		q.sort(order, queue.Past)
		day.waiting += len(q.waiting)
	}
	slices.SortStableFunc(day.agencies, func(a, b *agencyQueue) int {
		return cmp.Or(cmp.Compare(len(b.waiting), len(a.waiting)), cmp.Compare(a.rank(), b.rank()))
	})
	return day
}

// wait is how long a waiting ticket will likely wait; false where nobody can
// tell.
func (d *queueDay) wait(t models.Ticket) (desk.Wait, bool) { return d.today.Forecast.Ticket(t.ID) }

// staffed tells whether somebody serves at a counter now.
func (d *queueDay) staffed(q *agencyQueue, counter string) bool {
	return q.status.Open && d.today.Presence[q.agency.Code].Staffed(counter, d.at)
}

func (d *queueDay) add(t models.QueuedTicket, now time.Time) {
	if q := d.by[t.Agency]; q != nil {
		q.add(t, now)
	}
}

// rank sets agencies that nobody can go to today behind the others.
func (q *agencyQueue) rank() int {
	if q.status.Open || q.status.State == models.StateBreak || q.status.State == models.StateNotYet {
		return 0
	}
	return 1
}

func (q *agencyQueue) add(t models.QueuedTicket, now time.Time) {
	switch {
	case t.State == models.TicketParked && now.Before(t.ParkedUntil):
		q.parked = append(q.parked, t)
	case t.State.AtCounter():
		q.at[t.AtCounter] = t
	case t.State == models.TicketNoShow:
		q.missed = append(q.missed, t)
	case t.State == models.TicketDone:
		q.done = append(q.done, t)
		if t.StateSince().After(q.freed[t.AtCounter]) {
			q.freed[t.AtCounter] = t.StateSince()
		}
	default:
		q.waiting = append(q.waiting, t)
	}
}

func (q *agencyQueue) sort(order Order, past []models.PastCall) {
	for _, c := range q.agency.Counters {
		if i := order.NextAt(c.Code, q.waiting, past); i >= 0 {
			q.next[c.Code] = q.waiting[i]
		}
	}
	q.waiting = order.CallOrder(q.waiting, past)
	newest := func(a, b models.QueuedTicket) int { return b.StateSince().Compare(a.StateSince()) }
	slices.SortStableFunc(q.parked, func(a, b models.QueuedTicket) int { return a.ParkedUntil.Compare(b.ParkedUntil) })
	slices.SortStableFunc(q.missed, newest)
	slices.SortStableFunc(q.done, newest)
}

// servedBy lists the waiting tickets that a counter calls.
func (q *agencyQueue) servedBy(counter string, order Order) []models.QueuedTicket {
	var list []models.QueuedTicket
	for _, t := range q.waiting {
		if order.MayCall(counter, t.Ticket) {
			list = append(list, t)
		}
	}
	return list
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
func (q *agencyQueue) list(in queuePart) []models.QueuedTicket {
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
