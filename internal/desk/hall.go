package desk

import (
	"context"
	"slices"
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

// mostErrands is how many numbers of one visit are looked at.
const mostErrands = 12

// JustIssued is the number to go to first of the visit that was recorded last,
// while it is at most as old as fresh; false when there is none. A program that
// records visits itself tells of its own alone: other PCs have displays of
// their own. It tells nothing of the person.
func (d *Desk) JustIssued(ctx context.Context, fresh time.Duration) (Issued, bool, error) {
	now := d.clock.Now()
	list, err := d.LastTickets(ctx, mostErrands)
	if err != nil || len(list) == 0 {
		return Issued{}, false, err
	}
	visit := list[0].VisitID
	if own := d.lastVisit.Load(); own != nil {
		visit = *own
	}
	for _, issued := range slices.Backward(list) {
		live := issued.DeskID == d.self.ID && issued.State != models.TicketVoided && now.Sub(issued.RecordedAt) <= fresh
		if issued.VisitID == visit && live && !issued.Held() {
			issued.Visitor = models.MaskedIdentity{}
			return issued, true, nil
		}
	}
	return Issued{}, false, nil
}
