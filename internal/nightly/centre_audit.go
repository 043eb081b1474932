package nightly

import (
	"context"
	"errors"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Auditor is the centre's side of a reconciliation.
type Auditor interface {
	// RecordDays sums up a desk's records by business date, oldest first.
	RecordDays(ctx context.Context, mallID, deskID string) ([]models.DayDigest, error)
	// RecordsOf lists a desk's records of a business date.
	RecordsOf(ctx context.Context, mallID, deskID, date string) ([]models.RowDigest, error)
	// Records hands out a desk's records by id, for one that lost them.
	Records(ctx context.Context, mallID, deskID string, ids []string) ([]models.Change, error)
}

var _ Auditor = (*SQLCentre)(nil)

// RecordDays sums up a desk's records by business date, oldest first. The
// hashes are computed from the records as they stand in the tables now.
func (c *SQLCentre) RecordDays(ctx context.Context, mallID, deskID string) ([]models.DayDigest, error) {
	days := map[string]*models.DayDigest{}
	err := c.eachRecord(ctx, func(row models.Change) {
		day := days[row.BusinessDate]
		if day == nil {
			day = &models.DayDigest{Date: row.BusinessDate}
			days[row.BusinessDate] = day
		}
		day.Add(&row)
	}, "mall_id = ? AND desk_id = ?", mallID, deskID)
	list := make([]models.DayDigest, 0, len(days))
	for _, day := range days {
		list = append(list, *day)
	}
	slices.SortFunc(list, func(a, b models.DayDigest) int { return strings.Compare(a.Date, b.Date) })
	return list, err
}

// noHash is the hash of a record that was found damaged: it fits no content.
var noHash = []byte{}

// RecordsOf lists a desk's records of a business date. A record that no
// longer fits its hash, or its flag of erasure, loses the hash, so that the desk's copy of the same version
// counts as another one and takes its place, and nobody ever takes what the
// damage made of it for a good record.
func (c *SQLCentre) RecordsOf(ctx context.Context, mallID, deskID, date string) ([]models.RowDigest, error) {
	var list []models.RowDigest
	var unsound []models.Change
	err := c.eachRecord(ctx, func(row models.Change) {
		digest := row.Digest()
		list = append(list, digest)
		if digest.Damaged {
			unsound = append(unsound, row)
		}
	}, "mall_id = ? AND desk_id = ? AND business_date = ?", mallID, deskID, date)
	if err != nil || len(unsound) == 0 {
		return list, err
	}
	return list, c.write(ctx, mallID, deskID, func(tx *gorm.DB, _ *deskRow) error {
		for _, row := range unsound {
			err := tx.Model(&recordRow{}).Where("mall_id = ? AND id = ?", mallID, row.ID).
				Updates(map[string]any{"row_hash": noHash, "erased": row.Erased}).Error
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Records hands out a desk's records by id.
func (c *SQLCentre) Records(ctx context.Context, mallID, deskID string, ids []string) ([]models.Change, error) {
	var list []models.Change
	err := c.eachRecord(ctx, func(row models.Change) { list = append(list, row) },
		"mall_id = ? AND desk_id = ? AND id IN ?", mallID, deskID, ids)
	return list, err
}

// eachRecord reads records one after the other, so that memory stays flat.
func (c *SQLCentre) eachRecord(ctx context.Context, visit func(models.Change), where string, args ...any) error {
	db := c.db.WithContext(ctx)
	rows, err := db.Model(&recordRow{}).Where(where, args...).Rows()
	if err != nil {
		return c.fault(err)
	}
	for rows.Next() {
		var row recordRow
		if err := db.ScanRows(rows, &row); err != nil {
			return c.fault(errors.Join(err, rows.Close()))
		}
		visit(flagged(canonical(&row)))
	}
	return c.fault(errors.Join(rows.Err(), rows.Close()))
}

// flagged takes the hash from a sound record whose flag of erasure says
// another thing than its content, and sets the flag right: the hash covers the
// content, and a wrong flag would stand above every version of the desk.
func flagged(c models.Change) models.Change {
	if c.Sound() && !c.Intact() {
		c.Erased, c.Hash = !c.Erased, noHash
	}
	return c
}
