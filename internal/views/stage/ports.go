package stage

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Lookup answers from memory, but for Today and Favourites.
type Lookup interface {
	Now() time.Time
	BusinessDate(at time.Time) string
	Catalogue() *models.Catalogue
	Find(query string, limit int, today desk.Today, at time.Time) desk.Finding
	Offer(service string, today desk.Today, at time.Time) (desk.Offer, bool)
	Agencies(today desk.Today, at time.Time) []desk.AgencyStatus
	PlanTrip(today desk.Today, at time.Time, services []string, first ...string) desk.Trip
	Way(counter *models.Counter) models.Way
	Today(ctx context.Context, at time.Time) (desk.Today, error)
	// Revision changes with every record that any program writes.
	Revision(ctx context.Context) (int64, error)
	Favourites(ctx context.Context, limit int, today desk.Today, at time.Time) ([]desk.Offer, error)
}

// Records writes down what happens at the desk and mends it.
type Records interface {
	CheckIn(ctx context.Context, c desk.CheckIn) (desk.Receipt, error)
	Ask(ctx context.Context, service string, byPhone bool) (models.Visit, error)
	TurnAway(ctx context.Context, service string, why models.TurnedAway) (models.Visit, error)
	Missed(ctx context.Context, words string) error
	Undo(ctx context.Context, visitID string) error
	Void(ctx context.Context, ticketID, reason string) error
	UndoVoid(ctx context.Context, ticketID string) error
	ChangeService(ctx context.Context, ticketID, service string) (desk.Receipt, error)
	UndoChange(ctx context.Context, oldID, newID string) error
	LastTickets(ctx context.Context, limit int) ([]desk.Issued, error)
	Returning(ctx context.Context, by models.IdentityField, typed string) ([]desk.Returning, error)
	Reveal(ctx context.Context, visitID, why string) (models.Identity, error)
}

// Desk is the reception desk that the screens work at; *desk.Desk is one.
type Desk interface {
	Lookup
	Records
	Printing
	Attendance
	Self() models.Desk
	Practice() bool
}

var _ Desk = (*desk.Desk)(nil)

// Attendance is who is here today and who waits for those who are not.
type Attendance interface {
	MarkPresence(ctx context.Context, m desk.PresenceMark) (desk.MarkedPresence, error)
	UndoPresence(ctx context.Context, mark models.Presence) error
	Waiting(ctx context.Context, agency string) ([]models.Ticket, error)
	ParkTogether(ctx context.Context, tickets []models.Ticket, until time.Time) ([]models.Ticket, error)
	TransferTogether(ctx context.Context, tickets []models.Ticket, to desk.Target) ([]models.Ticket, error)
	UndoStep(ctx context.Context, s desk.Step) ([]models.Ticket, error)
	// ReadUntil reads the end of a mark as people write it, from memory.
	ReadUntil(typed string, at time.Time) (time.Time, error)
}
