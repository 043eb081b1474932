package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// visitsIn counts a folder's visits of the day.
func (o *office) visitsIn() int {
	o.Helper()
	var day struct{ Visits []json.RawMessage }
	o.ask(&day, "visits", "--date", monday[:10])
	return len(day.Visits)
}

func (o *office) equal(to string) bool {
	o.Helper()
	var check struct{ Equal bool }
	o.ask(&check, "sync", "verify", "--to", to)
	return check.Equal
}

func TestACopiedDeskIsToldAndBothKeepEveryRecord(t *testing.T) {
	o := newOffice(t)
	centre := "sqlite:" + o.folder + "-centre.db"
	o.checkIn()
	o.sent()
	twin := o.copied()
	o.checkIn()
	twin.run(0, "checkin", "--service", "POS-01", "--at", monday)
	o.sent("--to", centre)
	if said, _ := twin.run(0, "sync", "--to", centre); !strings.Contains(said, "dikirim ulang") {
		t.Errorf("the copy says %q", said)
	}
	for range 2 {
		o.run(0, "sync", "--to", centre)
		twin.run(0, "sync", "--to", centre)
	}
	if a, b := o.visitsIn(), twin.visitsIn(); a != 3 || b != 3 || !o.equal(centre) || !twin.equal(centre) {
		t.Errorf("%d and %d visits", a, b)
	}
}

// keepKeysPrivate gives copied keys the rights that a copy does not keep.
func keepKeysPrivate(t *testing.T, folder string) {
	t.Helper()
	keys, err := filepath.Glob(filepath.Join(folder, "keys", "*.key"))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		if err := os.Chmod(key, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestARestoredDeskGetsBackWhatTheCentreHas(t *testing.T) {
	o := newOffice(t)
	centre := "sqlite:" + o.folder + "-centre.db"
	o.checkIn()
	o.sent()
	backup := filepath.Join(t.TempDir(), "early.age")
	o.run(0, "backup", backup)
	o.checkIn()
	o.checkIn()
	o.sent()
	words, _ := o.run(0, "key", "export")
	fresh := &office{T: t, program: o.program, folder: filepath.Join(t.TempDir(), "new")}
	fresh.run(0, "restore", backup, "--words", strings.TrimSpace(words))
	fresh.run(0, "sync", "--to", centre)
	if n := fresh.visitsIn(); n != 3 || fresh.sent("--to", centre) != 0 || !fresh.equal(centre) {
		t.Errorf("%d visits came back", n)
	}
}

func TestARestoredCentreGetsEverythingAgain(t *testing.T) {
	o := newOffice(t)
	file := o.folder + "-centre.db"
	o.checkIn()
	o.sent()
	early, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	o.checkIn()
	o.sent()
	if err := os.WriteFile(file, early, 0o600); err != nil {
		t.Fatal(err)
	}
	o.checkIn()
	if n := o.sent(); n != 6 || o.sent() != 0 || !o.equal("sqlite:"+file) {
		t.Errorf("%d records were sent", n)
	}
}

func TestTwoComputersOnOneDatabaseComeToRestAndAreToldOfTheirNumbers(t *testing.T) {
	o := newOffice(t)
	centre := "sqlite:" + o.folder + "-centre.db"
	o.checkIn()
	o.sent()
	twin := o.copied()
	for range 3 {
		o.checkIn()
		twin.checkIn()
	}
	for range 2 {
		o.run(0, "sync", "--to", centre)
		twin.run(0, "sync", "--to", centre)
	}
	if !o.equal(centre) || !twin.equal(centre) {
		t.Error("they differ although each has the other's records")
	}
	if n := o.sent("--to", centre) + twin.sent("--to", centre); n != 0 {
		t.Errorf("%d records were sent once more", n)
	}
	var status struct{ Aside int }
	twin.ask(&status, "sync", "status")
	said, _ := twin.run(0, "sync", "status")
	if status.Aside != 6 || !strings.Contains(said, "3 nomor dari komputer lain") {
		t.Errorf("%d aside, said %q", status.Aside, said)
	}
}

// copied is a second computer on a copy of the data folder.
func (o *office) copied() *office {
	o.Helper()
	twin := &office{T: o.T, program: o.program, folder: o.folder + "-copy"}
	if err := os.CopyFS(twin.folder, os.DirFS(o.folder)); err != nil {
		o.Fatal(err)
	}
	keepKeysPrivate(o.T, twin.folder)
	return twin
}
