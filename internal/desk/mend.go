package desk

import (
	"context"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// UndoWindow is how long the last action can be taken back by one key; later
// a ticket is voided with a reason (design/screens.md, rule 6).
const UndoWindow = 30 * time.Second

// Undo takes back a visit just recorded, with all its tickets: their numbers
// stay used and their quota is given back. Errors: KindRefused after the
// window, or when a ticket was called meanwhile; then nothing is changed.
func (d *Desk) Undo(ctx context.Context, visitID string) error {
	if err := d.may(models.ActionVoid); err != nil {
		return err
	}
	now := d.clock.Now()
	return d.store.Write(ctx, func(tx models.Tx) error {
		visit, err := tx.Visit(visitID)
		if err != nil {
			return err
		}
		if now.Sub(visit.RecordedAt) > UndoWindow {
			return models.Refuse("undo.too_late")
		}
		for _, ticket := range slices.Backward(visit.Tickets) { // who follows first: nobody is let go on
			if ticket.State == models.TicketVoided {
				continue
			}
			if ticket.Calls > 0 {
				return models.Refuse("void.not_waiting", ticket.Number)
			}
			if err := d.void(tx, ticket, "undo", now); err != nil {
				return err
			}
		}
		return tx.VoidVisit(visitID, now)
	})
}

// Void takes a ticket out of the queue at any time, with a reason.
func (d *Desk) Void(ctx context.Context, ticketID, reason string) error {
	if err := d.may(models.ActionVoid); err != nil {
		return err
	}
	if reason = models.PlainReason(reason); reason == "" {
		return models.Misuse("void.reason")
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		ticket, err := tx.Ticket(ticketID)
		if err != nil {
			return err
		}
		if reason, err = d.reasonOf(tx, ticket, reason); err != nil {
			return err
		}
		return d.void(tx, ticket, reason, d.clock.Now())
	})
}

// reasonOf is reasonAbout for a ticket.
func (d *Desk) reasonOf(tx models.Tx, t models.Ticket, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	visit, err := tx.Visit(t.VisitID)
	if err != nil {
		return "", err
	}
	return d.reasonAbout(typed, visit)
}

// VoidStep is Void for a ticket of the queue that the person looked at.
func (d *Desk) VoidStep(ctx context.Context, s Step) (models.Ticket, error) {
	if err := d.may(models.ActionVoid); err != nil {
		return models.Ticket{}, err
	}
	if models.PlainReason(s.Reason) == "" {
		return models.Ticket{}, models.Misuse("void.reason")
	}
	return d.advance(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		if err := d.void(tx, t, a.reason, a.at); err != nil {
			return t, err
		}
		return tx.Ticket(t.ID)
	})
}

// void ends a ticket that was not served; one that is served or over is
// refused.
func (d *Desk) void(tx models.Tx, ticket models.Ticket, reason string, at time.Time) error {
	if _, ok := models.EventVoided.From(ticket.State); !ok {
		return models.Refuse("void.not_waiting", ticket.Number)
	}
	a := d.newAction(at, ticket.AtCounter)
	a.reason = reason
	_, err := d.move(tx, a, models.EventVoided, ticket, func(t *models.Ticket) { t.VoidReason = reason })
	return err
}

// ChangeService voids a ticket and issues one for another service to the same
// visitor, in one transaction; with a printer Print has to follow. Errors are
// those of Void and CheckIn.
func (d *Desk) ChangeService(ctx context.Context, ticketID, service string) (Receipt, error) {
	if err := d.may(models.ActionVoid); err != nil {
		return Receipt{}, err
	}
	var receipt Receipt
	err := d.onCurrentDirectory(ctx, func() error {
		change := CheckIn{Errands: []Errand{{Service: service}}, Print: true}
		if err := d.prepare(&change); err != nil {
			return err
		}
		return d.write(ctx, func(tx models.Tx) error { return d.exchange(tx, ticketID, change, &receipt) })
	})
	return receipt, err
}

// exchange voids one ticket of today and issues another.
func (d *Desk) exchange(tx models.Tx, ticketID string, change CheckIn, receipt *Receipt) error {
	old, err := tx.Ticket(ticketID)
	if err != nil {
		return err
	}
	if old.BusinessDate != d.BusinessDate(change.At) {
		return models.Refuse("void.not_today", old.Number)
	}
	if err := d.void(tx, old, "change", change.At); err != nil {
		return err
	}
	return d.reissue(tx, old.VisitID, change, receipt)
}

// reissue adds a ticket to a visit that is already stored.
func (d *Desk) reissue(tx models.Tx, visitID string, change CheckIn, receipt *Receipt) error {
	visit, err := tx.Visit(visitID)
	if err != nil {
		return err
	}
	visit.ArrivedAt, visit.RecordedAt = change.At, d.clock.Now()
	errand := change.Errands[0]
	s, a := d.Catalogue().Service(errand.Service)
	if !s.IssuesTicket() {
		return models.Refuse("checkin.no_ticket", s.Name)
	}
	issued, err := d.issue(tx, change, &visit, errand, s, a)
	if err != nil {
		return err
	}
	receipt.Visit, receipt.Tickets = visit, []Issued{issued}
	return nil
}

// UndoVoid puts a ticket that was just voided back into the queue with its own
// number. The quota is not asked again: the visitor held the number before.
// Errors: KindRefused after the window, or when anything happened to the
// ticket since; then nothing is changed.
func (d *Desk) UndoVoid(ctx context.Context, ticketID string) error {
	if err := d.may(models.ActionVoid); err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx models.Tx) error {
		ticket, err := tx.Ticket(ticketID)
		if err != nil {
			return err
		}
		return d.restore(tx, ticket, d.clock.Now())
	})
}

// UndoChange takes a change of service back in one transaction: the new ticket
// is voided and the old one waits again. Errors are those of UndoVoid.
func (d *Desk) UndoChange(ctx context.Context, oldID, newID string) error {
	if err := d.may(models.ActionVoid); err != nil {
		return err
	}
	now := d.clock.Now()
	return d.store.Write(ctx, func(tx models.Tx) error {
		old, err := tx.Ticket(oldID)
		if err != nil {
			return err
		}
		changed, err := tx.Ticket(newID)
		if err != nil {
			return err
		}
		if old.VisitID != changed.VisitID {
			return models.Refuse("void.unknown")
		}
		if err := d.void(tx, changed, "undo", now); err != nil {
			return err
		}
		return d.restore(tx, old, now)
	})
}

// restore takes back the void of a ticket while it is the last thing that
// happened to it, and to its visit.
func (d *Desk) restore(tx models.Tx, ticket models.Ticket, now time.Time) error {
	last, err := tx.LastEvent(ticket.ID)
	if err != nil {
		return err
	}
	if last.Kind != models.EventVoided {
		return models.Refuse("undo.not_voided", ticket.Number)
	}
	if now.Sub(last.RecordedAt) > UndoWindow {
		return models.Refuse("undo.too_late")
	}
	_, err = d.undoEvent(tx, d.newAction(now, ""), last, "")
	return err
}

// LastTickets lists today's newest tickets with their ways and their masked
// visitors, newest first.
func (d *Desk) LastTickets(ctx context.Context, limit int) ([]Issued, error) {
	date := d.BusinessDate(d.clock.Now())
	tickets, err := d.store.LastTickets(ctx, d.mallID(), date, limit)
	if err != nil {
		return nil, err
	}
	list := make([]Issued, 0, len(tickets))
	for _, t := range tickets {
		issued := d.describe(t.Ticket)
		if d.sealer.Holds(t.KeyID) {
			issued.Visitor = t.Visitor
		}
		list = append(list, issued)
	}
	return list, nil
}

// describe joins a stored ticket with the directory; an archived service
// leaves its fields nil.
func (d *Desk) describe(t models.Ticket) Issued {
	service, agency := d.Catalogue().Service(t.Service)
	counter, _ := d.Catalogue().Counter(t.Counter)
	return Issued{Ticket: t, Agency: agency, Service: service, Counter: counter, Way: d.Way(counter)}
}
