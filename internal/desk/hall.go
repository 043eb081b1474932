package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// mostAnnounced is how far the visitors' display looks back.
const mostAnnounced = 300

// Announcements lists today's calls and recalls since an instant, oldest
// first.
func (d *Desk) Announcements(ctx context.Context, since time.Time) ([]models.Announcement, error) {
	return d.store.Announcements(ctx, d.mallID(), d.BusinessDate(d.clock.Now()), since, mostAnnounced)
}

// JustIssued is the number that this desk gave last, while it is at most as
// old as fresh; false when there is none. It tells nothing of the person.
func (d *Desk) JustIssued(ctx context.Context, fresh time.Duration) (Issued, bool, error) {
	now := d.clock.Now()
	list, err := d.LastTickets(ctx, 1)
	if err != nil || len(list) == 0 {
		return Issued{}, false, err
	}
	issued := list[0]
	issued.Visitor = models.MaskedIdentity{}
	shown := issued.DeskID == d.self.ID && issued.State != models.TicketVoided && now.Sub(issued.RecordedAt) <= fresh
	return issued, shown, nil
}
