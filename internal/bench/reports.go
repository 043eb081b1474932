package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/report"
	"frontdesk/internal/store"
)

// Reports are timed reportRounds times each.
const (
	reportRounds = 40
	reportYears  = 5 // that the visits are spread over, at most
	serviceDays  = 250 * reportYears
	fewestPerDay = 300
)

// busyDay is the last one that is filled: an entry made late on it rolls all of
// it up again.
var busyDay = monday.AddDate(0, 0, -3)

// reportSize is a mall of so many visits, and what its reports took.
type reportSize struct {
	visits, days     int
	first            time.Duration // all days rolled up
	month, year, one []time.Duration
	peak             int // resident memory in MB while it was read, roll-up included
	rows             int // figures kept
}

// measureReports times the report of a month and of a year, and that of a
// month after one more check-in, at several sizes, the smallest first.
func measureReports(ctx context.Context, t *table, sizes []string, keep shelf) error {
	var all []reportSize
	for _, visits := range sizes {
		n, err := strconv.Atoi(visits)
		if err != nil || n < fewestPerDay {
			return fmt.Errorf("%q is no number of visits from %d on", visits, fewestPerDay)
		}
		size, err := measureReportsOf(ctx, n, keep)
		if err != nil {
			return err
		}
		all = append(all, size)
	}
	if small, large := all[0], all[len(all)-1]; len(all) > 1 {
		t.compare(fmt.Sprintf("report of a year p50, %d visits / %d", large.visits, small.visits), large.year, small.year, 0.5, "")
		t.compare(fmt.Sprintf("report of a month p50, %d visits / %d", large.visits, small.visits), large.month, small.month, 0.5, "")
	}
	for _, size := range all {
		name := fmt.Sprintf("%d visits on %d days: ", size.visits, size.days)
		for _, of := range []struct {
			what string
			took []time.Duration
		}{{"report of a month", size.month}, {"report of a year", size.year}, {"report of a month after a check-in", size.one}} {
			t.figure(name+of.what+", p99", percentile(of.took, 0.99).Round(100*time.Microsecond).String(), "< 300 ms",
				"p50 "+percentile(of.took, 0.5).Round(100*time.Microsecond).String())
		}
		t.figure(name+"first roll-up of all", size.first.Round(time.Second).String(), "", fmt.Sprintf("%d figures", size.rows))
		t.figure(name+"reports, peak memory", fmt.Sprintf("%d MB", size.peak), "< 300 MB", "")
	}
	return nil
}

func measureReportsOf(ctx context.Context, visits int, keep shelf) (size reportSize, err error) {
	size = reportSize{visits: visits, days: min(serviceDays, visits/fewestPerDay)}
	folder, leave, err := keep.take(fmt.Sprintf("reports-%d", visits), func(folder string) error {
		return fillReports(ctx, folder, visits, size.days)
	})
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, leave()) }()
	d, s, err := openDesk(ctx, folder)
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	reporter := report.Reporter{Stats: s, Mall: d}
	forgetPeak()
	if size.first, err = timed(func() error { return reporter.RollUp(ctx) }); err != nil {
		return size, err
	}
	if err := size.read(ctx, reporter, d); err != nil {
		return size, err
	}
	size.peak = peakMemory()
	size.rows, err = countFigures(ctx, folder)
	return size, err
}

// read times the reports.
func (size *reportSize) read(ctx context.Context, reporter report.Reporter, d *desk.Desk) error {
	read := func(into *[]time.Duration, from, to string) error {
		took, err := timed(func() error {
			made, err := reporter.Read(ctx, from, to)
			if err == nil && made.Visits == 0 {
				err = fmt.Errorf("nothing from %s to %s", from, to)
			}
			return err
		})
		*into = append(*into, took)
		return err
	}
	for range reportRounds {
		err := errors.Join(read(&size.month, "2026-10-01", "2026-10-31"), read(&size.year, "2026-01-01", "2026-12-31"))
		if err == nil {
			_, err = d.CheckIn(ctx, desk.CheckIn{At: busyDay, Errands: []desk.Errand{{Service: "POS-01"}}, Force: "bench"})
		}
		if err = errors.Join(err, read(&size.one, "2026-11-01", "2026-11-30")); err != nil {
			return err
		}
	}
	return nil
}

func countFigures(ctx context.Context, folder string) (int, error) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, store.FileName)+"?mode=ro")
	if err != nil {
		return 0, err
	}
	var rows int
	err = db.QueryRowContext(ctx, `SELECT count(*) FROM figures`).Scan(&rows)
	return rows, errors.Join(err, db.Close())
}

// fillReports makes a folder with so many visits on so many days, all served
// and in the feed. Triggers and indexes rest meanwhile.
func fillReports(ctx context.Context, folder string, visits, days int) error {
	d, s, err := openDesk(ctx, folder)
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, store.FileName)+"?_foreign_keys=OFF&_journal_mode=OFF&_synchronous=OFF")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	restore, err := restHelpers(ctx, db)
	if err == nil {
		_, err = db.ExecContext(ctx, servicesScript(d))
	}
	if err == nil {
		_, err = db.ExecContext(ctx, fmt.Sprintf(reportScript, visits, days, d.Self().ID))
	}
	for _, statement := range restore {
		if err == nil {
			_, err = db.ExecContext(ctx, statement)
		}
	}
	if err == nil {
		_, err = db.ExecContext(ctx, `PRAGMA journal_mode = WAL`)
	}
	return errors.Join(err, db.Close())
}

// servicesScript makes a table of the directory's services, numbered from 0.
func servicesScript(d *desk.Desk) string {
	var values []string
	for _, a := range d.Catalogue().Directory.Agencies {
		for _, s := range a.Services {
			values = append(values, fmt.Sprintf("(%d, '%s', '%s', '%s')", len(values), a.Code, s.Code, a.TicketPrefix))
		}
	}
	return `CREATE TEMP TABLE s (k INTEGER PRIMARY KEY, agency TEXT, service TEXT, prefix TEXT); INSERT INTO s VALUES ` + strings.Join(values, ", ")
}

// reportScript spreads visits over service days, Monday to Friday: how many,
// on how many days, of which desk. A service is the likelier the lower its
// number; each ticket is called after up to 60 minutes and served for up to 30.
const reportScript = `BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM c WHERE i+1 < %[1]d),
	d AS (SELECT i, i * %[2]d / %[1]d AS k, (i * 2654435761) & 1048575 AS r FROM c)
	SELECT i, r, date('2026-11-20', '-' || (k / 5 * 7 + k %% 5) || ' days') AS day,
	(strftime('%%s', '2026-11-20') - (k / 5 * 7 + k %% 5) * 86400 + r %% 25200) * 1000000 AS at,
	(r %% 148) * ((r / 148) %% 148) / 148 AS s FROM d;
INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind, arrived_at, recorded_at, party, priorities)
	SELECT printf('v%%012d', i), 'MPP-6402', '%[3]s', 'meja', day, 'service', at, at, 1 + r %% 3, CASE WHEN r %% 9 = 0 THEN 'elderly' ELSE '' END FROM n;
INSERT INTO tickets (id, mall_id, desk_id, operator_id, business_date, visit_id, agency, service, counter, prefix, sequence,
	number, state, papers, missing, issued_at, recorded_at, calls, no_shows)
	SELECT printf('t%%012d', i), 'MPP-6402', '%[3]s', 'meja', day, printf('v%%012d', i), agency, service, '', prefix, i + 1,
	prefix || '-' || i, 'done', CASE WHEN r %% 15 = 0 THEN 'incomplete' ELSE 'complete' END, CASE WHEN r %% 15 = 0 THEN '["Fotokopi KK"]' ELSE '' END,
	at, at, 1, r %% 33 = 0 FROM n JOIN s ON s.k = n.s;
INSERT INTO ticket_events (id, mall_id, desk_id, operator_id, business_date, ticket_id, kind, state, at, recorded_at)
	SELECT printf('e%%012d%%d', i, e.column1), 'MPP-6402', '%[3]s', 'meja', day, printf('t%%012d', i), e.column2, e.column3,
	at + CASE e.column1 WHEN 0 THEN 0 WHEN 3 THEN (r %% 3600 + r %% 1800) * 1000000 ELSE r %% 3600 * 1000000 END, at
	FROM n, (VALUES (0, 'issued', 'waiting'), (1, 'called', 'called'), (2, 'served', 'serving'), (3, 'done', 'done')) AS e;
INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
	SELECT 1000 + i, 'visits', printf('v%%012d', i), day, 0, i + 1, 's' FROM n;
INSERT INTO sync_changes (pos, entity, row_id, business_date, erased, ver, session)
	SELECT 1000 + %[1]d + i, 'tickets', printf('t%%012d', i), day, 0, i + 1, 's' FROM n;
UPDATE sync_state SET last_pos = 1000 + 2 * %[1]d, last_ver = %[1]d;
DROP TABLE n;
COMMIT;`

// restHelpers drops indexes and triggers of the large tables and tells the
// statements that make them again.
func restHelpers(ctx context.Context, db *sql.DB) (restore []string, err error) {
	rows, err := db.QueryContext(ctx, `SELECT 'DROP ' || type || ' ' || name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')
		AND tbl_name IN ('visits', 'tickets', 'ticket_events') AND sql IS NOT NULL`)
	if err != nil {
		return nil, err
	}
	var drops []string
	for rows.Next() {
		var drop, statement string
		if err := rows.Scan(&drop, &statement); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		drops, restore = append(drops, drop), append(restore, statement)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	_, err = db.ExecContext(ctx, strings.Join(drops, "; "))
	return restore, err
}
