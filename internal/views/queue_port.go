package views

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// queuedTicket is a ticket on its way through the queue.
type queuedTicket struct {
	models.Ticket
	Priorities  []models.Priority
	AtCounter   string // that called it; of a waiting one the only counter that will
	ParkedUntil time.Time
	Calls       int
	Since       time.Time // of the present state
	LastEvent   string
}

// StateSince is when the ticket came into its state.
func (t queuedTicket) StateSince() time.Time {
	if t.Since.IsZero() {
		return t.IssuedAt
	}
	return t.Since
}

// queueTarget is where a ticket is transferred to: one of the three.
type queueTarget struct{ Counter, Service, Agency string }

// Queue is the running queue as the screens see it. Every action is refused
// with a sentence when somebody acted on the ticket since it was read.
type Queue interface {
	// Queue lists the tickets of today, those that wait in the order in which
	// they will be called.
	Queue(ctx context.Context) ([]queuedTicket, error)
	// Calls tells whether the counters of an agency call their visitors.
	Calls(agency string) bool
	// Revision changes with every record that any program writes.
	Revision(ctx context.Context) (int64, error)

	Next(ctx context.Context, counter string) (queuedTicket, error)
	Call(ctx context.Context, t queuedTicket, counter string) (queuedTicket, error)
	Recall(ctx context.Context, t queuedTicket) (queuedTicket, error)
	Serve(ctx context.Context, t queuedTicket) (queuedTicket, error)
	Done(ctx context.Context, t queuedTicket) (queuedTicket, error)
	NoShow(ctx context.Context, t queuedTicket) (queuedTicket, error)
	Park(ctx context.Context, t queuedTicket, minutes int) (queuedTicket, error)
	Return(ctx context.Context, t queuedTicket) (queuedTicket, error)
	Transfer(ctx context.Context, t queuedTicket, to queueTarget) (queuedTicket, error)
	Second(ctx context.Context, t queuedTicket, service string) (queuedTicket, error)
	UndoStep(ctx context.Context, t queuedTicket) (queuedTicket, error)
}

// States of a ticket that calls bring.
const (
	ticketPrinting models.TicketState = "printing"
	ticketCalled   models.TicketState = "called"
	ticketServing  models.TicketState = "serving"
	ticketParked   models.TicketState = "parked"
	ticketNoShow   models.TicketState = "no_show"
	ticketDone     models.TicketState = "done"
)
