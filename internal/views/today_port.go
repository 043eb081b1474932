package views

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

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

// todayDesk is what F5 needs of the desk. Agencies and Find answer from memory.
type todayDesk interface {
	Attendance
	Now() time.Time
	Catalogue() *models.Catalogue
	Find(query string, limit int, today desk.Today, at time.Time) desk.Finding
	Agencies(today desk.Today, at time.Time) []desk.AgencyStatus
	Today(ctx context.Context, at time.Time) (desk.Today, error)
}
