package main

import (
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/backup"
	"frontdesk/internal/guard"
)

// A backup that is killed at any moment leaves the former one or the new one,
// whole, and the next one clears away the rest.
func TestAKilledBackupLeavesAGoodOne(t *testing.T) {
	program, folder, kills := program(t), t.TempDir(), size(8, 100)
	run := func(verb ...string) *exec.Cmd { return exec.Command(program, append(verb, "--data", folder)...) }
	if said, err := run("simulate", "--days", "1", "--visits-per-day", "100").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	begin := time.Now()
	if said, err := run("backup").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	whole := time.Since(begin)
	random := rand.New(rand.NewPCG(3, 4))
	for range kills {
		cmd := run("backup")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_ = cmd.Process.Kill() // it may have ended already
		_ = cmd.Wait()         // killed or done: both are wanted here
		restoreNewest(t, folder)
	}
	if said, err := run("backup").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if left, _ := os.ReadDir(filepath.Join(folder, "backups")); len(left) != 1 {
		t.Errorf("left: %v", left)
	}
	t.Logf("%d backups killed, a good one was there each time", kills)
}

// restoreNewest proves that the folder's one backup brings 100 visits.
func restoreNewest(t *testing.T, folder string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "backups", "*.age"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	fresh := filepath.Join(t.TempDir(), "new")
	keeper := guard.Keeper{Folder: folder, Keyring: guard.SystemKeyring()}
	restorer := backup.Restorer{Keeper: guard.Keeper{Folder: fresh, Keyring: guard.SystemKeyring()}, Clock: machineClock,
		Find: func(keyID string) (guard.Key, error) { return (&call{}).findKey(keeper, keyID, found[0], "") }}
	about, err := restorer.Restore(context.Background(), found[0], fresh)
	if err != nil || about.Rows["visits"] != 100 {
		t.Errorf("%+v, %v", about.Rows, err)
	}
}
