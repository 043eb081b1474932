package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// A PC of a mall on a server keeps a file of its own for the time when the
// server is gone. In it stands what is needed to go on alone, copied from the
// mall (Mirror), and what was recorded alone, until the mall has it (Forget).

// mirrored is a table that the own file has a copy of, whole but for where.
type mirrored struct {
	name  string
	where string // of the mall's rows; empty: all
	added bool   // rows are only added and never change
	synced
}

// synced tells that copies must not enter the own file's feed.
type synced bool

// mirrors is the one list of what a PC needs to go on alone, besides the
// directory.
var mirrors = []mirrored{
	{name: "keys"},
	{name: "operators"},
	{name: "desks", synced: true},
	{name: "presences", where: "business_date >= ?", added: true, synced: true},
}

// directoryMirrors are copied when the directory's stamp has changed.
var directoryMirrors = []mirrored{{name: "directory_items"}, {name: "directory_heads"}}

// presencesMirrored is how old a mark may be that still tells of today.
const presencesMirrored = 40 * 24 * time.Hour

// copied are the rows of one table.
type copied struct {
	mirrored
	columns []string
	rows    [][]any
}

// Mirror copies from the mall what this PC needs to go on alone, unless it did
// so less than every ago and the directory is still the same, and tells whether
// it did; the day's tickets are counted from a business date on.
func (s *Store) Mirror(ctx context.Context, mall *Store, from string, every time.Duration) (done bool, err error) {
	var last struct {
		At     int64
		Digest string
	}
	if err := s.read.WithContext(ctx).Raw(`SELECT at, digest FROM mirrors`).Scan(&last).Error; err != nil {
		return false, s.fault(err)
	}
	if s.clock.Now().Sub(instant(last.At)).Abs() < every {
		theirs, err := directoryStamp(mall.read.WithContext(ctx))
		ours, failed := directoryStamp(s.read.WithContext(ctx))
		if err = errors.Join(mall.fault(err), s.fault(failed)); err != nil || theirs == ours {
			return false, err
		}
	}
	tables, demand, err := s.readMall(ctx, mall, from)
	if err != nil {
		return false, err
	}
	digest := digestOf(tables, demand)
	return true, s.transaction(ctx, func(db *gorm.DB) error {
		if digest != last.Digest {
			if err := putCopies(db, tables, demand); err != nil {
				return err
			}
		}
		return db.Exec(`INSERT INTO mirrors (one, at, digest) VALUES (1, ?, ?)
			ON CONFLICT (one) DO UPDATE SET at = excluded.at, digest = excluded.digest`, micros(s.clock.Now()), digest).Error
	})
}

func putCopies(db *gorm.DB, tables []copied, demand []demandRow) error {
	for _, t := range tables {
		if err := t.put(db); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return putDemand(db, demand)
}

func digestOf(tables []copied, demand []demandRow) string {
	h := sha256.New()
	for _, t := range tables {
		fmt.Fprintln(h, t.name, t.rows)
	}
	fmt.Fprintln(h, demand)
	return hex.EncodeToString(h.Sum(nil))
}

func (s *Store) readMall(ctx context.Context, mall *Store, from string) (tables []copied, demand []demandRow, err error) {
	stamp, err := directoryStamp(s.read.WithContext(ctx))
	if err != nil {
		return nil, nil, s.fault(err)
	}
	err = mall.atOneMoment(ctx, func(db *gorm.DB) error {
		wanted := mirrors
		if theirs, err := directoryStamp(db); err != nil {
			return err
		} else if theirs != stamp {
			wanted = slices.Concat(mirrors, directoryMirrors)
		}
		for _, m := range wanted {
			t, err := s.readTable(ctx, db, m)
			if err != nil {
				return err
			}
			tables = append(tables, t)
		}
		demand, err = demandOf(db, from)
		return err
	})
	return tables, demand, mall.fault(err)
}

// readTable reads the columns that this file has.
func (s *Store) readTable(ctx context.Context, db *gorm.DB, m mirrored) (copied, error) {
	t := copied{mirrored: m}
	columns := s.read.WithContext(ctx).Raw(`SELECT name FROM (`+s.base.columnQuery()+`) AS columns`, m.name).Scan(&t.columns)
	if columns.Error != nil {
		return t, columns.Error
	}
	query, args := `SELECT `+strings.Join(t.columns, ", ")+` FROM `+m.name, []any{}
	if m.where != "" {
		query, args = query+` WHERE `+m.where, append(args, s.clock.Now().Add(-presencesMirrored).Format(time.DateOnly))
	}
	rows, err := db.Raw(query+` ORDER BY 1, 2, 3`, args...).Rows()
	if err != nil {
		return t, err
	}
	for rows.Next() {
		row, err := scanRow(rows, len(t.columns))
		if err != nil {
			return t, errors.Join(err, rows.Close())
		}
		t.rows = append(t.rows, row)
	}
	return t, errors.Join(rows.Err(), rows.Close())
}

// put replaces the copy.
func (t copied) put(db *gorm.DB) error {
	if !t.synced {
		if err := db.Exec(`DELETE FROM ` + t.name).Error; err != nil {
			return err
		}
	}
	insert := `INSERT INTO ` + t.name + ` (` + strings.Join(t.columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(t.columns)-1) + `)`
	switch {
	case t.added:
		insert += ` ON CONFLICT DO NOTHING`
	case bool(t.synced):
		insert += ` ON CONFLICT (id) DO UPDATE SET ` + setsOf(t.columns)
	}
	for _, row := range t.rows {
		if err := db.Exec(insert, row...).Error; err != nil {
			return err
		}
		if t.synced {
			if err := db.Exec(`DELETE FROM sync_changes WHERE entity = ? AND row_id = ?`, t.name, row[slices.Index(t.columns, "id")]).Error; err != nil {
				return err
			}
		}
	}
	return nil
}

func setsOf(columns []string) string {
	var set []string
	for _, c := range columns {
		if c != "id" {
			set = append(set, c+" = excluded."+c)
		}
	}
	return strings.Join(set, ", ")
}

func directoryStamp(db *gorm.DB) (int64, error) {
	var stamp int64
	err := db.Raw(`SELECT h.imported_at FROM directory_heads h JOIN folder f ON f.mall_id = h.mall_id`).Scan(&stamp).Error
	return stamp, err
}

type demandRow struct {
	MallID       string `gorm:"primaryKey"`
	BusinessDate string `gorm:"primaryKey"`
	Agency       string `gorm:"primaryKey"`
	Counter      string `gorm:"primaryKey"`
	Issued       int
}

func (demandRow) TableName() string { return "demand_before" }

func demandOf(db *gorm.DB, from string) ([]demandRow, error) {
	var rows []demandRow
	err := db.Raw(`SELECT mall_id, business_date, agency, counter, count(*) AS issued FROM tickets
		WHERE business_date >= ? AND state <> ? GROUP BY mall_id, business_date, agency, counter ORDER BY 1, 2, 3, 4`,
		from, models.TicketVoided).Scan(&rows).Error
	return rows, err
}

func putDemand(db *gorm.DB, rows []demandRow) error {
	if err := db.Exec(`DELETE FROM demand_before`).Error; err != nil || len(rows) == 0 {
		return err
	}
	return db.Create(&rows).Error
}

// DemandBefore is what the whole mall had issued on a business date when this
// file saw it last, by agency.
func (s *Store) DemandBefore(ctx context.Context, mallID, date string) (map[string]models.Demand, error) {
	var rows []demandRow
	err := s.read.WithContext(ctx).Where("mall_id = ? AND business_date = ?", mallID, date).Find(&rows).Error
	all := map[string]models.Demand{}
	for _, r := range rows {
		d := all[r.Agency]
		if d.ByCounter == nil {
			d.ByCounter = map[string]int{}
		}
		d.Issued += r.Issued
		d.ByCounter[r.Counter] = r.Issued
		all[r.Agency] = d
	}
	return all, s.fault(err)
}

// Pending counts what stands in the own file besides copies: visits, and records
// that the mall does not have yet.
func (s *Store) Pending(ctx context.Context) (visits, waiting int, err error) {
	err = one(s.read.WithContext(ctx).Raw(`SELECT (SELECT count(*) FROM visits),
		(SELECT count(*) FROM sync_changes WHERE pos > (SELECT acked FROM sync_state))`), &visits, &waiting)
	return visits, waiting, s.fault(err)
}

// Forget takes what the mall has taken over out of the own file; the sequences
// of numbers stay. It does nothing while a record waits, and tells so. What
// was practised alone goes too.
func (s *Store) Forget(ctx context.Context) (done bool, err error) {
	err = s.transaction(ctx, func(db *gorm.DB) error {
		var waits bool
		err := one(db.Raw(`SELECT EXISTS (SELECT 1 FROM sync_changes WHERE pos > (SELECT acked FROM sync_state))`), &waits)
		if err != nil || waits {
			return err
		}
		done = true
		for _, t := range slices.Backward(syncedTables) {
			if err := forgetTable(db, t.Name); err != nil {
				return err
			}
		}
		return execEach(db, []string{`DELETE FROM sync_changes`, `DELETE FROM sync_quarantine`, `DELETE FROM missed_words`})
	})
	return done, err
}

// forgetTable lifts the guard that keeps records from being deleted: these are
// not deleted, they are with the mall. Copies stay.
func forgetTable(db *gorm.DB, table string) error {
	mine := `true`
	if slices.ContainsFunc(mirrors, func(m mirrored) bool { return m.name == table }) {
		mine = `id IN (SELECT row_id FROM sync_changes WHERE entity = '` + table + `') OR mall_id LIKE '%#latihan'`
	}
	var guard string
	err := db.Raw(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?`, table+"_stay").Scan(&guard).Error
	if err != nil {
		return err
	}
	return execEach(db, []string{`DROP TRIGGER ` + table + `_stay`, `DELETE FROM ` + table + ` WHERE ` + mine, guard})
}
