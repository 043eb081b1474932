package backup_test

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

func mender(folder string) backup.Mender {
	return backup.Mender{Folder: folder, Keeper: keeper(folder), Clock: clock}
}

// backedUp is a closed folder with backups of the dates.
func backedUp(t testing.TB, dates ...string) (folder string, rows map[string]int) {
	t.Helper()
	folder = t.TempDir()
	s := fill(t, folder, 1, 60)
	m := maker(folder, s)
	for _, m.Date = range dates {
		if _, err := m.Daily(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	shut(t, s)
	return folder, examine(t, folder).Rows
}

// ruins are ways to lose a database.
var ruins = map[string]func(t testing.TB, path string){
	"header gone":    func(t testing.TB, path string) { zero(t, path, 0, 100) },
	"pages gone":     func(t testing.TB, path string) { zero(t, path, 4096, 60*4096) },
	"cut short":      func(t testing.TB, path string) { truncate(t, path, 30*4096) },
	"cut to nothing": func(t testing.TB, path string) { truncate(t, path, 0) },
	"file gone": func(t testing.TB, path string) {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	},
}

func truncate(t testing.TB, path string, size int64) {
	t.Helper()
	if err := os.Truncate(path, size); err != nil {
		t.Fatal(err)
	}
}

func TestTheNewestGoodBackupTakesThePlaceOfADamagedDatabase(t *testing.T) {
	for name, ruin := range ruins {
		folder, rows := backedUp(t, "2026-11-19", "2026-11-20")
		ruin(t, filepath.Join(folder, store.FileName))
		if _, err := store.Open(context.Background(), folder, clock); !store.Damaged(err) {
			t.Errorf("%s: opening gave %v", name, err)
		}
		r, done, err := mender(folder).Mend(context.Background())
		if err != nil || !done || r.BusinessDate != "2026-11-20" {
			t.Errorf("%s: %+v, %v, %v", name, r, done, err)
			continue
		}
		if got := examine(t, folder); !maps.Equal(got.Rows, rows) {
			t.Errorf("%s: %v came back of %v", name, got.Rows, rows)
		}
		shut(t, open(t, folder))
		if kept := names(t, r.Aside); name != "file gone" && !slices.Contains(kept, store.FileName) {
			t.Errorf("%s: set aside were %v", name, kept)
		}
	}
}

func TestABrokenBackupIsPassedOverForAnOlderOne(t *testing.T) {
	folder, _ := backedUp(t, "2026-11-18", "2026-11-19", "2026-11-20")
	zero(t, backup.Path(folder, "2026-11-20"), 3000, 3010)
	truncate(t, backup.Path(folder, "2026-11-19"), 10)
	truncate(t, filepath.Join(folder, store.FileName), 0)
	r, _, err := mender(folder).Mend(context.Background())
	if err != nil || r.BusinessDate != "2026-11-18" {
		t.Fatalf("%+v, %v", r, err)
	}
	if kept := names(t, r.Aside); !slices.Contains(kept, "frontdesk-2026-11-20.age") {
		t.Errorf("set aside were %v", kept)
	}
}

func TestWithoutABackupAllIsSetAsideAndSaid(t *testing.T) {
	folder, _ := backedUp(t)
	zero(t, filepath.Join(folder, store.FileName), 0, 4096)
	damaged, _ := os.ReadFile(filepath.Join(folder, store.FileName))
	_, done, err := mender(folder).Mend(context.Background())
	if done || sentence(err) != "damage.no_backup" {
		t.Fatalf("%v, %v", done, err)
	}
	aside := backup.Aside(folder)
	if len(aside) != 1 {
		t.Fatalf("set aside: %v", aside)
	}
	if kept, _ := os.ReadFile(filepath.Join(aside[0], store.FileName)); !slices.Equal(kept, damaged) {
		t.Error("the damaged file is not whole")
	}
	shut(t, open(t, folder)) // a new beginning, after it was said
}

func TestWithoutTheKeyTheBackupsStayAndASentenceTellsTheWay(t *testing.T) {
	folder, _ := backedUp(t, "2026-11-20")
	if err := os.RemoveAll(filepath.Join(folder, "keys")); err != nil {
		t.Fatal(err)
	}
	truncate(t, filepath.Join(folder, store.FileName), 8192)
	for range 2 {
		if _, _, err := mender(folder).Mend(context.Background()); sentence(err) != "damage.locked" {
			t.Fatalf("got %v", err)
		}
		if _, err := os.Stat(backup.Path(folder, "2026-11-20")); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Open(context.Background(), folder, clock); !store.Damaged(err) {
			t.Fatalf("an empty database began over lost records: %v", err)
		}
	}
}

func TestAFileInUseIsNotTakenAway(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a lock")
	}
	folder, _ := backedUp(t, "2026-11-20")
	s := open(t, folder)
	defer shut(t, s)
	if _, done, err := mender(folder).Mend(context.Background()); done || models.KindOf(err) != models.KindRefused {
		t.Errorf("%v, %v", done, err)
	}
}

func TestASoundDatabaseIsLeftAlone(t *testing.T) {
	folder, _ := backedUp(t, "2026-11-20")
	before := names(t, folder)
	if _, done, err := mender(folder).Mend(context.Background()); done || err != nil {
		t.Errorf("%v, %v", done, err)
	}
	if after := names(t, folder); !slices.Equal(before, after) {
		t.Errorf("%v became %v", before, after)
	}
}

func TestABackupOfAnotherKeyInTheFolderIsNoGoodOne(t *testing.T) {
	folder, _ := backedUp(t, "2026-11-20")
	lost := filepath.Join(folder, "keys", key.ID()+".key")
	if err := os.WriteFile(lost, []byte(strings.Repeat("A", 43)+"=\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	truncate(t, filepath.Join(folder, store.FileName), 0)
	if _, _, err := mender(folder).Mend(context.Background()); sentence(err) != "damage.locked" {
		t.Errorf("got %v", err)
	}
}

// A backup of Friday meets a database that was damaged on Monday: the numbers
// of both days go on, and no visitor gets one that was given.
func TestNumbersGoOnAfterThoseOfTheDamagedDatabase(t *testing.T) {
	folder, _ := backedUp(t, "2026-11-20")
	s := open(t, folder)
	give := func(s *store.Store) (sequence int) {
		err := s.Write(context.Background(), func(tx models.Tx) (err error) {
			sequence, err = tx.TakeSequence("MPP-6402", "2026-11-23", "1A", 1)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return sequence
	}
	for range 5 {
		give(s)
	}
	shut(t, s)
	tail(t, filepath.Join(folder, store.FileName))
	r, done, err := mender(folder).Mend(context.Background())
	if err != nil || !done || !r.Numbers {
		t.Fatalf("%+v, %v, %v", r, done, err)
	}
	s = open(t, folder)
	defer shut(t, s)
	if got := give(s); got != 6 {
		t.Errorf("the next number is %d", got)
	}
}

// tail adds pages that belong to nothing: quick_check finds them, and all
// else can be read.
func tail(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content = append(content, make([]byte, 3*4096)...)
	const pages = 28 // where the header counts them
	binary.BigEndian.PutUint32(content[pages:], uint32(len(content)/4096))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// integrity_check passes over an empty index whose root is a page of another
// table; only a copy stumbles over it.
func TestDamageThatOnlyACopySeesIsMended(t *testing.T) {
	folder, _ := backedUp(t, "2026-11-20")
	path := filepath.Join(folder, store.FileName)
	index, table := roots(t, path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(content[(index-1)*page:index*page], content[(table-1)*page:table*page])
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if fate, err := use(folder); fate != atBackup || !store.Damaged(err) {
		t.Fatalf("%s: %v", fate, err)
	}
	if r, done, err := mender(folder).Mend(context.Background()); !done || err != nil {
		t.Errorf("%+v, %v, %v", r, done, err)
	}
}

// roots are the first pages of an index without entries and of a table on one
// page.
func roots(t *testing.T, path string) (index, table int) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const root = `SELECT rootpage FROM sqlite_schema WHERE name = ?`
	if err := errors.Join(db.QueryRow(root, "ticket_events_announced").Scan(&index), db.QueryRow(root, "folder").Scan(&table)); err != nil {
		t.Fatal(err)
	}
	return index, table
}
