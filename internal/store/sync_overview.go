package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

const (
	asideShown   = 50 // rows in quarantine on the Sync page
	historyShown = 20 // runs at least
	historyRead  = 500
	historyAge   = 7 * 24 * time.Hour
)

// SyncOverview is what this file knows of the sync: not where to, and not when
// next.
func (s *Store) SyncOverview(ctx context.Context) (models.SyncOverview, error) {
	var o models.SyncOverview
	state, err := s.SyncState(ctx)
	if err != nil {
		return o, err
	}
	last, err := s.LastSuccess(ctx)
	if err != nil {
		return o, err
	}
	runs, err := s.Runs(ctx, historyRead)
	if err != nil {
		return o, err
	}
	if _, o.SharedNumbers, err = s.SetAside(ctx); err != nil {
		return o, err
	}
	o.LastSuccess, o.Waiting, o.Quarantined = last.Ended, state.Waiting, state.Quarantined
	o.History = recent(runs, s.clock.Now().Add(-historyAge))
	db := s.read.WithContext(ctx)
	err = db.Raw(`SELECT entity, count(*) AS count FROM sync_changes WHERE pos > ? GROUP BY entity ORDER BY count DESC, entity`,
		state.Acked).Scan(&o.WaitingBy).Error
	if err == nil {
		o.Aside, err = aside(db)
	}
	return o, s.fault(err)
}

// recent keeps the first runs, and those since a time. Runs come newest first.
func recent(runs []models.SyncRun, since time.Time) []models.SyncRun {
	n := min(len(runs), historyShown)
	for n < len(runs) && runs[n].Ended.After(since) {
		n++
	}
	return runs[:n]
}

// aside lists rows in quarantine, newest first, under the number by which the
// desk knows them; a visit goes by its first ticket's.
func aside(db *gorm.DB) ([]models.AsideRow, error) {
	rows, err := db.Raw(`SELECT q.entity, q.row_id, q.erased, q.ver, q.session, q.reason, q.detail, q.at, coalesce(CASE q.entity
			WHEN 'tickets' THEN (SELECT number FROM tickets WHERE id = q.row_id)
			WHEN 'ticket_events' THEN (SELECT t.number FROM ticket_events e JOIN tickets t ON t.id = e.ticket_id WHERE e.id = q.row_id)
			WHEN 'visits' THEN (SELECT number FROM tickets WHERE visit_id = q.row_id ORDER BY issued_at, id LIMIT 1)
			END, '')
		FROM sync_quarantine q ORDER BY q.at DESC, q.row_id LIMIT ?`, asideShown).Rows()
	if err != nil {
		return nil, err
	}
	var list []models.AsideRow
	for rows.Next() {
		var r models.AsideRow
		var at int64
		err := rows.Scan(&r.Entity, &r.ID, &r.Erased, &r.Ver, &r.Session, &r.Reason, &r.Detail, &at, &r.Label)
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		r.At = instant(at)
		list = append(list, r)
	}
	return list, errors.Join(rows.Err(), rows.Close())
}
