package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/mattn/go-sqlite3"

	"frontdesk/internal/models"
)

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
