package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontdesk/internal/store"
)

// pcs are two computers, each with a folder and a key of its own, on one
// database.
func pcs(t *testing.T) (command string, folders [2]string, url string) {
	t.Helper()
	url = onSharedDatabase(t)
	return program(t), [2]string{t.TempDir(), t.TempDir()}, url
}

func TestWhatOnePCIssuesTheOtherCalls(t *testing.T) {
	program, folders, _ := pcs(t)
	issued, said := checkInProcess(program, folders[0])
	issued.Args = slices.Replace(issued.Args, 3, 4, "DUK-02")
	if err := issued.Run(); err != nil {
		t.Fatal(err)
	}
	want, err := numberIn(said.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	answer, words, err := queueProcess(program, folders[1], "next", "--counter", "DUK-1")
	var called calledAnswer
	if err != nil || json.Unmarshal(answer, &called) != nil || called.Number != want {
		t.Errorf("issued %s, called %+v, %v, %s", want, called, err, words)
	}
	for _, folder := range folders {
		if exists(filepath.Join(folder, store.FileName)) {
			t.Errorf("a file of records was made in %s", folder)
		}
	}
}

// The desk's own file moves to the database whole; its numbers go on there.
func TestADesksFileMovesToTheSharedDatabase(t *testing.T) {
	program, folder := program(t), t.TempDir()
	url := onSharedDatabase(t)
	alone := []string{"FRONTDESK_DATABASE="}
	checkIn := func(env ...string) string {
		cmd, said := checkInProcess(program, folder)
		cmd.Env = append(os.Environ(), env...)
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		number, err := numberIn(said.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		return number
	}
	move := func() (string, error) {
		cmd := exec.Command(program, "database", "copy", "--to", url, "--data", folder)
		cmd.Env = append(os.Environ(), alone...)
		said, err := cmd.CombinedOutput()
		return string(said), err
	}
	checkIn(alone...)
	before := checkIn(alone...)
	file, err := os.ReadFile(filepath.Join(folder, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	if said, err := move(); err != nil || !strings.Contains(said, "2 kunjungan dan 2 nomor") {
		t.Fatalf("%v: %s", err, said)
	}
	if after, err := os.ReadFile(filepath.Join(folder, store.FileName)); err != nil || !slices.Equal(file, after) {
		t.Errorf("the file changed, %v", err)
	}
	if said, err := move(); err == nil || !strings.Contains(said, "sudah berisi catatan") {
		t.Errorf("a second time: %v: %s", err, said)
	}
	if next := checkIn(); before != "1M-002" || next != "1M-003" {
		t.Errorf("after %s came %s", before, next)
	}
}

func TestASharedDatabaseLeavesBackupsToItsServer(t *testing.T) {
	program, folders, _ := pcs(t)
	said, err := exec.Command(program, "backup", "--data", folders[0]).CombinedOutput()
	if err == nil || !strings.Contains(string(said), "dibuat oleh server itu") {
		t.Errorf("%v: %s", err, said)
	}
}

func TestAPasswordInTheDatabaseSettingIsRefused(t *testing.T) {
	t.Setenv("FRONTDESK_DATABASE", "postgres://meja:rahasia@127.0.0.1:1/mal")
	said, err := exec.Command(program(t), "queue", "list", "--data", t.TempDir()).CombinedOutput()
	if err == nil || !strings.Contains(string(said), "tidak boleh tertulis") || strings.Contains(string(said), "rahasia") {
		t.Errorf("%v: %s", err, said)
	}
}

// Any PC may run the sync; while one does the others are refused.
func TestOnePCAtATimeSyncsASharedDatabase(t *testing.T) {
	program, folders, url := pcs(t)
	t.Setenv("FRONTDESK_SYNC_TARGET", "sqlite:"+filepath.Join(t.TempDir(), "pusat.db"))
	run := func(folder string, args ...string) (string, error) {
		said, err := exec.Command(program, append(args, "--data", folder)...).CombinedOutput()
		return string(said), err
	}
	if said, err := run(folders[0], "centre", "init"); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	err := store.OneAtATimeOn(t.Context(), url, "", nil, func() error {
		if said, err := run(folders[1], "sync"); err == nil || !strings.Contains(said, "sedang") {
			t.Errorf("beside another: %v: %s", err, said)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if said, err := run(folder, "sync"); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	}
}
