package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"text/template"
	"time"

	"github.com/mattn/go-sqlite3"
	gormsqlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// FileName is the database in a data folder.
const FileName = "frontdesk.db"

// Older libraries can lose committed writes in WAL mode (fixed in 3.51.3).
const oldestSQLite = 3_051_003

// BeforeSchema begins the names of the copies that are made before the schema
// changes.
const BeforeSchema = "frontdesk.before-schema-"

const readers = 3

// file is a desk's own database. One writer connection takes every
// transaction with BEGIN IMMEDIATE; a small read-only pool serves look-ups
// beside it. Several processes may work on the same file at once.
type file struct {
	path    string
	clock   models.Clock
	lock    *os.File  // held while the file is open; nil when the caller does
	alone   bool      // nobody else had it open at the start
	checked time.Time // when the file was last read whole and found sound

	write, read *gorm.DB
	hashes      string // statement that fills empty hashes
}

// Open opens or creates the data file in folder and brings its schema up to
// date. Errors: KindFault with a sentence for the person; Damaged tells a
// damaged or lost file, of which nothing was changed.
func Open(ctx context.Context, folder string, clock models.Clock, options ...Option) (*Store, error) {
	if _, number, _ := sqlite3.Version(); number < oldestSQLite {
		return nil, models.Fault(nil, "store.old_sqlite")
	}
	if err := os.MkdirAll(folder, safefile.FolderMode(folder)); err != nil {
		return nil, models.Fault(err, "store.folder", folder)
	}
	lock, alone, err := hold(folder)
	if err != nil {
		return nil, models.Fault(err, "store.folder", folder)
	}
	return open(ctx, &file{path: filepath.Join(folder, FileName), clock: clock, lock: lock, alone: alone}, clock,
		append([]Option{WithHeadFile(filepath.Join(folder, HeadName))}, options...))
}

func (f *file) connect(ctx context.Context) (*sql.DB, error) {
	if err := checkLost(f.path); err != nil {
		return nil, err
	}
	if err := createPrivately(f.path); err != nil {
		return nil, models.Fault(err, "store.folder", filepath.Dir(f.path))
	}
	var err error
	if f.write, err = connect(ctx, f.path, "rwc", "immediate", 1); err != nil {
		return nil, err
	}
	if err := checkPragmas(ctx, f.write); err != nil {
		return nil, err
	}
	pool, err := f.write.DB()
	if err != nil {
		return nil, err
	}
	return pool, f.checkStart(ctx, pool)
}

func (f *file) ready(ctx context.Context, tables map[string]feedTable) (write, read *gorm.DB, err error) {
	f.hashes = hashStatement(tables)
	pool, err := f.write.DB()
	if err != nil {
		return nil, nil, err
	}
	if err := rederive(ctx, pool); err != nil {
		return nil, nil, err
	}
	f.keepStamp()
	f.read, err = connect(ctx, f.path, "ro", "deferred", readers)
	return f.write, f.read, err
}

func (f *file) pinged() (*sql.DB, error) { return f.write.DB() }

// close remembers that the file was closed in order.
func (f *file) close() error {
	err := f.release()
	if err == nil {
		f.keepStamp()
	}
	return err
}

func (f *file) release() error {
	err := errors.Join(closePool(f.read), closePool(f.write))
	if f.lock == nil {
		return err
	}
	return errors.Join(err, f.lock.Close())
}

// closePool closes what was opened; nil is not.
func closePool(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

func (f *file) remember(erased []string) error { return rememberErasures(filepath.Dir(f.path), erased) }

func (f *file) asFile() (*file, error) { return f, nil }

func (*file) folder() string { return "migrations/sqlite" }

func (*file) version(ctx context.Context, db querier) (int, error) { return schemaVersion(ctx, db) }

func (*file) setVersion(ctx context.Context, tx *sql.Tx, version int) error {
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}

// beforeUpgrade keeps the file as it was before the schema changes.
func (f *file) beforeUpgrade(ctx context.Context, db *sql.DB, version int) error {
	target := filepath.Join(filepath.Dir(f.path), fmt.Sprint(BeforeSchema, version))
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	_, err := db.ExecContext(ctx, "VACUUM INTO ?", target)
	return err
}

// takeTurn has nothing to do: BEGIN IMMEDIATE did it.
func (*file) takeTurn(context.Context, *sql.Tx) error { return nil }

func (*file) triggers() *template.Template { return sqliteTriggers }

func (*file) columnQuery() string {
	return `SELECT name, "notnull" = 0 AND pk = 0 FROM pragma_table_info(?)`
}

func (f *file) fillHashes(db *gorm.DB, after, to int64) error {
	return db.Exec(f.hashes, after, to).Error
}

func (*file) guards(db *gorm.DB, table string) (lift, restore []string, err error) {
	const guards = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN (?, ?)`
	var found []struct{ Name, SQL string }
	err = db.Raw(guards, table+"_keys", table+"_erased").Scan(&found).Error
	for _, guard := range found {
		lift, restore = append(lift, `DROP TRIGGER `+guard.Name), append(restore, guard.SQL)
	}
	return lift, restore, err
}

// beginBulk lets the journal of savepoints stay in memory.
func (*file) beginBulk(ctx context.Context, pool *sql.DB) error {
	_, err := pool.ExecContext(ctx, "PRAGMA temp_store = MEMORY")
	return err
}

const driverName = "sqlite3_frontdesk"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{
		ConnectHook: greet,
	})
}

// createPrivately makes the file before SQLite would create it for everyone;
// its helper files get the same rights.
func createPrivately(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, safefile.FileMode(path))
	if err != nil {
		return err
	}
	return f.Close()
}

func connect(ctx context.Context, path, mode, lock string, connections int) (*gorm.DB, error) {
	options := url.Values{
		"mode":           {mode},
		"_txlock":        {lock},
		"_journal_mode":  {"WAL"},
		"_synchronous":   {"FULL"},
		"_busy_timeout":  {"30000"},
		"_foreign_keys":  {"ON"},
		"_secure_delete": {"ON"},
		// The driver keeps statements across transactions; GORM would prepare
		// them anew in each.
		"_stmt_cache_size": {"64"},
	}
	if mode == "ro" {
		options.Del("_journal_mode") // setting it needs a writer
	}
	dsn := (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: options.Encode()}).String()
	pool, err := sql.Open(driverName, dsn)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	if err := pool.PingContext(ctx); err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return gorm.Open(gormsqlite.New(gormsqlite.Config{DriverName: driverName, Conn: pool}), gormConfig())
}

// checkPragmas proves that a committed ticket survives a power cut.
func checkPragmas(ctx context.Context, db *gorm.DB) error {
	var journal string
	var synchronous int
	if err := db.WithContext(ctx).Raw("PRAGMA journal_mode").Scan(&journal).Error; err != nil {
		return err
	}
	if err := db.WithContext(ctx).Raw("PRAGMA synchronous").Scan(&synchronous).Error; err != nil {
		return err
	}
	const full = 2
	if journal != "wal" || synchronous != full {
		return fmt.Errorf("journal %q, synchronous %d: not durable", journal, synchronous)
	}
	return nil
}
