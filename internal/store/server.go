package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"text/template"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
)

// server is a schema of a PostgreSQL database that several PCs share: the
// first of the URL's search_path, else public.
type server struct {
	shown string // HOST/DATABASE
	pool  *sql.DB
	db    *gorm.DB // on pool

	tables map[string]feedTable
	board  atomic.Bool // guide_board is there
}

const (
	oldestPostgres = 150_000 // PostgreSQL 15
	connections    = 4       // of each PC
)

// parameters of each session. A PC that is cut from its power while it holds
// the lock of sync_state must not keep the others waiting: the server finds it
// gone after 25 s, and ends what hangs.
var parameters = map[string]string{
	"lock_timeout":                        "30000",
	"statement_timeout":                   "60000",
	"idle_in_transaction_session_timeout": "20000",
	"tcp_keepalives_idle":                 "10",
	"tcp_keepalives_interval":             "5",
	"tcp_keepalives_count":                "3",
	"synchronous_commit":                  "on", // a ticket that was shown survives a power cut
}

// OpenServer opens the store on the database of a postgres:// URL and brings
// its schema up to date; password is empty where the URL or PGPASSWORD brings
// it. Errors: KindUsage for what is no such URL, else KindFault with a
// sentence.
func OpenServer(ctx context.Context, url, password string, clock models.Clock, options ...Option) (*Store, error) {
	s, err := OnServer(url, password, clock, options...)
	if err != nil {
		return nil, err
	}
	if err := s.Ready(ctx); err != nil {
		return nil, errors.Join(err, s.base.release())
	}
	return s, nil
}

// OnServer makes the store of a server that may not answer yet. Ready must
// succeed before it is used. Errors: KindUsage for what is no postgres:// URL.
func OnServer(url, password string, clock models.Clock, options ...Option) (*Store, error) {
	address, err := pgserver.Address(url)
	if err != nil {
		return nil, models.Misuse("database.address")
	}
	pool, err := pgserver.Open(url, password, parameters, func(_ context.Context, c *pgx.Conn) error {
		c.TypeMap().TryWrapEncodePlanFuncs = append([]pgtype.TryWrapEncodePlanFunc{flagAsNumber}, c.TypeMap().TryWrapEncodePlanFuncs...)
		return nil
	})
	if err != nil {
		return nil, models.Misuse("database.address")
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	pool.SetConnMaxIdleTime(time.Minute)
	db, err := gorm.Open(postgres.New(postgres.Config{Conn: pool}), gormConfig())
	if err != nil {
		return nil, errors.Join(models.Fault(err, "store.fault"), pool.Close())
	}
	s := newStore(&server{shown: pgserver.Short(address), pool: pool, db: db}, clock, options)
	s.write, s.read = db, db
	return s, nil
}

// flagAsNumber lets a bool go where a number stands: flags are 0 or 1, as in a
// file.
func flagAsNumber(value any) (pgtype.WrappedEncodePlanNextSetter, any, bool) {
	flag, ok := value.(bool)
	if !ok {
		return nil, nil, false
	}
	number := int64(0)
	if flag {
		number = 1
	}
	return &numberPlan{}, number, true
}

// numberPlan encodes the number of a flag.
type numberPlan struct{ next pgtype.EncodePlan }

func (p *numberPlan) SetNext(next pgtype.EncodePlan) { p.next = next }

func (p *numberPlan) Encode(value any, buf []byte) ([]byte, error) {
	_, number, _ := flagAsNumber(value)
	return p.next.Encode(number, buf)
}

func (s *server) connect(ctx context.Context) (*sql.DB, error) {
	var version int
	err := s.pool.QueryRowContext(ctx, `SELECT current_setting('server_version_num')::int`).Scan(&version)
	if err == nil && version < oldestPostgres {
		err = models.Refuse("sync.postgres_old", version/10_000)
	}
	return s.pool, err
}

func (s *server) ready(_ context.Context, tables map[string]feedTable) (write, read *gorm.DB, err error) {
	s.tables = tables
	return s.db, s.db, nil
}

func (s *server) pinged() (*sql.DB, error) { return s.pool, nil }

func (s *server) close() error { return s.pool.Close() }

func (s *server) release() error { return s.pool.Close() }

// remember has nothing to do: the backups are the server's own.
func (*server) remember([]string) error { return nil }

func (*server) asFile() (*file, error) { return nil, models.Refuse("database.backup") }

func (*server) folder() string { return "migrations/postgres" }

func (*server) version(ctx context.Context, db querier) (int, error) {
	var there bool
	if err := db.QueryRowContext(ctx, `SELECT to_regclass('schema_version') IS NOT NULL`).Scan(&there); err != nil || !there {
		return 0, err
	}
	var version int
	err := db.QueryRowContext(ctx, `SELECT version FROM schema_version`).Scan(&version)
	return version, err
}

func (*server) setVersion(ctx context.Context, tx *sql.Tx, version int) error {
	_, err := tx.ExecContext(ctx, fmt.Sprintf(`CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL);
		DELETE FROM schema_version; INSERT INTO schema_version VALUES (%d)`, version))
	return err
}

// beforeUpgrade has nothing to do: the server has its own backups, and an
// upgrade that fails leaves nothing.
func (*server) beforeUpgrade(context.Context, *sql.DB, int) error { return nil }

// takeTurn also lets the transactions of all others end and no new one begin:
// each of them starts with sync_state.
func (*server) takeTurn(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))`, upgradeLock); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DO $$ BEGIN
		IF to_regclass('sync_state') IS NOT NULL THEN LOCK TABLE sync_state; END IF;
	END $$`)
	return err
}

func (*server) triggers() *template.Template { return postgresTriggers }

func (*server) columnQuery() string {
	return `SELECT attname, NOT attnotnull FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`
}

// fillHashes computes in Go what a file's own function does there: the same
// bytes give the same hash.
func (s *server) fillHashes(db *gorm.DB, after, to int64) error {
	const missing = `c.pos > ? AND c.pos <= ? AND c.row_hash IS NULL`
	var entities []string
	err := db.Raw(`SELECT DISTINCT entity FROM sync_changes c WHERE `+missing, after, to).Scan(&entities).Error
	if err != nil || len(entities) == 0 {
		return err
	}
	type hashed struct {
		Pos  int64  `json:"pos"`
		Hash string `json:"hash"`
	}
	var list []hashed
	for _, entity := range entities {
		err := eachChange(db, s.tables[entity], func(c models.Change) error {
			list = append(list, hashed{c.Pos, hex.EncodeToString(c.Hash)})
			return nil
		}, `c.entity = ? AND `+missing, after, to)
		if err != nil {
			return err
		}
	}
	text, err := json.Marshal(list)
	return errors.Join(err, db.Exec(`UPDATE sync_changes c SET row_hash = decode(h.hash, 'hex')
		FROM jsonb_to_recordset(?::jsonb) AS h (pos bigint, hash text) WHERE c.pos = h.pos`, string(text)).Error)
}

func (*server) guards(_ *gorm.DB, table string) (lift, restore []string, err error) {
	names := []string{table + "_keys"}
	if table == "visits" {
		names = append(names, table+"_erased")
	}
	for _, name := range names {
		lift = append(lift, `ALTER TABLE `+table+` DISABLE TRIGGER `+name)
		restore = append(restore, `ALTER TABLE `+table+` ENABLE TRIGGER `+name)
	}
	return lift, restore, nil
}

func (*server) beginBulk(context.Context, *sql.DB) error { return nil }
