package backup_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	_ "github.com/mattn/go-sqlite3"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/store"
)

const page = 4096

// harm is a way in which a disk, a driver or a power cut damages a file.
type harm struct {
	name string
	do   func(r *rand.Rand, content []byte) []byte
}

var harms = []harm{
	{"one bit", func(r *rand.Rand, c []byte) []byte {
		c[r.IntN(len(c))] ^= 1 << r.IntN(8)
		return c
	}},
	{"many bits", func(r *rand.Rand, c []byte) []byte {
		for range 2 + r.IntN(60) {
			c[r.IntN(len(c))] ^= 1 << r.IntN(8)
		}
		return c
	}},
	{"zeroed sector", func(r *rand.Rand, c []byte) []byte {
		at := r.IntN(len(c)/512) * 512
		clear(c[at : at+512])
		return c
	}},
	{"zeroed pages", func(r *rand.Rand, c []byte) []byte {
		at := r.IntN(len(c)/page) * page
		clear(c[at:min(len(c), at+page*(1+r.IntN(4)))])
		return c
	}},
	{"noise in a page", func(r *rand.Rand, c []byte) []byte {
		at := r.IntN(len(c)/page) * page
		for i := range c[at : at+page] {
			c[at+i] = byte(r.Uint32())
		}
		return c
	}},
	{"swapped pages", func(r *rand.Rand, c []byte) []byte {
		a, b := r.IntN(len(c)/page)*page, r.IntN(len(c)/page)*page
		for i := range page {
			c[a+i], c[b+i] = c[b+i], c[a+i]
		}
		return c
	}},
	{"page twice", func(r *rand.Rand, c []byte) []byte {
		copy(c[r.IntN(len(c)/page)*page:][:page], slices.Clone(c[r.IntN(len(c)/page)*page:][:page]))
		return c
	}},
	{"cut off", func(r *rand.Rand, c []byte) []byte { return c[:r.IntN(len(c))] }},
	{"cut at a page", func(r *rand.Rand, c []byte) []byte { return c[:r.IntN(len(c)/page)*page] }},
	{"header", func(r *rand.Rand, c []byte) []byte {
		c[r.IntN(100)] ^= byte(1 + r.IntN(255))
		return c
	}},
}

// What became of a damaged file.
const (
	atOpen   = "found at open"
	atUse    = "found while reading"
	atBackup = "found at the backup"
	stopped  = "taken for a newer one"
	atVerify = "found by sync verify"
	harmless = "harmless"
)

// Every damaged file is found, or is proved to hold the same records. What is
// found comes back from the newest backup and, where that is older, from the
// centre; what only a row hash finds comes back from the centre alone.
func TestDamagedFilesAreFoundAndMended(t *testing.T) {
	files := 100
	if os.Getenv("FRONTDESK_TEST_FULL") != "" {
		files = 2000
	}
	v := newVictim(t)
	fates := make([]string, files)
	t.Run("files", func(t *testing.T) {
		hands := runtime.GOMAXPROCS(0)
		for hand := range hands {
			t.Run(fmt.Sprint("hand ", hand), func(t *testing.T) {
				t.Parallel()
				for i := hand; i < files; i += hands {
					fates[i] = v.suffer(t, i)
				}
			})
		}
	})
	report(t, fates)
}

// victim is a desk of which copies are damaged: it has a backup, records that
// came after it, and a centre that has them all.
type victim struct {
	base    string // folder for the copies
	folder  string
	centre  string // file
	content []byte // of the database
	truth   map[string][32]byte
}

func newVictim(t *testing.T) *victim {
	t.Helper()
	v := &victim{base: fastFolder(t)}
	v.folder, _ = backedUp(t, "2026-11-20")
	v.centre = filepath.Join(t.TempDir(), "centre.db")
	s := open(t, v.folder)
	if _, err := simulateMore(s, 15); err != nil {
		t.Fatal(err)
	}
	centre, err := nightly.Open(context.Background(), "sqlite:"+v.centre, nightly.Access{Clock: clock, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(centre.Init(context.Background()), centre.Enrol(context.Background(), self), centre.Close()); err != nil {
		t.Fatal(err)
	}
	if r, err := task(s, v.folder, v.centre).Sync(context.Background(), nil); err != nil || r.Sent == 0 || r.Waiting != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	shut(t, s)
	if v.content, err = os.ReadFile(filepath.Join(v.folder, store.FileName)); err != nil {
		t.Fatal(err)
	}
	v.truth = rows(t, filepath.Join(v.folder, store.FileName))
	return v
}

// fastFolder is a folder in memory where there is one.
func fastFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "frontdesk-damage-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// self is the desk that fill makes.
var self = models.Desk{ID: "00000000-0000-7000-8000-000000000001", MallID: "MPP-6402", Number: 1, Name: "Meja uji"}

func task(s *store.Store, folder, centre string) nightly.Task {
	connect := func(ctx context.Context) (nightly.Station, error) {
		return nightly.Open(ctx, "sqlite:"+centre, nightly.Access{Clock: clock})
	}
	return nightly.Task{Folder: folder, Connect: connect, Log: slog.New(slog.DiscardHandler),
		Options: nightly.Options{Feed: s, Clock: clock, NewID: uuid.NewString}}
}

// suffer puts a damaged file in the place of a sound one and lives with it.
func (v *victim) suffer(t *testing.T, i int) string {
	t.Helper()
	h := harms[i%len(harms)]
	name := fmt.Sprintf("%s, seed %d", h.name, i)
	folder := filepath.Join(v.base, fmt.Sprint(i))
	centre := folder + "-centre.db"
	defer func() {
		if err := errors.Join(os.RemoveAll(folder), os.RemoveAll(centre)); err != nil {
			t.Error(err)
		}
	}()
	damaged := h.do(rand.New(rand.NewPCG(7, uint64(i))), slices.Clone(v.content))
	if err := v.lay(folder, centre, damaged); err != nil {
		t.Fatal(err)
	}
	fate, err := use(folder)
	switch {
	case sentence(err) == "store.newer":
		return stopped
	case err != nil && sentence(err) == "":
		t.Errorf("%s: no sentence: %v", name, err)
	case err != nil:
		mended(t, name, folder, err)
		v.fetched(t, name, folder, centre)
		return fate
	}
	return v.verified(t, name, folder, centre)
}

// lay copies the desk, with a damaged database, and its centre.
func (v *victim) lay(folder, centre string, damaged []byte) error {
	err := os.CopyFS(folder, os.DirFS(v.folder))
	if err == nil {
		err = os.Chmod(filepath.Join(folder, "keys", key.ID()+".key"), 0o600)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, store.FileName), damaged, 0o600)
	}
	if err != nil {
		return err
	}
	whole, err := os.ReadFile(v.centre)
	if err != nil {
		return err
	}
	return os.WriteFile(centre, whole, 0o600)
}

// verified compares a file that looks sound with its centre, which must find
// and mend what is not as it was.
func (v *victim) verified(t *testing.T, name, folder, centre string) string {
	t.Helper()
	path := filepath.Join(folder, store.FileName)
	differs := v.differs(rows(t, path))
	s := open(t, folder)
	found, err := task(s, folder, centre).Verify(context.Background())
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	shut(t, s)
	if left := v.differs(rows(t, path)); len(left) > 0 {
		t.Errorf("%s: %v differed, and %v still do: %+v", name, differs, left, found)
	}
	if found.Moved > 0 {
		return atVerify
	}
	if len(differs) > 0 {
		t.Errorf("%s: %v differed and nobody knew: %+v", name, differs, found)
	}
	return harmless
}

// fetched proves that the centre brings what the backup lacked.
func (v *victim) fetched(t *testing.T, name, folder, centre string) {
	t.Helper()
	s := open(t, folder)
	if _, err := task(s, folder, centre).Sync(context.Background(), nil); err != nil {
		t.Errorf("%s: after mending: %v", name, err)
	}
	shut(t, s)
	if left := v.differs(rows(t, filepath.Join(folder, store.FileName))); len(left) > 0 {
		t.Errorf("%s: %v did not come back whole", name, left)
	}
}

// passing are tables in which a sync writes: what it knows of its own runs,
// and counters of numbers, which only rise.
var passing = []string{"sync_state", "sync_changes", "sync_flights", "sync_receipts", "sync_runs", "ticket_sequences"}

// differs lists the tables that are not as they were.
func (v *victim) differs(now map[string][32]byte) []string {
	var list []string
	for table := range v.truth {
		if now[table] != v.truth[table] && !slices.Contains(passing, table) {
			list = append(list, table)
		}
	}
	slices.Sort(list)
	return list
}

// use opens a file, reads from it as a desk does and backs it up; it tells
// where the damage showed.
func use(folder string) (string, error) {
	ctx := context.Background()
	s, err := store.Open(ctx, folder, clock)
	if err != nil {
		return atOpen, err
	}
	fate, err := atUse, read(ctx, s)
	if err == nil {
		fate = atBackup
		_, err = maker(folder, s).Daily(ctx)
	}
	return fate, errors.Join(err, s.Close())
}

func read(ctx context.Context, s *store.Store) error {
	if _, err := s.Prepare(ctx, models.Desk{Number: 1, Name: "Meja uji"}, nil, nil); err != nil {
		return err
	}
	if _, _, err := s.Directory(ctx, 0); err != nil {
		return err
	}
	for day := monday.AddDate(0, 0, -4); day.Before(monday); day = day.AddDate(0, 0, 1) {
		date := day.Format(time.DateOnly)
		if _, err := s.Visits(ctx, []string{"MPP-6402"}, date); err != nil {
			return err
		}
		if _, err := s.Demand(ctx, "MPP-6402", date); err != nil {
			return err
		}
	}
	return nil
}

// mended proves that the next start mends the file by the backup.
func mended(t *testing.T, name, folder string, cause error) {
	t.Helper()
	if _, err := store.Open(context.Background(), folder, clock); !store.Damaged(err) {
		t.Errorf("%s: the next start does not know of it: %v (found: %v)", name, err, cause)
	}
	r, done, err := mender(folder).Mend(context.Background())
	if err != nil || !done {
		t.Errorf("%s: not mended: %v, %v (found: %v)", name, done, err, cause)
		return
	}
	if r.Aside == "" || len(backup.Aside(folder)) != 1 {
		t.Errorf("%s: set aside: %v", name, backup.Aside(folder))
	}
	s := open(t, folder)
	defer shut(t, s)
	if err := read(context.Background(), s); err != nil {
		t.Errorf("%s: after mending: %v", name, err)
	}
}

// rows is a digest of every table's rows, in an order of its own. A table
// that cannot be read whole has a digest that no sound one has.
func rows(t *testing.T, path string) map[string][32]byte {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tables, err := texts(db, `SELECT name FROM sqlite_schema WHERE type = 'table'`)
	if err != nil {
		return nil
	}
	digests := map[string][32]byte{}
	for _, table := range tables {
		lines, err := texts(db, `SELECT * FROM "`+table+`"`)
		if err != nil {
			lines = []string{err.Error()}
		}
		digests[table] = digest(lines)
	}
	// A record's place and day in the feed only help to find it.
	lines, err := texts(db, `SELECT entity, row_id, erased, ver, session, row_hash FROM sync_changes`)
	if err != nil {
		lines = []string{err.Error()}
	}
	digests["versions"] = digest(lines)
	return digests
}

func digest(lines []string) [32]byte {
	slices.Sort(lines)
	return sha256.Sum256([]byte(strings.Join(lines, "\n")))
}

// texts writes each row of a query as one text.
func texts(db *sql.DB, query string) ([]string, error) {
	found, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		return nil, err
	}
	var lines []string
	for found.Next() {
		values, places := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		if err := found.Scan(places...); err != nil {
			return nil, err
		}
		if len(values) == 1 {
			lines = append(lines, fmt.Sprint(values[0]))
			continue
		}
		lines = append(lines, fmt.Sprintf("%#v", values))
	}
	return lines, found.Err()
}

func report(t *testing.T, fates []string) {
	t.Helper()
	table := map[string]map[string]int{"all": {}}
	for i, fate := range fates {
		kind := harms[i%len(harms)].name
		if table[kind] == nil {
			table[kind] = map[string]int{}
		}
		table[kind][fate]++
		table["all"][fate]++
	}
	columns := []string{atOpen, atUse, atBackup, atVerify, stopped, harmless}
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-16s", "damage")
	for _, fate := range columns {
		fmt.Fprintf(&b, "%24s", fate)
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&b, "\n%-16s", name)
		for _, fate := range columns {
			fmt.Fprintf(&b, "%24d", table[name][fate])
		}
	}
	t.Log(b.String())
}
