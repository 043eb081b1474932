package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"

	"frontdesk/internal/models"
)

// Contents is what a sound database file holds.
type Contents struct {
	Schema int              // number of the last migration
	MallID string           // empty while no desk was set up
	Rows   map[string]int   // rows by table
	Audit  models.AuditHead // end of the audit chain; zero when it is empty
}

// CopyTo writes the whole database, as it is at one instant, into a new file
// for its owner only. Check-ins go on meanwhile: a reader does the work. A
// server refuses.
func (s *Store) CopyTo(ctx context.Context, path string) error {
	f, err := s.base.asFile()
	if err != nil {
		return err
	}
	if err := createPrivately(path); err != nil {
		return copyFault(err, path)
	}
	return copyFault(f.read.WithContext(ctx).Exec("VACUUM INTO ?", path).Error, path)
}

// copyFault says why a copy could not be written; no record is lost by that.
func copyFault(err error, path string) error {
	var cause sqlite3.Error
	switch {
	case errors.As(err, &cause) && cause.Code == sqlite3.ErrFull:
		return models.Fault(err, "backup.full", path)
	case errors.Is(err, os.ErrPermission):
		return models.Fault(err, "backup.cannot_write", path)
	}
	return fault(err, path)
}

// Examine reads a whole database file and tells what it holds. It opens it
// for writing, though it changes nothing: on a read-only connection SQLite
// leaves CHECK constraints out of integrity_check. Errors: KindFault, for
// which Damaged is true when the file is not sound; KindFault also for a file
// of a newer program.
func Examine(ctx context.Context, path string) (Contents, error) {
	db, err := connect(ctx, path, "rw", "deferred", 1)
	if err != nil {
		return Contents{}, fault(err, path)
	}
	pool, err := db.DB()
	if err != nil {
		return Contents{}, err
	}
	contents, err := examine(ctx, pool, path)
	if newest, _ := newestSchema(); err == nil && contents.Schema == newest {
		_, _, err = (&Store{base: &file{path: path}, read: db}).Directory(ctx, 0)
	}
	return contents, errors.Join(fault(err, path), pool.Close())
}

// ExamineByCopy examines a file and then copies it, as a backup does:
// integrity_check says nothing of an empty index whose first page is
// another's. The copy is removed again. Errors: as of Examine.
func ExamineByCopy(ctx context.Context, path string) error {
	if _, err := Examine(ctx, path); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(path), ".examine-*")
	if err != nil {
		return models.Fault(err, "store.folder", filepath.Dir(path))
	}
	db, err := connect(ctx, path, "rw", "deferred", 1)
	if err != nil {
		return errors.Join(fault(err, path), os.RemoveAll(work))
	}
	err = copyFault(db.Exec("VACUUM INTO ?", filepath.Join(work, FileName)).Error, path)
	pool, closing := db.DB()
	if closing == nil {
		closing = pool.Close()
	}
	return errors.Join(err, closing, os.RemoveAll(work))
}

func examine(ctx context.Context, db *sql.DB, path string) (Contents, error) {
	if err := verdict(ctx, db, "PRAGMA integrity_check(1)", path); err != nil {
		return Contents{}, err
	}
	var orphans int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil {
		return Contents{}, err
	}
	if orphans > 0 {
		return Contents{}, damage(path, fmt.Sprintf("%d rows point to nothing", orphans))
	}
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return Contents{}, err
	}
	if err := checkVersion(version, path); err != nil {
		return Contents{}, err
	}
	if newest, err := newestSchema(); err != nil || version > newest {
		return Contents{}, errors.Join(err, models.Fault(nil, "store.newer", version, newest))
	}
	return count(ctx, db, version, path)
}

// count counts the rows of every table. A file without the first table is no
// desk's, however sound.
func count(ctx context.Context, db *sql.DB, version int, path string) (Contents, error) {
	tables, err := column(ctx, db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
	if err != nil {
		return Contents{}, err
	}
	c := Contents{Schema: version, Rows: map[string]int{}}
	for _, table := range tables {
		var rows int
		quoted := `"` + strings.ReplaceAll(table, `"`, `""`) + `"`
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM "+quoted).Scan(&rows); err != nil {
			return c, err
		}
		c.Rows[table] = rows
	}
	if _, known := c.Rows["folder"]; !known || version == 0 {
		return c, damage(path, "no table of a desk")
	}
	if c.Audit, err = lastAudit(ctx, db, c.Rows); err != nil {
		return c, err
	}
	err = db.QueryRowContext(ctx, `SELECT mall_id FROM folder`).Scan(&c.MallID)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return c, err
}

// lastAudit is the end of the audit chain of a file; one of an older program
// has none.
func lastAudit(ctx context.Context, db *sql.DB, rows map[string]int) (models.AuditHead, error) {
	var head models.AuditHead
	var at int64
	if rows["audit"] == 0 {
		return head, nil
	}
	err := db.QueryRowContext(ctx, `SELECT seq, mac, at FROM audit ORDER BY seq DESC LIMIT 1`).Scan(&head.Seq, &head.MAC, &at)
	head.At = instant(at)
	return head, err
}

func column(ctx context.Context, db *sql.DB, query string) ([]string, error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	var list []string
	for rows.Next() {
		var value string
		if err := rows.Scan(&value); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		list = append(list, value)
	}
	return list, errors.Join(rows.Err(), rows.Close())
}
