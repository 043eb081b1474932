package desk

import (
	"context"

	"frontdesk/internal/models"
)

// Call calls one ticket to a counter out of its turn; a counter that is busy
// is refused, one that cannot serve the ticket's service too. Errors:
// KindRefused with who did what when the ticket went on meanwhile.
func (d *Desk) Call(ctx context.Context, s Step) (Called, error) {
	var out Called
	_, err := d.step(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		out = Called{}
		if err := d.checkCall(tx, a, t); err != nil {
			return t, err
		}
		return t, d.call(tx, a, t, &out)
	})
	return out, err
}

func (d *Desk) checkCall(tx models.Tx, a action, t models.Ticket) error {
	if err := d.checkCounter(a.counter); err != nil {
		return err
	}
	if !d.serves(a.counter, models.Candidate{Agency: t.Agency, Service: t.Service}) {
		return d.refuseService(a.counter, t)
	}
	return d.checkFree(tx, a.counter, t)
}

// checkFree refuses a counter that has another visitor.
func (d *Desk) checkFree(tx models.Tx, code string, t models.Ticket) error {
	other, busy, err := tx.AtCounter(t.MallID, t.BusinessDate, code)
	if err != nil || !busy || other.ID == t.ID {
		return err
	}
	return models.Refuse("queue.counter_busy", d.counterNumber(code), other.Number)
}

func (d *Desk) refuseService(counter string, t models.Ticket) error {
	name := t.Service
	if s, _ := d.Catalogue().Service(t.Service); s != nil {
		name = s.Name
	} else if a := d.Catalogue().Agency(t.Agency); a != nil {
		name = a.ShortName
	}
	return models.Refuse("queue.not_served_there", d.counterNumber(counter), name)
}

// counterNumber is the number on the sign above a counter.
func (d *Desk) counterNumber(code string) int {
	if counter, _ := d.Catalogue().Counter(code); counter != nil {
		return counter.Number
	}
	return 0
}

// Recall calls a ticket once more that was called and has not come yet.
func (d *Desk) Recall(ctx context.Context, s Step) (models.Ticket, error) {
	return d.atCounter(ctx, s, models.EventRecalled, func(t *models.Ticket) { t.Calls++ })
}

// Serve tells that the visitor has come to the counter: the service begins.
func (d *Desk) Serve(ctx context.Context, s Step) (models.Ticket, error) {
	return d.atCounter(ctx, s, models.EventServed, nil)
}

// Done ends the service.
func (d *Desk) Done(ctx context.Context, s Step) (models.Ticket, error) {
	return d.atCounter(ctx, s, models.EventDone, nil)
}

// NoShow tells that a visitor who was called did not come.
func (d *Desk) NoShow(ctx context.Context, s Step) (models.Ticket, error) {
	return d.atCounter(ctx, s, models.EventNoShow, countNoShow)
}

func countNoShow(t *models.Ticket) { t.NoShows++ }

// atCounter moves a ticket that a counter has; another counter is refused.
func (d *Desk) atCounter(ctx context.Context, s Step, kind models.TicketEventKind, change func(*models.Ticket)) (models.Ticket, error) {
	return d.step(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		if a.counter == "" {
			a.counter = t.AtCounter
		}
		if t.State.AtCounter() && a.counter != t.AtCounter {
			return t, models.Refuse("queue.other_counter", t.Number, d.counterNumber(t.AtCounter))
		}
		return d.move(tx, a, kind, t, change)
	})
}

// Return puts a visitor who came after all back into her old place. It is
// refused after as many no-shows as the setting allows.
func (d *Desk) Return(ctx context.Context, s Step) (models.Ticket, error) {
	return d.step(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		if t.State == models.TicketNoShow && t.NoShows > d.rules.NoShows {
			return t, models.Refuse("queue.too_many_no_shows", t.Number, t.NoShows)
		}
		return d.move(tx, a, models.EventReturned, t, func(t *models.Ticket) { t.AtCounter = "" })
	})
}
