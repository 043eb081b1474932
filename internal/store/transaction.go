package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"math"
	"slices"

	"gorm.io/gorm"
)

// transaction runs work while no other writer does. It notes the wall time and
// the session of this start first, which takes the lock and which the triggers
// put into the version of each changed record, and computes the records'
// hashes last.
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
		return s.base.fillHashes(db, before, math.MaxInt64)
	})
	return s.fault(err)
}

// atOneMoment runs reads that must not see each other's future.
func (s *Store) atOneMoment(ctx context.Context, work func(db *gorm.DB) error) error {
	return s.read.WithContext(ctx).Transaction(work, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
}

// feedTable is a synced table with its columns in this file.
type feedTable struct {
	syncedTable
	body     []string // columns of the body, sorted: all but keys of the envelope
	optional []string // of these, what a body may leave out: it is null then
}

var envelope = []string{"id", "mall_id", "desk_id", "business_date"}

// readFeedTables learns the columns of the synced tables.
func readFeedTables(ctx context.Context, b base, pool *sql.DB) (map[string]feedTable, error) {
	tables := map[string]feedTable{}
	for _, synced := range syncedTables {
		body, optional, err := columnsOf(ctx, b, pool, synced.Name)
		if err != nil {
			return nil, err
		}
		tables[synced.Name] = feedTable{synced, body, optional}
	}
	return tables, nil
}

func columnsOf(ctx context.Context, b base, pool *sql.DB, table string) (body, optional []string, err error) {
	rows, err := pool.QueryContext(ctx, b.columnQuery(), table)
	if err != nil {
		return nil, nil, err
	}
	for rows.Next() {
		var name string
		var nullable bool
		if err := rows.Scan(&name, &nullable); err != nil {
			return nil, nil, errors.Join(err, rows.Close())
		}
		if nullable {
			optional = append(optional, name)
		}
		if !slices.Contains(envelope, name) {
			body = append(body, name)
		}
	}
	slices.Sort(body)
	return body, optional, errors.Join(rows.Err(), rows.Close())
}

// newSession is a text that no other start has.
func newSession() string {
	raw := make([]byte, 8)
	rand.Read(raw) // never fails
	return hex.EncodeToString(raw)
}
