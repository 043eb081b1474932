package queue

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Port is the running queue as the screens see it. An action is refused with a
// sentence when somebody acted on the ticket since it was read.
type Port interface {
	Queue(ctx context.Context) (models.Queue, error)
	Order
	Actions
}

// Order answers from memory.
type Order interface {
	CallOrder(waiting []models.QueuedTicket, past []models.PastCall) []models.QueuedTicket
	NextAt(counter string, waiting []models.QueuedTicket, past []models.PastCall) int
	MayCall(counter string, t models.Ticket) bool
}

// Actions move tickets through their life.
type Actions interface {
	Next(ctx context.Context, counter string, at time.Time) (desk.Called, error)
	Call(ctx context.Context, s desk.Step) (desk.Called, error)
	Recall(ctx context.Context, s desk.Step) (models.Ticket, error)
	Serve(ctx context.Context, s desk.Step) (models.Ticket, error)
	Done(ctx context.Context, s desk.Step) (models.Ticket, error)
	NoShow(ctx context.Context, s desk.Step) (models.Ticket, error)
	Park(ctx context.Context, s desk.Step, span time.Duration) (models.Ticket, error)
	Return(ctx context.Context, s desk.Step) (models.Ticket, error)
	Transfer(ctx context.Context, s desk.Step, to desk.Target) (models.Ticket, error)
	SecondService(ctx context.Context, s desk.Step, service string) (desk.Issued, error)
	UndoStep(ctx context.Context, s desk.Step) ([]models.Ticket, error)
	Void(ctx context.Context, ticketID, reason string) error
}

var _ Port = (*desk.Desk)(nil)
