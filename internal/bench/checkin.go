package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	_ "github.com/mattn/go-sqlite3"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

var monday = time.Date(2026, time.November, 23, 0, 41, 0, 0, time.UTC)

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// measureCheckIn times the desk's own check-in and the same writes in plain
// SQL, in turn, each on a file of its own.
func measureCheckIn(ctx context.Context, t *table, rounds int) (err error) {
	folder, err := os.MkdirTemp("", "frontdesk-bench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	d, s, err := openDesk(ctx, filepath.Join(folder, "desk"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	plain, err := openPlain(ctx, filepath.Join(folder, "plain"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, plain.Close()) }()

	var ours, raw []time.Duration
	for range rounds {
		took, err := timed(func() error {
			_, err := d.CheckIn(ctx, desk.CheckIn{Errands: []desk.Errand{{Service: "POS-01"}}})
			return err
		})
		if err != nil {
			return err
		}
		ours = append(ours, took)
		if took, err = timed(func() error { return plainCheckIn(ctx, plain) }); err != nil {
			return err
		}
		raw = append(raw, took)
	}
	t.compare("check-in p50 / the same writes in plain SQL", ours, raw, 0.5, "≤ 1.5×")
	t.compare("check-in p99 / the same writes in plain SQL", ours, raw, 0.99, "≤ 1.5×")
	return nil
}

func timed(work func() error) (time.Duration, error) {
	begin := time.Now()
	err := work()
	return time.Since(begin), err
}

func openDesk(ctx context.Context, folder string) (*desk.Desk, *store.Store, error) {
	s, err := store.Open(ctx, folder, stopped)
	if err != nil {
		return nil, nil, err
	}
	return setUp(ctx, s)
}

var stopped = models.ClockFunc(func() time.Time { return monday })

// setUp makes desk 1 on an open store.
func setUp(ctx context.Context, s *store.Store) (*desk.Desk, *store.Store, error) {
	made, err := s.Prepare(ctx, models.Desk{ID: newID(), Number: 1, Name: "Meja 1"}, directory.Sample(),
		func() (models.KeyRef, error) { return models.KeyRef{ID: "bench", Place: "file"}, nil })
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	d, err := deskOn(s, made.Self)
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return d, s, nil
}

// deskOn is a desk on an open file, at the hour of the clock of tests.
func deskOn(s *store.Store, self models.Desk) (*desk.Desk, error) {
	sealer, err := guard.NewSealer(rand.Reader, guard.Key{1})
	if err != nil {
		return nil, err
	}
	return desk.New(desk.Options{Store: s, Sealer: sealer, Clock: stopped,
		NewID: newID, Self: self, Directory: directory.Sample()}), nil
}

// openPlain makes a second file with the same schema and opens it with the
// plain driver, just as durable.
func openPlain(ctx context.Context, folder string) (*sql.DB, error) {
	_, s, err := openDesk(ctx, folder)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, store.FileName)+
		"?_txlock=immediate&_journal_mode=WAL&_synchronous=FULL&_foreign_keys=ON&_secure_delete=ON")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// plainCheckIn reads and writes what a check-in without identity does.
func plainCheckIn(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := plainWrites(ctx, tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func plainWrites(ctx context.Context, tx *sql.Tx) error {
	const mall, day, prefix = "MPP-6402", "2026-11-23", "1M"
	visit, ticket, now := newID(), newID(), monday.UnixMicro()
	if _, err := tx.ExecContext(ctx, `INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind,
		arrived_at, recorded_at, party, priorities, turned_away, service, identity, key_id, nik_index, phone_index, person_index,
		masked_name, masked_nik, masked_phone, practice, voided_at)
		VALUES (?, ?, 'd', 'meja', ?, 'service', ?, ?, 1, '', '', '', NULL, '', '', '', '', '', '', '', 0, 0)`, visit, mall, day, now, now); err != nil {
		return err
	}
	var issued int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM tickets WHERE mall_id = ? AND business_date = ? AND agency = 'POS'
		AND state <> 'voided'`, mall, day).Scan(&issued); err != nil {
		return err
	}
	var sequence int
	if err := tx.QueryRowContext(ctx, `INSERT INTO ticket_sequences VALUES (?, ?, ?, 1, 1)
		ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`, mall, day, prefix).Scan(&sequence); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO tickets (id, mall_id, desk_id, operator_id, business_date, visit_id, agency,
		service, counter, prefix, sequence, number, state, papers, missing, force_reason, void_reason, issued_at, recorded_at)
		VALUES (?, ?, 'd', 'meja', ?, ?, 'POS', 'POS-01', 'POS-1', ?, ?, ?, 'waiting', 'not_checked', '', '', '', ?, ?)`,
		ticket, mall, day, visit, prefix, sequence, models.TicketNumber(prefix, sequence), now, now); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO ticket_events (id, mall_id, desk_id, operator_id, business_date, ticket_id, kind,
		state, at, recorded_at, counter, reason) VALUES (?, ?, 'd', 'meja', ?, ?, 'issued', 'waiting', ?, ?, 'POS-1', '')`, newID(), mall, day, ticket, now, now)
	return err
}
