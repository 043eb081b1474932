package desk

import (
	"context"
	"slices"

	"frontdesk/internal/models"
)

// UndoStep takes back the last action of the queue that touched a ticket, with
// everything else that the same key press changed: after "next" the new ticket
// waits again and the one before is back at the counter. Errors: KindRefused
// after UndoWindow, when there is nothing to take back, and in words when
// somebody acted after it; then nothing is changed.
func (d *Desk) UndoStep(ctx context.Context, s Step) ([]models.Ticket, error) {
	var back []models.Ticket
	_, err := d.step(ctx, s, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		var err error
		back, err = d.undoAction(tx, a, t)
		return t, err
	})
	return back, err
}

func (d *Desk) undoAction(tx models.Tx, a action, t models.Ticket) ([]models.Ticket, error) {
	last, err := tx.LastEvent(t.ID)
	if err != nil {
		return nil, err
	}
	if last.Action == "" || last.Undoes != "" {
		return nil, models.Refuse("undo.nothing", t.Number)
	}
	if d.clock.Now().Sub(last.RecordedAt) > UndoWindow {
		return nil, models.Refuse("undo.step_too_late", t.Number)
	}
	events, err := tx.ActionEvents(last.Action)
	if err != nil {
		return nil, err
	}
	// First those that must leave the counter, so that a ticket that one key
	// press let go on and called comes back by two steps.
	slices.SortStableFunc(events, func(x, y models.TicketEvent) int { return atCounterFirst(x.State) - atCounterFirst(y.State) })
	a.undoes = events
	var back []models.Ticket
	for _, e := range events {
		i := slices.IndexFunc(back, func(t models.Ticket) bool { return t.ID == e.TicketID })
		if i < 0 {
			i, back = len(back), append(back, models.Ticket{})
		}
		if back[i], err = d.undoEvent(tx, a, e, back[i].LastEvent); err != nil {
			return nil, err
		}
	}
	return back, nil
}

func atCounterFirst(s models.TicketState) int {
	if s.AtCounter() {
		return 0
	}
	return 1
}

// undoEvent takes one event back while it is the last of its ticket, but for
// own, which the same undo added.
func (d *Desk) undoEvent(tx models.Tx, a action, e models.TicketEvent, own string) (models.Ticket, error) {
	t, err := tx.Ticket(e.TicketID)
	if err != nil {
		return t, err
	}
	if t.LastEvent != e.ID && (own == "" || t.LastEvent != own) {
		return t, d.refuseMeanwhile(tx, t)
	}
	if err := d.checkVisitStands(tx, t, e); err != nil {
		return t, err
	}
	if e.Before.State.AtCounter() {
		if err := d.checkFree(tx, e.Before.AtCounter, t); err != nil {
			return t, err
		}
	}
	a.counter = e.Counter
	return d.takeBack(tx, a, t, e)
}

// checkVisitStands refuses to bring back a ticket whose visit was taken back.
func (d *Desk) checkVisitStands(tx models.Tx, t models.Ticket, e models.TicketEvent) error {
	if e.Kind != models.EventVoided {
		return nil
	}
	visit, err := tx.Visit(t.VisitID)
	if err == nil && !visit.VoidedAt.IsZero() {
		err = models.Refuse("undo.not_voided", t.Number)
	}
	return err
}

// takeBack puts a ticket back to what it was before its last event.
func (d *Desk) takeBack(tx models.Tx, a action, t models.Ticket, e models.TicketEvent) (models.Ticket, error) {
	was := t
	was.State, was.AtCounter, was.Since = e.Before.State, e.Before.AtCounter, e.Before.Since
	was.ParkedUntil, was.Follows = e.Before.ParkedUntil, e.Before.Follows
	switch e.Kind {
	case models.EventCalled, models.EventRecalled:
		was.Calls--
	case models.EventNoShow:
		was.NoShows--
	case models.EventVoided:
		was.VoidReason = ""
	case models.EventTransferred:
		if e.Before.Agency != "" {
			was.Agency, was.Service = e.Before.Agency, e.Before.Service
		}
	}
	was, err := d.freeOf(tx, a, was)
	if err != nil {
		return t, err
	}
	a.reason = "undo"
	return d.put(tx, a, t, was, models.TicketEvent{Kind: models.EventRestored, Undoes: e.ID})
}
