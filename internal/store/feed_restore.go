package store

import (
	"bytes"
	"context"
	"errors"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Restore puts records of the centre in the place of those that a disk lost or
// damaged here, and takes over newer ones. An edit that was not sent is never
// overwritten. It tells which records it put in place.
func (s *Store) Restore(ctx context.Context, rows []models.Change) ([]models.RowKey, error) {
	var restored []models.RowKey
	err := s.transaction(ctx, func(db *gorm.DB) error {
		for i := range rows {
			done, err := s.restore(db, &rows[i])
			if err != nil {
				return err
			}
			if done {
				restored = append(restored, rows[i].RowKey)
			}
		}
		return nil
	})
	return restored, err
}

// keysBesideID are the columns of the envelope that may be damaged while the
// record is still found.
var keysBesideID = []string{"mall_id", "desk_id", "business_date"}

func (s *Store) restore(db *gorm.DB, c *models.Change) (bool, error) {
	t, known := s.tables[c.Entity]
	if !known || !c.Intact() {
		return false, nil
	}
	harmed, err := s.harmed(db, t, c)
	if err != nil {
		return false, err
	}
	if !harmed {
		return s.apply(db, c)
	}
	if err := s.unguarded(db, t, func() error { return s.put(db, c, keysBesideID) }); err != nil {
		return false, s.refuseOrFail(db, c, err)
	}
	return true, nil
}

// harmed tells that what stands here is no edit of c, but c itself or an
// older version, damaged on the disk: it does not fit its hash, or it has
// another version with the same content, or it is gone from its table.
func (s *Store) harmed(db *gorm.DB, t feedTable, c *models.Change) (bool, error) {
	var feed struct {
		Found, Unsent bool
		Erased        bool
		Ver           int64
		Session       string
	}
	err := db.Raw(`SELECT true AS found, pos > (SELECT acked FROM sync_state) AS unsent, erased, ver, session
		FROM sync_changes WHERE entity = ? AND row_id = ?`, c.Entity, c.ID).Scan(&feed).Error
	if err != nil || !feed.Found {
		return false, err
	}
	var here *models.Change
	err = eachChange(db, t, func(row models.Change) error {
		here = &row
		return nil
	}, "c.entity = ? AND c.row_id = ?", c.ID)
	if err != nil {
		return false, err
	}
	overtaken := models.Version{Erased: feed.Erased, Ver: feed.Ver, Session: feed.Session}.Compare(c.Version) > 0
	switch {
	case here == nil || !here.Sound():
		return !overtaken, nil
	case here.Version == c.Version:
		return false, nil
	}
	return !feed.Unsent && bytes.Equal(here.Hash, c.Hash), nil
}

// unguarded lifts the triggers that keep keys and erasures of a table, which a
// damaged value would offend when it is put right.
func (s *Store) unguarded(db *gorm.DB, t feedTable, work func() error) error {
	lift, restore, err := s.base.guards(db, t.Name)
	if err != nil {
		return err
	}
	return errors.Join(execEach(db, lift), work(), execEach(db, restore))
}

func execEach(db *gorm.DB, statements []string) error {
	var errs []error
	for _, statement := range statements {
		errs = append(errs, db.Exec(statement).Error)
	}
	return errors.Join(errs...)
}
