package today

import (
	"context"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// todayDesk is what F5 needs of the desk. Agencies and Find answer from memory.
type todayDesk interface {
	stage.Attendance
	Now() time.Time
	Catalogue() *models.Catalogue
	Find(query string, limit int, today desk.Today, at time.Time) desk.Finding
	Agencies(today desk.Today, at time.Time) []desk.AgencyStatus
	Today(ctx context.Context, at time.Time) (desk.Today, error)
}
