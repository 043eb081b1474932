package store

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

var errUnknownTable = errors.New("no table of this name here")

// asideRow is a record from the centre that this file could not take.
type asideRow struct {
	Entity       string `gorm:"primaryKey"`
	RowID        string `gorm:"primaryKey"`
	MallID       string
	DeskID       string
	BusinessDate string
	Erased       bool
	Ver          int64
	Session      string
	RowHash      []byte
	Body         []byte
	Reason       models.RefusalReason
	Detail       string
	At           int64
}

func (asideRow) TableName() string { return "sync_aside" }

func (r asideRow) change() models.Change {
	return models.Change{RowKey: models.RowKey{Entity: r.Entity, ID: r.RowID}, MallID: r.MallID, DeskID: r.DeskID,
		BusinessDate: r.BusinessDate, Version: models.Version{Erased: r.Erased, Ver: r.Ver, Session: r.Session},
		Hash: r.RowHash, Body: r.Body}
}

// Apply takes records of the centre over where they are newer than here, and
// notes how far it came. A record with an unsent change stays as it is: it is
// sent first, and the centre judges. It tells how many records changed.
func (s *Store) Apply(ctx context.Context, rows []models.Change, pulled int64, mark string) (int, error) {
	applied := 0
	err := s.transaction(ctx, func(db *gorm.DB) error {
		for i := range rows {
			changed, err := s.apply(db, &rows[i])
			if err != nil {
				return err
			}
			if changed {
				applied++
			}
		}
		return db.Exec(`UPDATE sync_state SET pulled = ?, pull_mark = ?`, pulled, mark).Error
	})
	return applied, err
}

// ApplyAside tries what was set aside once more, parents before children.
func (s *Store) ApplyAside(ctx context.Context) (int, error) {
	applied := 0
	var waiting bool
	err := one(s.read.WithContext(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM sync_aside)`), &waiting)
	if err != nil || !waiting {
		return 0, s.fault(err)
	}
	err = s.transaction(ctx, func(db *gorm.DB) error {
		for _, synced := range syncedTables {
			var rows []asideRow
			if err := db.Where("entity = ?", synced.Name).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				c := row.change()
				changed, err := s.apply(db, &c)
				if err != nil {
					return err
				}
				if changed {
					applied++
				}
			}
		}
		return nil
	})
	return applied, err
}

func (s *Store) apply(db *gorm.DB, c *models.Change) (bool, error) {
	if !c.Intact() {
		return false, s.setAside(db, c, models.RefusedDamaged, "hash")
	}
	newer, err := newerThanHere(db, c)
	if err != nil {
		return false, err
	}
	if newer {
		if err := s.put(db, c, nil); err != nil {
			return false, s.refuseOrFail(db, c, err)
		}
		if c.Erased {
			if err := emptyReasons(db, []string{c.ID}); err != nil {
				return false, err
			}
		}
	}
	return newer, db.Exec(`DELETE FROM sync_aside WHERE entity = ? AND row_id = ?`, c.Entity, c.ID).Error
}

// newerThanHere compares versions; a change that is not sent yet counts as
// newer than anything.
func newerThanHere(db *gorm.DB, c *models.Change) (bool, error) {
	var here struct {
		Found   bool
		Unsent  bool
		Erased  bool
		Ver     int64
		Session string
	}
	err := db.Raw(`SELECT true AS found, pos > (SELECT acked FROM sync_state) AS unsent, erased, ver, session
		FROM sync_changes WHERE entity = ? AND row_id = ?`, c.Entity, c.ID).Scan(&here).Error
	if err != nil || !here.Found {
		return true, err
	}
	version := models.Version{Erased: here.Erased, Ver: here.Ver, Session: here.Session}
	return !here.Unsent && version.Compare(c.Version) < 0, nil
}

// put writes the record under the version that it has at the centre, over
// what stands here but for its keys, unless these are named too. The columns
// that this file does not know stay at the centre; those that the body leaves
// out become null.
func (s *Store) put(db *gorm.DB, c *models.Change, keys []string) error {
	t, known := s.tables[c.Entity]
	if !known {
		return errUnknownTable
	}
	values, err := models.DecodeBody(c.Body)
	if err != nil {
		return err
	}
	maps.DeleteFunc(values, func(column string, _ any) bool { return !slices.Contains(t.body, column) })
	for _, column := range t.optional {
		if _, given := values[column]; !given {
			values[column] = nil
		}
	}
	columns := slices.Sorted(maps.Keys(values))
	var set []string
	args := make([]any, 0, len(columns)+len(envelope))
	for _, column := range columns {
		set = append(set, column+" = excluded."+column)
		args = append(args, values[column])
	}
	columns, args = append(columns, "id", "mall_id"), append(args, c.ID, c.MallID)
	if !t.NoDay {
		columns, args = append(columns, "desk_id", "business_date"), append(args, c.DeskID, c.BusinessDate)
	}
	for _, key := range keys {
		if slices.Contains(columns, key) {
			set = append(set, key+" = excluded."+key)
		}
	}
	statement := `INSERT INTO ` + t.Name + ` (` + strings.Join(columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(args)-1) +
		`) ON CONFLICT (id) DO UPDATE SET ` + strings.Join(set, ", ")
	// A savepoint: a server would undo the whole transaction for one record.
	return db.Transaction(func(db *gorm.DB) error {
		if err := db.Exec(statement, args...).Error; err != nil {
			return err
		}
		return keepVersion(db, c)
	})
}

// keepVersion puts the record's own version in place of the one that the
// trigger gave it.
func keepVersion(db *gorm.DB, c *models.Change) error {
	err := db.Exec(`UPDATE sync_changes SET ver = ?, session = ? WHERE entity = ? AND row_id = ?`,
		c.Ver, c.Session, c.Entity, c.ID).Error
	return errors.Join(err, db.Exec(`UPDATE sync_state SET last_ver = ? WHERE last_ver < ?`, c.Ver, c.Ver).Error)
}

// refuseOrFail sets a record aside when it is the record's fault.
func (s *Store) refuseOrFail(db *gorm.DB, c *models.Change, err error) error {
	var syntax *json.SyntaxError
	unfit, waits := s.base.unfit(err)
	switch {
	case waits, errors.Is(err, gorm.ErrForeignKeyViolated):
		return s.setAside(db, c, models.RefusedWaiting, "")
	case unfit, errors.Is(err, errUnknownTable), errors.Is(err, gorm.ErrDuplicatedKey),
		errors.Is(err, gorm.ErrCheckConstraintViolated), errors.As(err, &syntax):
		return s.setAside(db, c, models.RefusedDatabase, err.Error())
	}
	return err
}

func (s *Store) setAside(db *gorm.DB, c *models.Change, reason models.RefusalReason, detail string) error {
	return db.Save(&asideRow{c.Entity, c.ID, c.MallID, c.DeskID, c.BusinessDate, c.Erased, c.Ver, c.Session,
		c.Hash, c.Body, reason, detail, micros(s.clock.Now())}).Error
}

// EraseIdentities empties the identities of visits for good, with their
// indexes and masks; what else is known of the visits stays.
func (s *Store) EraseIdentities(ctx context.Context, visitIDs []string) error {
	return s.Write(ctx, func(tx models.Tx) error { return tx.EraseIdentities(visitIDs) })
}

// EraseIdentities is remembered outside the database, so that no older backup
// brings the identities back.
func (t tx) EraseIdentities(visitIDs []string) error {
	if t.erased != nil {
		*t.erased = append(*t.erased, visitIDs...)
	}
	return t.emptyIdentities(visitIDs)
}

// emptyIdentities also takes away what was set aside of these visits: another
// version with the identity.
func (t tx) emptyIdentities(visitIDs []string) error {
	var set []string
	for _, column := range models.IdentityColumns {
		if column == "identity" {
			set = append(set, "identity = NULL")
		} else {
			set = append(set, column+" = ''")
		}
	}
	err := t.db.Exec(`UPDATE visits SET `+strings.Join(set, ", ")+`, erased_at = ? WHERE id IN ? AND erased_at = 0`,
		micros(t.store.clock.Now()), visitIDs).Error
	return errors.Join(err, t.db.Exec(`DELETE FROM sync_aside WHERE entity = 'visits' AND row_id IN ?`, visitIDs).Error,
		emptyReasons(t.db, visitIDs))
}

// ownReasons are reasons that the program gives itself.
const ownReasons = `('', 'undo', 'change', 'replan')`

// emptyReasons takes away what was typed as a reason beside erased visits: it
// may tell who came.
func emptyReasons(db *gorm.DB, visitIDs []string) error {
	for _, statement := range []string{
		`UPDATE tickets SET force_reason = '', void_reason = CASE WHEN void_reason IN ` + ownReasons + ` THEN void_reason ELSE '' END
			WHERE visit_id IN ? AND (force_reason <> '' OR void_reason NOT IN ` + ownReasons + `)`,
		`UPDATE ticket_events SET reason = '' WHERE ticket_id IN (SELECT id FROM tickets WHERE visit_id IN ?) AND reason NOT IN ` + ownReasons,
		`UPDATE identity_openings SET why = '' WHERE visit_id IN ? AND why <> ''`,
		`UPDATE corrections SET reason = '' WHERE visit_id IN ? AND reason <> ''`,
		`UPDATE person_requests SET reason = '' WHERE visit_id IN ? AND reason <> ''`,
	} {
		if err := db.Exec(statement, visitIDs).Error; err != nil {
			return err
		}
	}
	return nil
}
