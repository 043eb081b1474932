package desk

import (
	"context"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// Called is what "next" did.
type Called struct {
	Ticket models.Ticket   // now called
	Waited time.Duration   // by Qmatic's definition of the waiting time: from the ticket to this call
	Ended  []models.Ticket // what the counter had before
}

// Next ends what a counter has, as done when it was served and as no-show when
// it was only called, and calls the next ticket that the counter can serve, in
// one transaction: two who press at once get two tickets. The time is at, zero
// means now. Errors: KindUsage for an unknown counter, KindRefused when the
// agency calls nobody, and when nobody waits; then what the counter had is
// ended nevertheless.
func (d *Desk) Next(ctx context.Context, counter string, at time.Time) (Called, error) {
	if err := d.may(models.ActionQueue); err != nil {
		return Called{}, err
	}
	if at.IsZero() {
		at = d.clock.Now()
	}
	var out Called
	err := d.onCurrentDirectory(ctx, func() error {
		if err := d.checkCounter(counter); err != nil {
			return err
		}
		return d.write(ctx, func(tx models.Tx) error {
			out = Called{}
			return d.next(tx, d.newAction(at, counter), &out)
		})
	})
	if err == nil && out.Ticket.ID == "" {
		err = models.Refuse("queue.empty")
	}
	return out, err
}

// checkCounter refuses a counter that nobody is called to.
func (d *Desk) checkCounter(code string) error {
	counter, agency := d.Catalogue().Counter(code)
	if counter == nil {
		return models.Misuse("queue.unknown_counter", code)
	}
	if !agency.Calls() {
		return models.Refuse("queue.without_calling", agency.ShortName)
	}
	return nil
}

func (d *Desk) next(tx models.Tx, a action, out *Called) error {
	date := d.BusinessDate(a.at)
	if err := d.endCurrent(tx, a, date, out); err != nil {
		return err
	}
	line, err := tx.Line(models.LineQuery{MallID: d.mallID(), BusinessDate: date, Counter: a.counter,
		Pools: d.Catalogue().PoolsOf(a.counter), At: a.at})
	if err != nil {
		return err
	}
	chosen, ok, err := d.choose(tx, line, date)
	if err != nil || !ok {
		return err
	}
	ticket, err := tx.Ticket(chosen.ID)
	if err != nil {
		return err
	}
	return d.call(tx, a, ticket, out)
}

// endCurrent ends what the counter has.
func (d *Desk) endCurrent(tx models.Tx, a action, date string, out *Called) error {
	current, busy, err := tx.AtCounter(d.mallID(), date, a.counter)
	if err != nil || !busy {
		return err
	}
	kind, change := models.EventDone, func(*models.Ticket) {}
	if current.State == models.TicketCalled {
		kind, change = models.EventNoShow, countNoShow
	}
	ended, err := d.move(tx, a, kind, current, change)
	out.Ended = append(out.Ended, ended)
	return err
}

// choose asks the order of the queue; the calls of today are read only when a
// priority visitor would pass an ordinary one.
func (d *Desk) choose(tx models.Tx, line []models.Candidate, date string) (models.Candidate, bool, error) {
	var fault error
	calls := func(yield func(models.PastCall) bool) {
		fault = tx.Calls(d.mallID(), date, d.callersOf(line), yield)
	}
	chosen, ok := Choose(line, d.rules.PriorityRun, calls, d.serves)
	return chosen, ok, fault
}

// callersOf lists the counters whose calls can be in the row of a candidate.
func (d *Desk) callersOf(line []models.Candidate) []string {
	var counters []string
	for _, c := range line {
		if c.Reserved != "" {
			counters = append(counters, c.Reserved)
			continue
		}
		counters = append(counters, d.Catalogue().CallersOf(models.Pool{Agency: c.Agency, Service: c.Service})...)
	}
	slices.Sort(counters)
	return slices.Compact(counters)
}

func (d *Desk) serves(counter string, c models.Candidate) bool {
	if c.Reserved != "" {
		return counter == c.Reserved
	}
	return slices.Contains(d.Catalogue().CallersOf(models.Pool{Agency: c.Agency, Service: c.Service}), counter)
}

// MayCall tells whether a counter can be the one that calls a ticket.
func (d *Desk) MayCall(counter string, t models.Ticket) bool {
	c := models.Candidate{Agency: t.Agency, Service: t.Service}
	if t.State == models.TicketWaiting {
		c.Reserved = t.AtCounter
	}
	return d.serves(counter, c)
}

// call moves a ticket to the action's counter, which must be free.
func (d *Desk) call(tx models.Tx, a action, ticket models.Ticket, out *Called) error {
	number, err := tx.NextCallNumber(ticket.MallID, ticket.BusinessDate)
	if err != nil {
		return err
	}
	state, ok := models.EventCalled.From(ticket.State)
	if !ok {
		return d.refuseState(ticket, models.EventCalled)
	}
	next := ticket
	next.State, next.AtCounter, next.ParkedUntil, next.Follows = state, a.counter, time.Time{}, ""
	next.Calls++
	out.Ticket, err = d.put(tx, a, ticket, next, models.TicketEvent{Kind: models.EventCalled, CallNumber: number})
	if err != nil {
		return err
	}
	events, err := tx.Events(ticket.ID)
	out.Waited = models.SpentBy(events, out.Ticket.Since).Waiting
	return err
}
