package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"frontdesk/internal/backup"
	"frontdesk/internal/desk"
	"frontdesk/internal/guard"
)

func TestNoNameNIKOrPhoneIsInABackup(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	p, err := Open(ctx, Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	at, err := readInstant(monday)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Errands: []desk.Errand{{Service: "DUK-02"}}, Visitor: canary}); err != nil {
		t.Fatal(err)
	}
	made, err := p.BackUp(ctx)
	if err != nil {
		t.Fatal(err)
	}
	key, err := p.Keeper.Find(p.Keys[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	searchFiles(t, filepath.Dir(made.Path))

	// Opened, too, it holds nothing in the clear.
	restored := filepath.Join(t.TempDir(), "new")
	restorer := backup.Restorer{Keeper: guard.Keeper{Folder: restored, Keyring: p.Keeper.Keyring, Entropy: p.Keeper.Entropy},
		Clock: machineClock, Find: func(string) (guard.Key, error) { return key, nil }}
	if _, err := restorer.Restore(ctx, made.Path, restored); err != nil {
		t.Fatal(err)
	}
	searchFiles(t, restored)

	// And the files that were set aside hold nothing either.
	if err := os.Truncate(filepath.Join(folder, "frontdesk.db"), 9000); err != nil {
		t.Fatal(err)
	}
	if p, err = Open(ctx, Options{Folder: folder, Clock: machineClock}); err != nil {
		t.Fatal(err)
	}
	if len(backup.Aside(folder)) != 1 {
		t.Error("nothing was set aside")
	}
	people, err := p.Desk.Visits(ctx, monday[:10])
	if err != nil || len(people) != 1 {
		t.Errorf("%d visits came back, %v", len(people), err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	searchFiles(t, folder)
}
