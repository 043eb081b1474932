package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// Step names a ticket and who acts on it.
type Step struct {
	Ticket  string    // id, or number of the day of At; empty: what Counter has
	Counter string    // code of the counter that acts; empty: none, or the one that has the ticket
	Seen    string    // LastEvent of the ticket that the person looked at; empty: as it stands
	At      time.Time // zero: now
	Reason  string
}

// action is one key press; what it changes is undone together.
type action struct {
	id      string
	at      time.Time
	counter string
	reason  string
	undoes  []models.TicketEvent // what it takes back
}

func (d *Desk) newAction(at time.Time, counter string) action {
	return action{id: d.newID(), at: at, counter: counter}
}

// step runs one change of one ticket in a transaction of its own.
func (d *Desk) step(ctx context.Context, s Step, change func(models.Tx, action, models.Ticket) (models.Ticket, error)) (models.Ticket, error) {
	if err := d.may(models.ActionQueue); err != nil {
		return models.Ticket{}, err
	}
	return d.advance(ctx, s, change)
}

// advance is step for what asks for another right, or for none.
func (d *Desk) advance(ctx context.Context, s Step, change func(models.Tx, action, models.Ticket) (models.Ticket, error)) (models.Ticket, error) {
	if s.At.IsZero() {
		s.At = d.clock.Now()
	}
	var after models.Ticket
	err := d.onCurrentDirectory(ctx, func() error {
		return d.write(ctx, func(tx models.Tx) error {
			ticket, err := d.find(tx, s)
			if err != nil {
				return err
			}
			a := d.newAction(s.At, s.Counter)
			if a.reason, err = d.reasonOf(tx, ticket, s.Reason); err != nil {
				return err
			}
			after, err = change(tx, a, ticket)
			return err
		})
	})
	return after, err
}

// find reads the ticket of a step and refuses when it went on since the person
// looked at it, or is of another day.
func (d *Desk) find(tx models.Tx, s Step) (models.Ticket, error) {
	date := d.BusinessDate(s.At)
	ticket, err := d.read(tx, s, date)
	if err != nil {
		return models.Ticket{}, err
	}
	if ticket.BusinessDate != date {
		return models.Ticket{}, models.Refuse("void.not_today", ticket.Number)
	}
	if s.Seen != "" && s.Seen != ticket.LastEvent {
		return models.Ticket{}, d.refuseMeanwhile(tx, ticket)
	}
	return ticket, nil
}

func (d *Desk) read(tx models.Tx, s Step, date string) (models.Ticket, error) {
	if s.Ticket == "" {
		return d.readAtCounter(tx, s.Counter, date)
	}
	if _, _, isNumber := models.ParseTicketNumber(s.Ticket); isNumber {
		return tx.TicketByNumber(d.mallID(), date, s.Ticket)
	}
	return tx.Ticket(s.Ticket)
}

func (d *Desk) readAtCounter(tx models.Tx, counter, date string) (models.Ticket, error) {
	if counter == "" {
		return models.Ticket{}, models.Misuse("queue.no_ticket")
	}
	if err := d.checkCounter(counter); err != nil {
		return models.Ticket{}, err
	}
	ticket, busy, err := tx.AtCounter(d.mallID(), date, counter)
	if err == nil && !busy {
		err = models.Refuse("queue.counter_free", d.counterNumber(counter))
	}
	return ticket, err
}

// move takes a ticket one step on in its life, as the table of models allows.
func (d *Desk) move(tx models.Tx, a action, kind models.TicketEventKind, old models.Ticket, change func(*models.Ticket)) (models.Ticket, error) {
	state, ok := kind.From(old.State)
	if !ok {
		return old, d.refuseState(old, kind)
	}
	next := old
	next.State, next.ParkedUntil, next.Follows = state, time.Time{}, ""
	if change != nil {
		change(&next)
	}
	return d.put(tx, a, old, next, models.TicketEvent{Kind: kind})
}

// put stores the change from old to next: one compare-and-set update, and one
// event that tells who, when, where, and what it was before. What waited for
// the ticket to be over goes on with it.
func (d *Desk) put(tx models.Tx, a action, old, next models.Ticket, e models.TicketEvent) (models.Ticket, error) {
	last, err := tx.LastEvent(old.ID)
	if err != nil {
		return old, err
	}
	e.ID, e.Origin, e.TicketID, e.State = d.newID(), old.Origin, old.ID, next.State
	e.OperatorID, e.Action, e.Counter, e.Reason = d.operator(), a.id, a.counter, a.reason
	e.At, e.RecordedAt = after(last.At, a.at), d.clock.Now()
	e.ParkedUntil, e.Follows = next.ParkedUntil, next.Follows
	e.Before = models.Before{State: old.State, AtCounter: old.AtCounter, ParkedUntil: old.ParkedUntil, Follows: old.Follows, Since: old.Since}
	if next.Agency != old.Agency || next.Service != old.Service {
		e.Agency, e.Service = next.Agency, next.Service
		e.Before.Agency, e.Before.Service = old.Agency, old.Service
	}
	if e.Undoes == "" && (next.State != old.State || e.Kind == models.EventTransferred) {
		next.Since = e.At
	}
	next.LastEvent = e.ID
	done, err := tx.MoveTicket(old, next)
	if err != nil {
		return old, err
	}
	if !done {
		return old, d.refuseMeanwhile(tx, old)
	}
	if err := tx.AddEvent(e); err != nil {
		return old, err
	}
	return next, d.letFollow(tx, a, old, next)
}

// after is at, or the next microsecond after last when the clock went back: no
// duration is negative and the order of events is told by their times.
func after(last, at time.Time) time.Time {
	if at = at.Truncate(time.Microsecond); at.After(last) {
		return at
	}
	return last.Add(time.Microsecond)
}
