package store

import (
	"time"

	"frontdesk/internal/models"
)

// What a PC did alone meets what stands in the mall's queue.

// answerLost is the reason that an unseen ticket is voided with.
const answerLost = "sambungan ke server terputus, diganti nomor lain"

// voidUnseen voids the tickets of a visit whose answer got lost: the mall had
// stored them when its server fell, the PC did the same visit anew on its own
// and gave other numbers. Nobody has seen the first ones. They have the
// session of the start that lost its server, which writes nothing after it.
func (p *intake) voidUnseen(visit, session string) error {
	const unseen = `SELECT t.* FROM tickets t JOIN sync_changes c ON c.entity = 'tickets' AND c.row_id = t.id
		WHERE t.visit_id = ? AND c.session = ? AND t.state IN ('printing', 'waiting', 'parked')`
	var rows []ticketRow
	if err := p.db.Raw(unseen, visit, session).Scan(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		ticket := row.model()
		if err := p.move(ticket, models.EventVoided, p.clock.Now(), answerLost); err != nil {
			return err
		}
	}
	return nil
}

// freeCounter lets a counter have one visitor at a time. A counter that called
// somebody alone has ended the one of before, as Next does; when the mall
// knows of a later one, it is c that has ended, and the event to add is told.
func (p *intake) freeCounter(c *models.Change) (*models.TicketEvent, error) {
	if c.Entity != "tickets" {
		return nil, nil
	}
	columns, err := models.DecodeBody(c.Body)
	if err != nil {
		return nil, nil // put says so
	}
	state, _ := columns["state"].(string)
	counter, _ := columns["at_counter"].(string)
	since, _ := columns["since"].(int64)
	if !models.TicketState(state).AtCounter() {
		return nil, nil
	}
	busy, found, err := tx{db: p.db, store: p.Store}.AtCounter(c.MallID, c.BusinessDate, counter)
	if err != nil || !found || busy.ID == c.ID {
		return nil, err
	}
	if !busy.Since.After(instant(since)) {
		return nil, p.move(busy, endOf(busy.State), instant(since), "")
	}
	kind := endOf(models.TicketState(state))
	after, _ := kind.From(models.TicketState(state))
	event := &models.TicketEvent{ID: p.newID(), TicketID: c.ID, Kind: kind, State: after, At: busy.Since, RecordedAt: p.clock.Now(),
		Counter: counter, Action: p.newID(), Before: models.Before{State: models.TicketState(state), AtCounter: counter, Since: instant(since)},
		Origin: models.Origin{MallID: c.MallID, DeskID: c.DeskID, BusinessDate: c.BusinessDate}}
	event.OperatorID, _ = columns["operator_id"].(string)
	p.over = append(p.over, c.ID)
	columns["state"], columns["since"], columns["last_event"] = string(after), micros(busy.Since), event.ID
	c.Body, err = models.EncodeColumns(columns)
	return event, err
}

// endOf is how a visitor ends who was called or served when the next one was
// called.
func endOf(state models.TicketState) models.TicketEventKind {
	if state == models.TicketCalled {
		return models.EventNoShow
	}
	return models.EventDone
}

// move takes a ticket of the mall one step on.
func (p *intake) move(t models.Ticket, kind models.TicketEventKind, at time.Time, reason string) error {
	tx := tx{db: p.db, store: p.Store}
	last, err := tx.LastEvent(t.ID)
	if err != nil {
		return err
	}
	if !at.After(last.At) {
		at = last.At.Add(time.Microsecond)
	}
	next := t
	switch kind {
	case models.EventNoShow:
		next.NoShows++
	case models.EventVoided:
		next.VoidReason = reason
	}
	event := models.TicketEvent{ID: p.newID(), Origin: t.Origin, TicketID: t.ID, Kind: kind, At: at, RecordedAt: p.clock.Now(),
		Counter: t.AtCounter, Reason: reason, Action: p.newID(),
		Before: models.Before{State: t.State, AtCounter: t.AtCounter, ParkedUntil: t.ParkedUntil, Follows: t.Follows, Since: t.Since}}
	next.State, next.Since, next.LastEvent = stateAfter(kind, t.State), at, event.ID
	next.ParkedUntil, next.Follows = time.Time{}, ""
	if next.State == models.TicketDone {
		p.over = append(p.over, t.ID)
	}
	event.State = next.State
	if _, err := tx.MoveTicket(t, next); err != nil {
		return err
	}
	return tx.AddEvent(event)
}

// letFollow lets the numbers wait that were held until one of those that ended
// here was over.
func (p *intake) letFollow() error {
	for _, id := range p.over {
		ticket, err := tx{db: p.db, store: p.Store}.Ticket(id)
		if err != nil {
			return err
		}
		if ticket.State != models.TicketDone {
			continue
		}
		followers, err := tx{db: p.db, store: p.Store}.Followers(ticket)
		if err != nil {
			return err
		}
		for _, f := range followers {
			if err := p.move(f, models.EventReturned, ticket.Since, ""); err != nil {
				return err
			}
		}
	}
	return nil
}

func stateAfter(kind models.TicketEventKind, from models.TicketState) models.TicketState {
	to, _ := kind.From(from)
	return to
}

func (p *intake) addEnd(e models.TicketEvent) error { return tx{db: p.db, store: p.Store}.AddEvent(e) }
