package simulate

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// stage is the desk's store with the simulation's mark on every record.
type stage struct{ desk.Store }

func (s *stage) Write(ctx context.Context, work func(models.Tx) error) error {
	return s.Store.Write(ctx, func(tx models.Tx) error { return work(marked{tx}) })
}

type marked struct{ models.Tx }

func (m marked) AddVisit(v models.Visit) error {
	v.OperatorID = Operator
	return m.Tx.AddVisit(v)
}

func (m marked) AddTicket(t models.Ticket) error {
	t.OperatorID = Operator
	return m.Tx.AddTicket(t)
}

func (m marked) AddEvent(e models.TicketEvent) error {
	e.OperatorID = Operator
	return m.Tx.AddEvent(e)
}

func (m marked) AddMiss(miss models.SearchMiss) error {
	miss.OperatorID = Operator
	return m.Tx.AddMiss(miss)
}
