package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// rot flips bits of a file as a bad disk does: neither its size nor its time
// of change tell of it.
func rot(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(content); i += 512 {
		content[i] ^= 0xff
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
}

// usedFolder is a closed folder with a desk.
func usedFolder(t *testing.T) (folder, path string) {
	t.Helper()
	folder = t.TempDir()
	s, err := store.Open(context.Background(), folder, stopped(monday))
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Prepare(context.Background(), models.Desk{ID: "d", Number: 1, Name: "Meja uji"}, directory.Sample(),
		func() (models.KeyRef, error) { return models.KeyRef{ID: "k", Place: "file"}, nil })
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return folder, filepath.Join(folder, store.FileName)
}

func reopen(folder string, now time.Time) error {
	s, err := store.Open(context.Background(), folder, stopped(now))
	if err != nil {
		return err
	}
	return s.Close()
}

func TestAFileThatRotsUnseenIsFoundWithinADay(t *testing.T) {
	folder, path := usedFolder(t)
	rot(t, path)
	if err := reopen(folder, monday.Add(24*time.Hour)); !store.Damaged(err) {
		t.Errorf("a day later: %v", err)
	}
	if err := reopen(folder, monday.Add(-time.Hour)); !store.Damaged(err) {
		t.Errorf("with the clock put back: %v", err)
	}
}

func TestAFileThatChangedSinceItWasClosedIsRead(t *testing.T) {
	folder, path := usedFolder(t)
	rot(t, path)
	later := time.Now()
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	if err := reopen(folder, monday); !store.Damaged(err) {
		t.Errorf("got %v", err)
	}
}

func TestAFileLeftByACrashIsRead(t *testing.T) {
	folder, path := usedFolder(t)
	rot(t, path)
	if err := os.WriteFile(path+"-wal", []byte("the rest of a log"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := reopen(folder, monday); !store.Damaged(err) {
		t.Errorf("got %v", err)
	}
}

func TestASchemaNumberThatNoProgramWroteIsDamage(t *testing.T) {
	for _, version := range []int{-1, 0, 1, 1 << 30} {
		folder := t.TempDir()
		s := openStore(t, folder, stopped(monday))
		if err := s.SetSchemaVersionForTest(version); err != nil {
			t.Fatal(err)
		}
		if err := reopen(folder, monday.Add(48*time.Hour)); !store.Damaged(err) {
			t.Errorf("%d: %v", version, err)
		}
	}
}

func TestAnEmptyDatabaseNeverBeginsOverALostOne(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"removed": os.Remove,
		"emptied": func(path string) error { return os.Truncate(path, 0) },
	} {
		folder, path := usedFolder(t)
		if err := lose(path); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := reopen(folder, monday); !store.Damaged(err) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestWhoHasADatabaseAloneKeepsOthersWaiting(t *testing.T) {
	folder, _ := usedFolder(t)
	opened := make(chan error)
	err := store.Alone(context.Background(), folder, func() error {
		go func() { opened <- reopen(folder, monday) }()
		select {
		case err := <-opened:
			return fmt.Errorf("opened meanwhile: %v", err)
		case <-time.After(100 * time.Millisecond):
			return nil
		}
	})
	if err != nil {
		t.Error(err)
	}
	if err := <-opened; err != nil {
		t.Error(err)
	}
}

func TestABulkKeepsWhatSucceededAndTakesBackWhatFailed(t *testing.T) {
	b := openDesk(t, 1)
	ctx := context.Background()
	err := b.store.Bulk(ctx, func(inside *store.Store) error {
		for i := range 3 {
			err := inside.Write(ctx, func(tx models.Tx) error {
				visit := models.Visit{ID: fmt.Sprint(i), Kind: models.VisitQuestion, Party: 1, ArrivedAt: monday, RecordedAt: monday,
					Origin: models.Origin{MallID: "MPP-6402", DeskID: b.Self().ID, OperatorID: desk.Nobody, BusinessDate: "2026-11-23"}}
				if err := tx.AddVisit(visit); err != nil || i != 1 {
					return err
				}
				return models.Refuse("test")
			})
			if models.KindOf(err) == models.KindFault && err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if visits, _ := b.Visits(ctx, "2026-11-23"); len(visits) != 2 {
		t.Errorf("%d visits are stored", len(visits))
	}
}

// BenchmarkOpen compares a start that trusts the file with one that reads it;
// FRONTDESK_BENCH_FOLDER names a large folder.
func BenchmarkOpen(b *testing.B) {
	folder := os.Getenv("FRONTDESK_BENCH_FOLDER")
	if folder == "" {
		b.Skip("no folder named")
	}
	now := time.Now()
	for name, step := range map[string]time.Duration{"trusting": 0, "reading": 25 * time.Hour} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				now = now.Add(step)
				if err := reopen(folder, now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
