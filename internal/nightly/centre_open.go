package nightly

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gorm.io/driver/postgres"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
	"frontdesk/internal/safefile"
)

// Access says how a centre is opened.
type Access struct {
	Clock    models.Clock // time of a centre in a file; a server has its own
	Password string       // of the server; empty: the URL's or PGPASSWORD
	Create   bool         // make the file of an SQLite centre when there is none
}

// dialect is where the two databases differ.
type dialect struct {
	Int, Blob, JSON string
	ValidBody       string // condition that a body is JSON
	bytes           string // pattern that makes bytes of a body
	nowMicros       string // statement for the server's clock; empty without one
	size            string // pattern of what a body's size is measured by
	current         string // statement for the versions that stand under ids (a JSON list) in a mall
	upsert          func(tx *gorm.DB, rows []recordRow) error
}

// Size measures a JSON column, in characters or what is nearest and cheap.
func (d dialect) Size(column string) string { return fmt.Sprintf(d.size, column) }

// Bytes makes bytes of a JSON column.
func (d dialect) Bytes(column string) string { return fmt.Sprintf(d.bytes, column) }

// schemaWords fill the schema's template.
type schemaWords struct {
	dialect
	Version, MaxBody int
}

var (
	sqliteDialect = dialect{Int: "INTEGER", Blob: "BLOB", JSON: "TEXT", ValidBody: "json_valid(body)",
		size: "length(%s)", bytes: "CAST(%s AS BLOB)", upsert: upsertValues,
		current: `SELECT r.id, r.entity, r.desk_id, r.erased, r.ver, r.session, r.row_hash
			FROM json_each(?) k CROSS JOIN centre_records r WHERE r.mall_id = ? AND r.id = k.value`}
	postgresDialect = dialect{Int: "BIGINT", Blob: "BYTEA", JSON: "JSONB", ValidBody: "jsonb_typeof(body) = 'object'",
		// The text of each body, only to be measured, took a sixth of a batch.
		size: "pg_column_size(%s)", bytes: "convert_to(%s::text, 'UTF8')", upsert: upsertArrays,
		nowMicros: "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
		// LATERAL with LIMIT asks for one id after the other: a fresh table has
		// no statistics yet, and IN with 500 ids was planned as a scan (1 s each).
		current: `SELECT r.* FROM jsonb_array_elements_text(?::jsonb) AS k (id) CROSS JOIN LATERAL (
			SELECT id, entity, desk_id, erased, ver, session, row_hash FROM centre_records
			WHERE mall_id = ? AND centre_records.id = k.id LIMIT 1) r`}
)

// oldestPostgres is PostgreSQL 15.
const oldestPostgres = 150_000

// Open opens a centre: "sqlite:PATH" or "postgres://USER@HOST/DATABASE". It
// does not look at the tables yet: see Init and Ready. Errors: KindUsage for a
// target of another kind, else KindFault with a sentence.
func Open(ctx context.Context, target string, a Access) (*SQLCentre, error) {
	path, isFile := strings.CutPrefix(target, "sqlite:")
	isServer := strings.HasPrefix(target, "postgres://") || strings.HasPrefix(target, "postgresql://")
	var c *SQLCentre
	var err error
	switch {
	case isFile && path != "":
		c, err = openFile(path, a.Create)
	case isServer:
		c, err = openServer(target, a.Password)
	default:
		return nil, models.Misuse("sync.target")
	}
	if err != nil {
		return nil, err
	}
	c.clock, c.compare = a.Clock, models.Version.Compare
	if err := c.greet(ctx); err != nil {
		return nil, errors.Join(c.fault(err), c.Close())
	}
	return c, nil
}

// greet connects and looks at the server's version.
func (c *SQLCentre) greet(ctx context.Context) error {
	if c.dialect.nowMicros == "" {
		return c.db.WithContext(ctx).Exec("PRAGMA trusted_schema=OFF").Error
	}
	var version int
	if err := c.db.WithContext(ctx).Raw("SELECT current_setting('server_version_num')::int").Scan(&version).Error; err != nil {
		return err
	}
	if version < oldestPostgres {
		return models.Refuse("sync.postgres_old", version/10_000)
	}
	return nil
}

func openFile(path string, create bool) (*SQLCentre, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, models.Fault(err, "sync.fault")
	}
	if _, err := os.Stat(path); err != nil && !create {
		return nil, models.Refuse("sync.no_file", path)
	}
	if create {
		_ = reserve(path) // what is wrong SQLite tells below
	}
	options := url.Values{"_txlock": {"immediate"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"},
		"_busy_timeout": {"30000"}, "_secure_delete": {"ON"}, "mode": {"rw"},
		// The driver keeps statements. GORM's own store of them would outlive the
		// connection: its clean-up never ends.
		"_stmt_cache_size": {"64"}}
	if create {
		options.Set("mode", "rwc")
	}
	dsn := (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: options.Encode()}).String()
	db, err := gorm.Open(sqlite.Open(dsn), gormConfig())
	if err != nil {
		return nil, fileFault(err, path)
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(1) // one writer; see internal/store
	return &SQLCentre{db: db, dialect: sqliteDialect, target: path}, nil
}

// reserve makes the file when there is none, for its owner alone: a centre
// holds the masked data of everybody who came. SQLite gives its helper files
// the same rights.
func reserve(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, safefile.FileMode(path))
	if err != nil {
		return err
	}
	return file.Close()
}

func openServer(target, password string) (*SQLCentre, error) {
	pool, err := pgserver.Open(target, password, map[string]string{"statement_timeout": "30000"}, nil)
	if err != nil {
		return nil, models.Misuse("sync.target")
	}
	pool.SetMaxOpenConns(2)
	pool.SetConnMaxIdleTime(time.Minute)
	db, err := gorm.Open(postgres.New(postgres.Config{Conn: pool}), gormConfig())
	return &SQLCentre{db: db, dialect: postgresDialect, target: Shown(target)}, err
}

func gormConfig() *gorm.Config {
	return &gorm.Config{SkipDefaultTransaction: true, DisableAutomaticPing: true,
		NowFunc: func() time.Time { return time.Time{} }, Logger: logger.Discard}
}

// now is the centre's time.
func (c *SQLCentre) now(tx *gorm.DB) (time.Time, error) {
	if c.dialect.nowMicros == "" {
		return c.clock.Now().UTC(), nil
	}
	var micros int64
	err := tx.Raw(c.dialect.nowMicros).Scan(&micros).Error
	return time.UnixMicro(micros).UTC(), err
}
