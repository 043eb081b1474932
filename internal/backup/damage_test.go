package backup_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
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
	atOpen    = "found at open"
	atUse     = "found while reading"
	atBackup  = "found at the backup"
	stopped   = "taken for a newer one"
	harmless  = "harmless"
	byRowHash = "row hash alone"
	unhashed  = "in a table without"
)

// hashed are the tables whose rows have a hash in the feed of the sync.
var hashed = []string{"desks", "visits", "tickets", "ticket_events", "presences", "search_misses", "identity_openings"}

// Every damaged file is found, or is proved to answer as before; what is
// found comes back from the backup. Only a row hash finds a value that
// changed into another one of its kind: those are counted.
func TestDamagedFilesAreFoundAndMended(t *testing.T) {
	files := 100
	if os.Getenv("FRONTDESK_TEST_FULL") != "" {
		files = 2000
	}
	sound, _ := backedUp(t, "2026-11-20")
	truth := rows(t, filepath.Join(sound, store.FileName))
	content, err := os.ReadFile(filepath.Join(sound, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]map[string]int{}
	for i := range files {
		h := harms[i%len(harms)]
		if table[h.name] == nil {
			table[h.name] = map[string]int{}
		}
		fate := suffer(t, fmt.Sprintf("%s, seed %d", h.name, i), sound, truth, h.do(rand.New(rand.NewPCG(7, uint64(i))), slices.Clone(content)))
		table[h.name][fate]++
		table["all"] = sum(table["all"], fate)
	}
	report(t, table)
}

func sum(counts map[string]int, fate string) map[string]int {
	if counts == nil {
		counts = map[string]int{}
	}
	counts[fate]++
	return counts
}

// suffer puts a damaged file in the place of a sound one and lives with it.
func suffer(t *testing.T, name, sound string, truth map[string][32]byte, damaged []byte) string {
	t.Helper()
	folder, err := os.MkdirTemp(t.TempDir(), "desk-*")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	}()
	if err := os.CopyFS(folder, os.DirFS(sound)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(folder, "keys", key.ID()+".key"), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, store.FileName)
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	fate, err := use(folder)
	if err == nil {
		return compare(truth, rows(t, path))
	}
	switch sentence(err) {
	case "":
		t.Errorf("%s: no sentence: %v", name, err)
	case "store.newer":
		return stopped
	}
	mended(t, name, folder, truth, err)
	return fate
}

// compare tells where a file that looks sound differs from what it was.
func compare(truth, now map[string][32]byte) string {
	fate := harmless
	for table := range truth {
		switch {
		case truth[table] == now[table]:
		case slices.Contains(hashed, table):
			return byRowHash
		default:
			fate = unhashed
		}
	}
	return fate
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

// mended proves that the backup brings everything back.
func mended(t *testing.T, name, folder string, truth map[string][32]byte, cause error) {
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
	for table, now := range rows(t, filepath.Join(folder, store.FileName)) {
		// Counters of numbers may stand higher than in the backup.
		if table != "ticket_sequences" && now != truth[table] {
			t.Errorf("%s: the backup brought other %s", name, table)
		}
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
		slices.Sort(lines)
		digests[table] = sha256.Sum256([]byte(strings.Join(lines, "\n")))
	}
	return digests
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

func report(t *testing.T, table map[string]map[string]int) {
	t.Helper()
	fates := []string{atOpen, atUse, atBackup, stopped, harmless, byRowHash, unhashed}
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-16s", "damage")
	for _, fate := range fates {
		fmt.Fprintf(&b, "%24s", fate)
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&b, "\n%-16s", name)
		for _, fate := range fates {
			fmt.Fprintf(&b, "%24d", table[name][fate])
		}
	}
	t.Log(b.String())
}
