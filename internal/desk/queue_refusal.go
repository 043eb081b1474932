package desk

import "frontdesk/internal/models"

// refuseState says what a ticket is now, and that this cannot be done with it.
func (d *Desk) refuseState(t models.Ticket, kind models.TicketEventKind) error {
	return models.Refuse("queue.not_now", t.Number, models.Say("queue.state."+string(t.State)),
		d.sayCounter(t.AtCounter), models.Say("queue.verb."+string(kind)))
}

// refuseMeanwhile says what somebody did with a ticket since the person looked
// at it.
func (d *Desk) refuseMeanwhile(tx models.Tx, t models.Ticket) error {
	last, err := tx.LastEvent(t.ID)
	if err != nil {
		return err
	}
	return models.Refuse("queue.meanwhile", t.Number, models.Say("queue.did."+string(last.Kind)),
		d.sayCounter(last.Counter), last.At.In(d.Now().Location()), last.OperatorID)
}

// sayCounter is " di Loket 101", or nothing.
func (d *Desk) sayCounter(code string) models.Phrase {
	if counter, _ := d.Catalogue().Counter(code); counter != nil {
		return models.Say("queue.at_counter", counter.Number)
	}
	return models.Phrase{}
}
