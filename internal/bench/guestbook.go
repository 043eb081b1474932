package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// One page of the guest book is timed bookRounds times for each kind of query.
const (
	bookRounds = 300
	bookKept   = 100_000 // newest visits whose identity is kept: 90 days of a busy mall
)

// readSizes reads numbers with commas between them.
func readSizes(list string) ([]int, error) {
	var sizes []int
	for part := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no size of a guest book", part)
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// bookSize is a guest book of so many visits, and what its queries took.
type bookSize struct {
	visits int
	took   map[string][]time.Duration
	entry  []time.Duration // one durable line in plain SQL, timed between the queries
	name   time.Duration   // a search by name through all that is kept
	peak   int             // resident memory in MB
}

// measureBook times the first page of each kind of query on guest books of
// several sizes, the smallest first.
func measureBook(ctx context.Context, t *table, sizes []int, keep shelf) error {
	var all []bookSize
	for _, visits := range sizes {
		size, err := measureBookOf(ctx, visits, keep)
		if err != nil {
			return err
		}
		all = append(all, size)
	}
	small, large := all[0], all[len(all)-1]
	for _, q := range bookQueries {
		if len(all) > 1 {
			t.compare(fmt.Sprintf("guest book, %s p50, %d visits / %d", q.name, large.visits, small.visits), large.took[q.name], small.took[q.name], 0.5, "flat")
		}
	}
	for _, q := range []string{"NIK", "phone"} { // these end with a durable entry of the audit chain
		for _, p := range []float64{0.5, 0.99} {
			t.compare(fmt.Sprintf("guest book of %d, %s p%.0f / a durable line in plain SQL", large.visits, q, p*100), large.took[q], large.entry, p, "")
		}
	}
	for _, size := range all {
		for _, q := range bookQueries {
			took := size.took[q.name]
			t.figure(fmt.Sprintf("guest book of %d, %s: first page p99", size.visits, q.name),
				percentile(took, 0.99).Round(10*time.Microsecond).String(), "< 50 ms", "p50 "+percentile(took, 0.5).Round(10*time.Microsecond).String())
		}
		t.figure(fmt.Sprintf("guest book of %d, a name among %d kept", size.visits, min(bookKept, size.visits)),
			size.name.Round(time.Millisecond).String(), "", "in the background")
		t.figure(fmt.Sprintf("guest book of %d, peak memory", size.visits), fmt.Sprintf("%d MB", size.peak), "< 300 MB", "")
	}
	return nil
}

// bookQueries are the kinds of queries of F4 (issue: Records, reports,
// privacy, people).
var bookQueries = []struct {
	name   string
	filter func(visits int, at time.Time) desk.BookFilter
}{
	{"today", func(_ int, at time.Time) desk.BookFilter {
		day := at.Format(time.DateOnly)
		return desk.BookFilter{From: day, To: day}
	}},
	{"history", func(int, time.Time) desk.BookFilter { return desk.BookFilter{} }},
	{"a day years ago", func(visits int, at time.Time) desk.BookFilter {
		day := at.AddDate(0, 0, -visits/bookPerDay*3/4).Format(time.DateOnly)
		return desk.BookFilter{From: day, To: day}
	}},
	{"ticket", func(int, time.Time) desk.BookFilter { return desk.BookFilter{Number: "1A-014"} }},
	{"service", func(int, time.Time) desk.BookFilter { return desk.BookFilter{Service: "DUK-02"} }},
	{"rare service", func(int, time.Time) desk.BookFilter { return desk.BookFilter{Service: "POS-01"} }},
	{"agency", func(int, time.Time) desk.BookFilter { return desk.BookFilter{Agency: "DUK"} }},
	{"agency, years ago", func(visits int, at time.Time) desk.BookFilter {
		return desk.BookFilter{Agency: "KPP", To: at.AddDate(0, 0, -visits/bookPerDay*3/4).Format(time.DateOnly)}
	}},
	{"NIK", func(int, time.Time) desk.BookFilter { return desk.BookFilter{NIK: bookPerson.NIK} }},
	{"phone", func(int, time.Time) desk.BookFilter { return desk.BookFilter{Phone: bookPerson.Phone} }},
	{"deep page", func(visits int, at time.Time) desk.BookFilter {
		middle := at.AddDate(0, 0, -visits/bookPerDay/2)
		return desk.BookFilter{After: models.BookCursor{At: middle, ID: "0"}.String()}
	}},
}

// bookPerson is somebody made up who comes again and again.
var bookPerson = models.Identity{Name: "Siti Rahmawati", NIK: "6402064101900001", Phone: "+6281255500001"}

const bookPerDay = 1500

func measureBookOf(ctx context.Context, visits int, keep shelf) (size bookSize, err error) {
	sealer, err := guard.NewSealer(rand.Reader, guard.Key{1})
	if err != nil {
		return size, err
	}
	folder, leave, err := keep.take(fmt.Sprintf("book-%d", visits), func(folder string) error {
		return fillBook(ctx, folder, visits, sealer)
	})
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, leave()) }()
	own, s, err := openDesk(ctx, folder)
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	d, err := bookDesk(ctx, s, own.Self(), sealer)
	if err != nil {
		return size, err
	}
	plain, err := openLine(ctx)
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, plain.close()) }()
	forgetPeak()
	size = bookSize{visits: visits, took: map[string][]time.Duration{}}
	for range bookRounds {
		spent, err := timed(func() error { return plain.write(ctx) })
		if err != nil {
			return size, err
		}
		size.entry = append(size.entry, spent)
		for _, q := range bookQueries {
			spent, err := timed(func() error {
				page, err := d.GuestBook(ctx, q.filter(visits, bookNow))
				if err == nil && len(page.Rows) == 0 {
					err = fmt.Errorf("%s: no rows", q.name)
				}
				return err
			})
			if err != nil {
				return size, err
			}
			size.took[q.name] = append(size.took[q.name], spent)
		}
	}
	size.name, err = timed(func() error {
		_, err := d.FindName(ctx, "nobody of this name", desk.BookFilter{}, func(desk.NameSearch) {})
		return err
	})
	size.peak = peakMemory()
	return size, err
}

// bookNow is the instant of the newest visit.
var bookNow = time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)

func bookDesk(ctx context.Context, s *store.Store, self models.Desk, sealer *guard.Sealer) (*desk.Desk, error) {
	mall, stamp, err := s.Directory(ctx, 0)
	if err != nil {
		return nil, err
	}
	return desk.New(desk.Options{Store: s, Sealer: sealer, Clock: models.ClockFunc(func() time.Time { return bookNow }),
		NewID: newID, Self: self, Directory: mall, Stamp: stamp}), nil
}

// fillBook makes a folder with so many visits of years. Indexes and triggers
// rest meanwhile: the rows are the same, and it takes minutes instead of hours.
func fillBook(ctx context.Context, folder string, visits int, sealer *guard.Sealer) (err error) {
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
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	restore, err := dropHelpers(ctx, db)
	if err != nil {
		return err
	}
	known, err := sealer.Seal("known", bookPerson)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, fmt.Sprintf(bookScript, visits, d.Self().ID, bookNow.UnixMicro(), bookPerDay, known.NIKIndex, known.PhoneIndex))
	if err != nil {
		return err
	}
	if err := sealNewest(ctx, db, min(bookKept, visits), visits, sealer); err != nil {
		return err
	}
	for _, statement := range restore {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	_, err = db.ExecContext(ctx, `PRAGMA journal_mode = WAL`)
	return err
}

// dropHelpers drops indexes and triggers of the large tables and tells the
// statements that make them again.
func dropHelpers(ctx context.Context, db *sql.DB) (restore []string, err error) {
	rows, err := db.QueryContext(ctx, `SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')
		AND tbl_name IN ('visits', 'tickets') AND sql IS NOT NULL`)
	if err != nil {
		return nil, err
	}
	var drops []string
	for rows.Next() {
		var kind, name, statement string
		if err := rows.Scan(&kind, &name, &statement); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		drops, restore = append(drops, "DROP "+kind+" "+name), append(restore, statement)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	_, err = db.ExecContext(ctx, strings.Join(drops, "; "))
	return restore, err
}

// sealNewest gives the newest visits identities that can be opened.
func sealNewest(ctx context.Context, db *sql.DB, kept, visits int, sealer *guard.Sealer) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	statement, err := tx.PrepareContext(ctx, `UPDATE visits SET identity = ?, key_id = ? WHERE id = ?`)
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	for i := visits - kept; i < visits; i++ {
		id := fmt.Sprintf("00000000-0000-7000-8000-%012d", i)
		sealed, err := sealer.Seal(id, models.Identity{Name: fmt.Sprintf("Pengunjung Buatan %d", i)})
		if err == nil {
			_, err = statement.ExecContext(ctx, sealed.Blob, sealed.KeyID, id)
		}
		if err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

// bookScript makes visits, a ticket each: how many, of which desk, until when,
// how many a day, and the indexes of somebody known. Every 25,000th visit is
// hers; the others' indexes are as long and each of eight visits.
const bookScript = `BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM c WHERE i+1 < %[1]d)
	SELECT i, %[3]d - (%[1]d - 1 - i) * (86400000000 / %[4]d) AS at FROM c;
INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind, arrived_at, recorded_at, party,
	nik_index, phone_index, person_index, masked_name, masked_nik, masked_phone)
	SELECT printf('00000000-0000-7000-8000-%%012d', i), 'MPP-6402', '%[2]s', 'meja', date(at / 1000000, 'unixepoch', '+8 hours'), 'service', at, at, 1,
	CASE WHEN i %% 25000 = 7 THEN '%[5]s' ELSE printf('%%064x', i / 8 * 7919) END,
	CASE WHEN i %% 25000 = 7 THEN '%[6]s' ELSE printf('%%064x', i / 8 * 104729) END,
	'', 'P•••• B••••', '6402••••••••0001', '••••001' FROM n;
INSERT INTO tickets (id, mall_id, desk_id, operator_id, business_date, visit_id, agency, service, counter, prefix, sequence,
	number, state, papers, issued_at, recorded_at)
	SELECT printf('00000000-0000-7000-9000-%%012d', i), 'MPP-6402', '%[2]s', 'meja', date(at / 1000000, 'unixepoch', '+8 hours'),
	printf('00000000-0000-7000-8000-%%012d', i),
	CASE WHEN i %% 9973 = 3 THEN 'POS' WHEN i %% 3 = 0 THEN 'KPP' ELSE 'DUK' END,
	CASE WHEN i %% 9973 = 3 THEN 'POS-01' WHEN i %% 3 = 0 THEN 'KPP-01' ELSE printf('DUK-%%02d', i %% 9 + 1) END,
	'', '1A', i %% %[4]d + 1, printf('1A-%%03d', i %% %[4]d + 1), 'done', 'not_checked', at, at FROM n;
DROP TABLE n;
COMMIT;`

// forgetPeak makes the peak of resident memory start anew.
func forgetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peakMemory is the most resident memory since then, in MB; 0 where the system
// does not tell.
func peakMemory() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kilobytes int
	for line := range strings.Lines(string(status)) {
		if rest, found := strings.CutPrefix(line, "VmHWM:"); found {
			_, _ = fmt.Sscan(rest, &kilobytes)
		}
	}
	return kilobytes / 1024
}
