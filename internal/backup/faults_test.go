//go:build linux

package backup_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/smalldisk"
	"frontdesk/internal/store"
)

func sentence(err error) string {
	var told *models.Error
	if errors.As(err, &told) {
		return told.Says.Key
	}
	return ""
}

func TestAFullDiskLeavesNoHalfBackup(t *testing.T) {
	folder := t.TempDir()
	s := fill(t, folder, 1, 200)
	defer shut(t, s)
	stick := smalldisk.Mount(t, "64k")
	_, err := maker(folder, s).To(context.Background(), filepath.Join(stick, "b.age"))
	if sentence(err) != "backup.full" {
		t.Errorf("got %v", err)
	}
	if left := names(t, stick); len(left) > 0 {
		t.Errorf("left on the stick: %v", left)
	}
	if left := names(t, filepath.Join(folder, "backups")); len(left) > 0 {
		t.Errorf("left in the folder: %v", left)
	}
}

// The data folder's own disk has room for the database and the first backup,
// but not for the copies that a second one needs.
func TestAFullDataDiskKeepsTheFormerBackup(t *testing.T) {
	folder := smalldisk.Mount(t, "12m")
	s := fill(t, folder, 1, 100)
	defer shut(t, s)
	made, err := maker(folder, s).Daily(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(made.Path)
	fillUp(t, folder)
	if _, err := maker(folder, s).Daily(context.Background()); sentence(err) != "backup.full" {
		t.Errorf("got %v", err)
	}
	if after, _ := os.ReadFile(made.Path); !bytes.Equal(before, after) {
		t.Error("the former backup changed")
	}
	if left := names(t, filepath.Join(folder, "backups")); !slices.Equal(left, []string{"frontdesk-2026-11-23.age"}) {
		t.Errorf("left: %v", left)
	}
}

// fillUp leaves less room than a database takes.
func fillUp(t *testing.T, disk string) {
	t.Helper()
	var room syscall.Statfs_t
	if err := syscall.Statfs(disk, &room); err != nil {
		t.Fatal(err)
	}
	ballast := make([]byte, int(room.Bavail)*int(room.Bsize)-300<<10)
	if err := os.WriteFile(filepath.Join(disk, "ballast"), ballast, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFullDiskLeavesNoHalfRestore(t *testing.T) {
	file, disk := someBackup(t), smalldisk.Mount(t, "200k")
	folder := filepath.Join(disk, "new")
	if _, err := restorer(folder, key).Restore(context.Background(), file, folder); sentence(err) != "backup.full" {
		t.Errorf("got %v", err)
	}
	if left := names(t, disk); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestAReadOnlyPlaceGetsASentence(t *testing.T) {
	folder, stick := t.TempDir(), smalldisk.Mount(t, "4m")
	s := fill(t, folder, 1, 20)
	defer shut(t, s)
	smalldisk.Remount(t, stick, "size=4m", syscall.MS_RDONLY)
	if _, err := maker(folder, s).To(context.Background(), filepath.Join(stick, "b.age")); sentence(err) != "backup.cannot_write" {
		t.Errorf("got %v", err)
	}
	if _, err := maker(folder, s).To(context.Background(), filepath.Join(stick, "nowhere", "b.age")); sentence(err) != "backup.no_folder" {
		t.Errorf("got %v", err)
	}
	if left := names(t, filepath.Join(folder, "backups")); len(left) > 0 {
		t.Errorf("left in the folder: %v", left)
	}
}

func TestTheRestOfAKilledRunIsSweptAway(t *testing.T) {
	folder := t.TempDir()
	s := fill(t, folder, 1, 5)
	defer shut(t, s)
	backups := filepath.Join(folder, "backups")
	if err := os.MkdirAll(filepath.Join(backups, "work-1"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"work-1/frontdesk.db", ".new-1.part"} {
		if err := os.WriteFile(filepath.Join(backups, name), []byte("rest"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := maker(folder, s).Daily(context.Background()); err != nil {
		t.Fatal(err)
	}
	if left := names(t, backups); !slices.Equal(left, []string{"frontdesk-2026-11-23.age"}) {
		t.Errorf("left: %v", left)
	}
}

func TestNothingPlainIsLeftByABackupThatIsCancelled(t *testing.T) {
	folder := t.TempDir()
	s := fill(t, folder, 2, 200)
	defer shut(t, s)
	for wait := time.Duration(0); wait < 60*time.Millisecond; wait += 7 * time.Millisecond {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		_, err := maker(folder, s).Daily(ctx)
		cancel()
		want := []string{"frontdesk-2026-11-23.age"}
		if err != nil {
			want = nil
		}
		if left := names(t, filepath.Join(folder, store.BackupFolder)); err != nil && len(left) > 1 || err == nil && !slices.Equal(left, want) {
			t.Errorf("after %v: %v, left %v", wait, err, left)
		}
	}
}
