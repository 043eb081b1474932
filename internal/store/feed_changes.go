package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// Changes lists up to limit changes above a place of the feed, in order, as
// they stand at one moment.
func (s *Store) Changes(ctx context.Context, after int64, limit int) ([]models.Change, error) {
	// What is added to the entity keeps SQLite from the index by entity, through
	// which it would read the whole feed for each batch.
	const inPart = "c.entity || '' = ? AND c.pos > ? AND c.pos <= ?"
	list := make([]models.Change, 0, limit)
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		to, present, err := nextPart(db, after, limit)
		if err != nil {
			return err
		}
		collect := func(c models.Change) error {
			list = append(list, c)
			return nil
		}
		for _, synced := range syncedTables {
			if !slices.Contains(present, synced.Name) {
				continue
			}
			if err := eachChange(db, s.tables[synced.Name], collect, inPart, after, to); err != nil {
				return err
			}
		}
		return nil
	})
	slices.SortFunc(list, func(a, b models.Change) int { return cmp.Compare(a.Pos, b.Pos) })
	return list, s.fault(err)
}

// nextPart tells where the next limit changes end and which tables they are of.
func nextPart(db *gorm.DB, after int64, limit int) (to int64, present []string, err error) {
	var parts []struct {
		Entity string
		Last   int64
	}
	err = db.Raw(`SELECT entity, max(pos) AS last FROM (SELECT entity, pos FROM sync_changes WHERE pos > ? ORDER BY pos LIMIT ?) AS part
		GROUP BY entity`, after, limit).Scan(&parts).Error
	for _, p := range parts {
		to, present = max(to, p.Last), append(present, p.Entity)
	}
	return to, present, err
}

// eachChange reads the records of a table that where names, with their place,
// version and hash; the first argument of where is the table's name. A record
// without a hash, changed by another tool, gets the one that it has now.
func eachChange(db *gorm.DB, t feedTable, visit func(models.Change) error, where string, args ...any) error {
	query := `SELECT c.pos, c.erased, c.ver, c.session, c.row_hash, c.row_id, r.mall_id, ` + t.Owner("r") + `, ` + t.Date("r") +
		`, r.` + strings.Join(t.body, `, r.`) + ` FROM sync_changes c JOIN ` + t.Name + ` r ON r.id = c.row_id WHERE ` + where
	rows, err := db.Raw(query, append([]any{t.Name}, args...)...).Rows()
	if err != nil {
		return err
	}
	for rows.Next() {
		c, err := scanChange(rows, t)
		if err == nil {
			err = visit(c)
		}
		if err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

func scanChange(rows *sql.Rows, t feedTable) (models.Change, error) {
	c := models.Change{RowKey: models.RowKey{Entity: t.Name}}
	values := make([]any, len(t.body))
	into := []any{&c.Pos, &c.Erased, &c.Ver, &c.Session, &c.Hash, &c.ID, &c.MallID, &c.DeskID, &c.BusinessDate}
	for i := range values {
		into = append(into, &values[i])
	}
	if err := rows.Scan(into...); err != nil {
		return c, err
	}
	var err error
	if c.Body, err = models.EncodeBody(t.body, values); err == nil && c.Hash == nil {
		c.Hash = c.Sum()
	}
	return c, err
}

// RecordDays sums up all records by business date, oldest first. The hashes
// are computed from the records as they are on the disk now.
func (s *Store) RecordDays(ctx context.Context) ([]models.DayDigest, error) {
	days := map[string]*models.DayDigest{}
	err := s.eachRecord(ctx, func(c models.Change) error {
		day := days[c.BusinessDate]
		if day == nil {
			day = &models.DayDigest{Date: c.BusinessDate}
			days[c.BusinessDate] = day
		}
		day.Add(&c)
		return nil
	}, "c.entity = ?")
	list := make([]models.DayDigest, 0, len(days))
	for _, day := range days {
		list = append(list, *day)
	}
	slices.SortFunc(list, func(a, b models.DayDigest) int { return strings.Compare(a.Date, b.Date) })
	return list, err
}

// RecordsOf lists the records of a business date, as they are on the disk now.
func (s *Store) RecordsOf(ctx context.Context, date string) ([]models.RowDigest, error) {
	var list []models.RowDigest
	err := s.eachRecord(ctx, func(c models.Change) error {
		list = append(list, c.Digest())
		return nil
	}, "c.entity = ? AND c.business_date = ?", date)
	return list, err
}

func (s *Store) eachRecord(ctx context.Context, visit func(models.Change) error, where string, args ...any) error {
	err := s.atOneMoment(ctx, func(db *gorm.DB) error {
		for _, synced := range syncedTables {
			if err := eachChange(db, s.tables[synced.Name], visit, where, args...); err != nil {
				return err
			}
		}
		return nil
	})
	return s.fault(err)
}
