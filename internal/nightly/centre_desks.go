package nightly

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
)

// Enrol registers a desk; again, it brings number and name up to date.
func (c *SQLCentre) Enrol(ctx context.Context, desk models.Desk) error {
	err := c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		now, err := c.now(tx)
		if err != nil {
			return err
		}
		row := deskRow{MallID: desk.MallID, ID: desk.ID, Number: desk.Number, Name: desk.Name, EnrolledAt: now.UnixMicro()}
		return tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "mall_id"}, {Name: "id"}},
			DoUpdates: clause.AssignmentColumns([]string{"number", "name"})}).Create(&row).Error
	})
	return c.fault(err)
}

// DeskStatus is what the centre knows of a desk.
type DeskStatus struct {
	MallID      string
	ID          string
	Number      int
	Name        string
	Seen        time.Time // zero before the first hello
	Waiting     int       // backlog at the last hello, less what came since
	Records     int
	Quarantined int // open cases
	Forks       int // histories beyond the first
}

// Status lists all desks, or those this login may see.
func (c *SQLCentre) Status(ctx context.Context) ([]DeskStatus, error) {
	var rows []struct {
		Desk                          deskRow `gorm:"embedded"`
		Records, Quarantined, Streams int
	}
	err := c.db.WithContext(ctx).Raw(`SELECT d.*,
			(SELECT count(*) FROM centre_records r WHERE r.mall_id = d.mall_id AND r.desk_id = d.id) AS records,
			(SELECT count(*) FROM centre_quarantine q WHERE q.mall_id = d.mall_id AND q.desk_id = d.id AND q.released_at = 0) AS quarantined,
			(SELECT count(*) FROM centre_streams s WHERE s.mall_id = d.mall_id AND s.desk_id = d.id) AS streams
		FROM centre_desks d ORDER BY d.mall_id, d.number, d.id`).Scan(&rows).Error
	list := make([]DeskStatus, len(rows))
	for i, r := range rows {
		list[i] = DeskStatus{MallID: r.Desk.MallID, ID: r.Desk.ID, Number: r.Desk.Number, Name: r.Desk.Name, Waiting: r.Desk.Waiting,
			Records: r.Records, Quarantined: r.Quarantined, Forks: max(0, r.Streams-1)}
		if r.Desk.SeenAt > 0 {
			list[i].Seen = time.UnixMicro(r.Desk.SeenAt).UTC()
		}
	}
	return list, c.fault(err)
}

// Publish hands a checked directory file out to all desks of a mall and tells
// its version, which is later than any before, also after a restore.
func (c *SQLCentre) Publish(ctx context.Context, mallID string, body []byte) (int64, error) {
	var version int64
	err := c.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		now, err := c.now(tx)
		if err != nil {
			return err
		}
		var last int64
		err = tx.Raw(`SELECT coalesce(max(version), 0) FROM centre_directories WHERE mall_id = ?`, mallID).Scan(&last).Error
		if err != nil {
			return err
		}
		version = max(last+1, now.UnixMicro())
		return tx.Create(&directoryRow{mallID, version, DirectoryDigest(body), body, now.UnixMicro()}).Error
	})
	return version, c.fault(err)
}
