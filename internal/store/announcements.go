package store

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

type announcementRow struct {
	Event   string
	Ticket  string
	Number  string
	Agency  string
	Counter string
	At      int64
	Over    bool
}

// Announcements lists the newest calls and recalls of a business date since an
// instant, oldest first; those taken back are left out.
func (s *Store) Announcements(ctx context.Context, mallID, date string, since time.Time, limit int) ([]models.Announcement, error) {
	const query = `SELECT e.id AS event, e.ticket_id AS ticket, t.number, t.agency, e.counter, e.at, t.state <> 'called' AS over
		FROM ticket_events e JOIN tickets t ON t.id = e.ticket_id
		WHERE e.mall_id = ? AND e.business_date = ? AND e.kind IN ('called', 'recalled') AND e.at >= ?
			AND NOT EXISTS (SELECT 1 FROM ticket_events u WHERE u.ticket_id = e.ticket_id AND u.undoes = e.id)
		ORDER BY e.at DESC, e.id DESC LIMIT ?`
	var rows []announcementRow
	err := s.read.WithContext(ctx).Raw(query, mallID, date, micros(since), limit).Scan(&rows).Error
	list := make([]models.Announcement, len(rows))
	for i, r := range rows {
		list[len(rows)-1-i] = models.Announcement{Event: r.Event, Ticket: r.Ticket, Number: r.Number,
			Agency: r.Agency, Counter: r.Counter, At: instant(r.At), Over: r.Over}
	}
	return list, s.fault(err)
}
