package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"math"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"
	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// transaction runs work in one immediate transaction. It notes the wall time
// and the session of this start first, which the triggers put into the
// version of each changed record, and computes the records' hashes last.
func (s *Store) transaction(ctx context.Context, work func(db *gorm.DB) error) error {
	err := s.write.WithContext(ctx).Transaction(func(db *gorm.DB) error {
		const note = `UPDATE sync_state SET wall = ?, session = ?, revision = revision + 1 RETURNING last_pos`
		var before int64
		if err := one(db.Raw(note, s.clock.Now().UnixMicro(), s.session), &before); err != nil {
			return err
		}
		if err := work(db); err != nil {
			return err
		}
		return db.Exec(s.hashPending, before, math.MaxInt64).Error
	})
	return s.fault(err)
}

// rederive sets the counters of the feed right where a disk has damaged them:
// a place that was given twice would keep a record from being written.
func rederive(ctx context.Context, pool *sql.DB) error {
	const wrong = `last_pos < (SELECT coalesce(max(pos), 0) FROM sync_changes) OR last_ver NOT BETWEEN 0 AND 1 << 60`
	var found bool
	err := pool.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sync_state WHERE `+wrong+`)`).Scan(&found)
	if err != nil || !found {
		return err
	}
	_, err = pool.ExecContext(ctx, `UPDATE sync_state SET last_pos = (SELECT max(pos) FROM sync_changes),
		last_ver = (SELECT max(ver) FROM sync_changes) WHERE `+wrong)
	return err
}

// feedTable is a synced table with its columns in this file.
type feedTable struct {
	syncedTable
	body     []string // columns of the body, sorted: all but keys of the envelope
	optional []string // of these, what a body may leave out: it is null then
}

var envelope = []string{"id", "mall_id", "desk_id", "business_date"}

// readFeedTables learns the columns of the synced tables.
func (s *Store) readFeedTables(ctx context.Context, pool *sql.DB) error {
	s.tables = map[string]feedTable{}
	for _, synced := range syncedTables {
		columns, err := columnsOf(ctx, pool, synced.Name, `true`)
		if err != nil {
			return err
		}
		optional, err := columnsOf(ctx, pool, synced.Name, `"notnull" = 0 AND pk = 0`)
		if err != nil {
			return err
		}
		body := slices.DeleteFunc(columns, func(c string) bool { return slices.Contains(envelope, c) })
		slices.Sort(body)
		s.tables[synced.Name] = feedTable{synced, body, optional}
	}
	s.hashPending = hashStatement(s.tables)
	return nil
}

func columnsOf(ctx context.Context, pool *sql.DB, table, where string) ([]string, error) {
	var joined sql.NullString
	err := pool.QueryRowContext(ctx, `SELECT group_concat(name) FROM pragma_table_info(?) WHERE `+where, table).Scan(&joined)
	if !joined.Valid {
		return nil, err
	}
	return strings.Split(joined.String, ","), err
}

// hashStatement fills the empty hashes of a part of the feed. The function
// it calls stands in a statement and not in a trigger, since this driver
// cannot register one that trusted_schema=OFF lets a trigger use; and a
// record that another tool changed gets its hash from the next batch.
func hashStatement(tables map[string]feedTable) string {
	var b strings.Builder
	b.WriteString(`UPDATE sync_changes SET row_hash = CASE entity`)
	for _, synced := range syncedTables {
		t := tables[synced.Name]
		b.WriteString(` WHEN '` + t.Name + `' THEN (SELECT row_hash('` + t.Name + `', r.id, r.mall_id, ` +
			t.Owner("r") + `, ` + t.Date("r") + `, '` + strings.Join(t.body, ",") + `', r.` + strings.Join(t.body, `, r.`) +
			`) FROM ` + t.Name + ` r WHERE r.id = row_id)`)
	}
	b.WriteString(` END WHERE pos > ? AND pos <= ? AND row_hash IS NULL`)
	return b.String()
}

// rowHash is row_hash of hashStatement: envelope, names of the body's
// columns, their values.
func rowHash(entity, id, mallID, deskID, date, names string, values ...any) ([]byte, error) {
	body, err := models.EncodeBody(strings.Split(names, ","), plainValues(values))
	c := models.Change{RowKey: models.RowKey{Entity: entity, ID: id}, MallID: mallID, DeskID: deskID, BusinessDate: date, Body: body}
	return c.Sum(), err
}

// plainValues makes null of the nil blobs by which the driver hands nulls to
// a function.
func plainValues(values []any) []any {
	for i, v := range values {
		if blob, ok := v.([]byte); ok && blob == nil {
			values[i] = nil
		}
	}
	return values
}

// greet prepares a new connection: no function runs from a schema that
// somebody else wrote, REPLACE counts as a deletion, and row_hash is known.
func greet(c *sqlite3.SQLiteConn) error {
	if _, err := c.Exec("PRAGMA trusted_schema=OFF; PRAGMA recursive_triggers=ON", nil); err != nil {
		return err
	}
	return c.RegisterFunc("row_hash", rowHash, true)
}

// newSession is a text that no other start has.
func newSession() string {
	raw := make([]byte, 8)
	rand.Read(raw) // never fails
	return hex.EncodeToString(raw)
}

// Option changes how a store opens.
type Option func(*Store)

// WithSession names this start instead of drawing it by lot.
func WithSession(session string) Option { return func(s *Store) { s.session = session } }
