package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// CopyToServer puts all that the file of folder holds onto an empty server, in
// one transaction, and compares the records' hashes before it commits. The
// file stays as it is. It tells the rows by table. Errors: KindRefused while
// somebody has the file open, or when the server has records already.
func CopyToServer(ctx context.Context, folder string, to *Store, clock models.Clock) (map[string]int, error) {
	var rows map[string]int
	err := Alone(ctx, folder, func() error {
		from, err := open(ctx, &file{path: filepath.Join(folder, FileName), clock: clock, alone: true}, clock, nil)
		if err != nil {
			return err
		}
		rows, err = copyAll(ctx, from, to)
		return errors.Join(err, from.Close())
	})
	return rows, err
}

func copyAll(ctx context.Context, from, to *Store) (rows map[string]int, err error) {
	err = from.atOneMoment(ctx, func(source *gorm.DB) error {
		return to.transaction(ctx, func(target *gorm.DB) error {
			if err := refuseTaken(target); err != nil {
				return err
			}
			if rows, err = copyTables(source, target, to.base); err != nil {
				return err
			}
			return from.compareHashes(source, target)
		})
	})
	return rows, from.fault(err)
}

func refuseTaken(target *gorm.DB) error {
	var taken bool
	if err := one(target.Raw(`SELECT EXISTS (SELECT 1 FROM folder)`), &taken); err != nil {
		return err
	}
	if taken {
		return models.Refuse("database.taken")
	}
	return nil
}

// copyTables copies parents before children. Triggers rest meanwhile: the feed
// and its counters come along as they are.
func copyTables(source, target *gorm.DB, base base) (map[string]int, error) {
	tables, err := allTables(target)
	if err != nil {
		return nil, err
	}
	if err := execEach(target, []string{`DELETE FROM sync_state`, `DELETE FROM audit_seals`}); err != nil {
		return nil, err
	}
	rows := map[string]int{}
	for _, table := range tables {
		if err := target.Exec(`ALTER TABLE ` + table + ` DISABLE TRIGGER USER`).Error; err != nil {
			return nil, err
		}
		if rows[table], err = copyTable(source, target, base, table); err != nil {
			return nil, fmt.Errorf("%s: %w", table, err)
		}
		if err := target.Exec(`ALTER TABLE ` + table + ` ENABLE TRIGGER USER`).Error; err != nil {
			return nil, err
		}
	}
	return rows, target.Exec(`SELECT setval(pg_get_serial_sequence('sync_runs', 'id'), max(id)) FROM sync_runs`).Error
}

// allTables are those of the feed, in their order, then all others.
func allTables(target *gorm.DB) ([]string, error) {
	var tables []string
	for _, t := range syncedTables {
		tables = append(tables, t.Name)
	}
	var others []string
	err := target.Raw(`SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'schema_version' ORDER BY 1`).
		Scan(&others).Error
	for _, name := range others {
		if !slices.Contains(tables, name) {
			tables = append(tables, name)
		}
	}
	return tables, err
}

// atOnce is how many values go with one statement, which takes 65,535.
const atOnce = 20_000

func copyTable(source, target *gorm.DB, base base, table string) (int, error) {
	var columns []string
	if err := target.Raw(`SELECT name FROM (`+base.columnQuery()+`) AS columns (name, nullable)`, table).Scan(&columns).Error; err != nil {
		return 0, err
	}
	rows, err := source.Raw(`SELECT ` + strings.Join(columns, ", ") + ` FROM ` + table).Rows()
	if err != nil {
		return 0, err
	}
	count, values := 0, make([]any, 0, atOnce)
	put := func() error {
		if len(values) == 0 {
			return nil
		}
		one := `(?` + strings.Repeat(", ?", len(columns)-1) + `)`
		statement := `INSERT INTO ` + table + ` (` + strings.Join(columns, ", ") + `) VALUES ` + one +
			strings.Repeat(", "+one, len(values)/len(columns)-1)
		err := target.Exec(statement, values...).Error
		values = values[:0]
		return err
	}
	for rows.Next() {
		row, err := scanRow(rows, len(columns))
		if values = append(values, row...); err == nil && len(values)+len(columns) > atOnce {
			err = put()
		}
		if err != nil {
			return count, errors.Join(err, rows.Close())
		}
		count++
	}
	return count, errors.Join(rows.Err(), rows.Close(), put())
}

func scanRow(rows *sql.Rows, columns int) ([]any, error) {
	row, into := make([]any, columns), make([]any, columns)
	for i := range row {
		into[i] = &row[i]
	}
	return row, rows.Scan(into...)
}

var errUnequal = errors.New("a record differs from its copy")

// compareHashes computes each record's hash on both sides.
func (s *Store) compareHashes(source, target *gorm.DB) error {
	for _, synced := range syncedTables {
		t, copied := s.tables[synced.Name], map[string]models.Change{}
		err := eachChange(target, t, func(c models.Change) error {
			copied[c.ID] = models.Change{Version: c.Version, Pos: c.Pos, Hash: c.Sum()}
			return nil
		}, "c.entity = ?")
		if err != nil {
			return err
		}
		err = eachChange(source, t, func(c models.Change) error {
			if twin := copied[c.ID]; twin.Pos != c.Pos || twin.Version != c.Version || !bytes.Equal(twin.Hash, c.Sum()) {
				return fmt.Errorf("%w: %v", errUnequal, c.RowKey)
			}
			delete(copied, c.ID)
			return nil
		}, "c.entity = ?")
		if err != nil {
			return err
		}
		if len(copied) > 0 {
			return fmt.Errorf("%w: %d more %s", errUnequal, len(copied), synced.Name)
		}
	}
	return nil
}
