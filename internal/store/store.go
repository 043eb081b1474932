// Package store keeps the records of a desk in one SQLite file. It is the only
// room that imports GORM besides the nightly sync.
//
// One writer connection takes every transaction with BEGIN IMMEDIATE; a small
// read-only pool serves look-ups beside it. Several processes may work on the
// same file at once.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"
	gormsqlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"frontdesk/internal/models"
)

// FileName is the database in a data folder.
const FileName = "frontdesk.db"

// Older libraries can lose committed writes in WAL mode (fixed in 3.51.3).
const oldestSQLite = 3_051_003

const readers = 3

// Store is an open data file. Close it once.
type Store struct {
	write   *gorm.DB
	read    *gorm.DB
	clock   models.Clock
	path    string
	lock    *os.File  // held while the file is open
	checked time.Time // when the file was last read whole and found sound
	session string    // of this start, in the versions of what it writes

	tables      map[string]feedTable // what travels to the centre
	hashPending string               // statement
}

const driverName = "sqlite3_frontdesk"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{
		ConnectHook: greet,
	})
}

// Open opens or creates the data file in folder and brings its schema up to
// date. Errors: KindFault with a sentence for the person; Damaged tells a
// damaged or lost file, of which nothing was changed.
func Open(ctx context.Context, folder string, clock models.Clock, options ...Option) (*Store, error) {
	if _, number, _ := sqlite3.Version(); number < oldestSQLite {
		return nil, models.Fault(nil, "store.old_sqlite")
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, models.Fault(err, "store.folder", folder)
	}
	lock, alone, err := hold(folder)
	if err != nil {
		return nil, models.Fault(err, "store.folder", folder)
	}
	s := &Store{clock: clock, path: filepath.Join(folder, FileName), lock: lock, session: newSession()}
	for _, option := range options {
		option(s)
	}
	if err := s.open(ctx, alone); err != nil {
		return nil, errors.Join(openFault(err, s.path), s.release())
	}
	return s, nil
}

// open connects, checks what the file promises, migrates it and adds the
// readers.
func (s *Store) open(ctx context.Context, alone bool) error {
	if err := checkLost(s.path); err != nil {
		return err
	}
	if err := createPrivately(s.path); err != nil {
		return models.Fault(err, "store.folder", filepath.Dir(s.path))
	}
	var err error
	if s.write, err = connect(ctx, s.path, "rwc", "immediate", 1); err != nil {
		return err
	}
	if err := checkPragmas(ctx, s.write); err != nil {
		return err
	}
	pool, err := s.write.DB()
	if err != nil {
		return err
	}
	if err := s.checkStart(ctx, pool, alone); err != nil {
		return err
	}
	if err := migrate(ctx, pool, s.path); err != nil {
		return err
	}
	if err := s.readFeedTables(ctx, pool); err != nil {
		return err
	}
	if err := rederive(ctx, pool); err != nil {
		return err
	}
	s.keepStamp()
	s.read, err = connect(ctx, s.path, "ro", "deferred", readers)
	return err
}

// createPrivately makes the file readable by its owner only before SQLite
// would create it for everyone.
func createPrivately(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
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
	return gorm.Open(gormsqlite.New(gormsqlite.Config{DriverName: driverName, Conn: pool}), &gorm.Config{
		TranslateError:         true,
		SkipDefaultTransaction: true,
		NowFunc:                func() time.Time { return time.Time{} },
		Logger:                 logger.Discard, // parameters would hold personal data
		DisableAutomaticPing:   true,
	})
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

// Close releases the file and remembers that it was closed in order.
func (s *Store) Close() error {
	err := s.release()
	if err == nil {
		s.keepStamp()
	}
	return err
}

func (s *Store) release() error {
	var errs []error
	for _, db := range []*gorm.DB{s.read, s.write} {
		if db == nil {
			continue
		}
		pool, err := db.DB()
		if err != nil {
			errs = append(errs, err)
			continue
		}
		errs = append(errs, pool.Close())
	}
	return errors.Join(append(errs, s.lock.Close())...)
}
