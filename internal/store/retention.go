package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

type purgeRow struct {
	ID      int64 `gorm:"primaryKey;autoIncrement:false"`
	At      int64
	UntilAt int64
	Erased  int
}

func (purgeRow) TableName() string { return "retention_runs" }

// PurgeIdentities empties up to limit identities of who came to one of the
// malls before an instant, and tells how many.
func (t tx) PurgeIdentities(mallIDs []string, before time.Time, limit int) (int, error) {
	var ids []string
	err := t.db.Raw(`SELECT id FROM visits WHERE mall_id IN ? AND identity IS NOT NULL AND arrived_at < ? ORDER BY arrived_at, id LIMIT ?`,
		mallIDs, micros(before), limit).Scan(&ids).Error
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return len(ids), t.emptyIdentities(ids)
}

// AddPurge keeps the result of a purge.
func (t tx) AddPurge(p models.Purge) error {
	var id int64
	if err := one(t.db.Raw(`SELECT coalesce(max(id), 0) + 1 FROM retention_runs`), &id); err != nil {
		return err
	}
	return t.db.Create(&purgeRow{id, micros(p.At), micros(p.Until), p.Erased}).Error
}

// LastPurge is the newest purge; zero when there was none.
func (s *Store) LastPurge(ctx context.Context) (models.Purge, error) {
	var row purgeRow
	err := s.read.WithContext(ctx).Order("id DESC").Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return models.Purge{}, nil
	}
	return models.Purge{At: instant(row.At), Until: instant(row.UntilAt), Erased: row.Erased}, s.fault(err)
}

// Retained counts the identities that are kept, and those of who came before
// an instant.
func (s *Store) Retained(ctx context.Context, before time.Time) (models.Retained, error) {
	const query = `SELECT count(*), count(*) FILTER (WHERE arrived_at < ?), coalesce(min(arrived_at), 0)
		FROM visits WHERE identity IS NOT NULL`
	var r models.Retained
	var oldest int64
	err := one(s.read.WithContext(ctx).Raw(query, micros(before)), &r.Kept, &r.Due, &oldest)
	r.Oldest = instant(oldest)
	return r, s.fault(err)
}

// Wipe takes what was emptied out of the write-ahead log too, where former
// pages stand until they are written over. Somebody who reads just now keeps
// the log; the next time does it.
func (s *Store) Wipe(ctx context.Context) error {
	f, err := s.base.asFile()
	if err != nil {
		return nil // a server keeps no file of ours
	}
	var busy, log, done int
	return s.fault(one(f.write.WithContext(ctx).Raw(`PRAGMA wal_checkpoint(TRUNCATE)`), &busy, &log, &done))
}
