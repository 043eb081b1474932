package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/backup"
	"frontdesk/internal/views"
)

func backupsIn(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "backups", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// loggedIn tells what stands in the log of a folder.
func loggedIn(t *testing.T, folder string) string {
	t.Helper()
	lines, err := os.ReadFile(filepath.Join(folder, logName))
	if err != nil {
		t.Fatal(err)
	}
	return string(lines)
}

func TestTheEndOfTheWindowWritesABackupThatBringsTheDayBack(t *testing.T) {
	o := newOffice(t)
	o.checkIn()
	p := reopen(t, o.folder)
	var window views.Options
	p.beside(&window, time.Hour)()
	found := backupsIn(t, o.folder)
	if len(found) != 1 || !strings.Contains(loggedIn(t, o.folder), "backup done") {
		t.Fatalf("written: %v", found)
	}
	overview, err := window.Sync.Overview(context.Background())
	if err != nil || overview.Backup.Made.IsZero() || !overview.Backup.Failure.Empty() {
		t.Errorf("the page knows %+v, %v", overview.Backup, err)
	}
	words, _ := o.run(0, "key", "export")
	fresh := &office{T: t, program: o.program, folder: filepath.Join(t.TempDir(), "new")}
	fresh.run(0, "restore", found[0], "--words", strings.TrimSpace(words))
	if said, _ := fresh.run(0, "visits", "--date", monday[:10], "--json"); !strings.Contains(said, "1A-001") {
		t.Errorf("the backup has %s", said)
	}
}

func TestAWrongCentreDoesNotKeepTheDayFromItsBackup(t *testing.T) {
	p := openProgram(t)
	p.Settings.SyncTarget = "http://centre"
	var window views.Options
	p.beside(&window, time.Hour)()
	if found := backupsIn(t, p.Folder); len(found) != 1 {
		t.Errorf("written: %v", found)
	}
}

func TestAFailedBackupIsSaidAtOnceAndAtTheNextStartUntilOneSucceeds(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	p := reopen(t, folder)
	obstacle := filepath.Join(folder, "backups")
	if err := os.WriteFile(obstacle, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var window views.Options
	end := p.beside(&window, time.Hour)
	if err := window.Sync.Run(context.Background()); !strings.Contains(p.Speak.Error(err), "Catatan tetap aman") {
		t.Errorf("the button says %v", err)
	}
	end()
	again := reopen(t, folder)
	if !again.Warns {
		t.Error("the next start does not warn")
	}
	last := again.Notices[len(again.Notices)-1]
	if last.Key != "backup.cannot_write" || !strings.Contains(loggedIn(t, folder), "backup failed") {
		t.Errorf("the next start says %v", again.Notices)
	}
	if err := os.Remove(obstacle); err != nil {
		t.Fatal(err)
	}
	if _, err := again.BackUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, notice := range reopen(t, folder).Notices {
		if notice.Key == "backup.cannot_write" {
			t.Error("it is said after a success")
		}
	}
}

func TestAnOpenWindowWritesItsBackupInTheNightOnce(t *testing.T) {
	p := openProgram(t)
	b := p.openBackup().(*dayBackup)
	b.start(0, time.Millisecond)
	for i := 0; len(backupsIn(t, p.Folder)) == 0 || backup.StateOf(p.Folder).Made.IsZero(); i++ {
		if i == 2000 {
			t.Fatal("no backup was written")
		}
		time.Sleep(5 * time.Millisecond)
	}
	b.cancel()
	b.work.Wait()
	made := backup.StateOf(p.Folder).Made
	b.look(context.Background())
	if again := backup.StateOf(p.Folder).Made; !again.Equal(made) {
		t.Error("it wrote a second one the same hour")
	}
	yesterday := p.Desk.Now().Add(-25 * time.Hour)
	newest := backupsIn(t, p.Folder)[0]
	if err := os.Chtimes(newest, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	b.look(context.Background())
	if again := backup.StateOf(p.Folder).Made; !again.After(yesterday) {
		t.Error("it wrote none a day later")
	}
}

// reopen opens a folder as a new start of the program does.
func reopen(t *testing.T, folder string) *Program {
	t.Helper()
	p, err := Open(context.Background(), Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}
