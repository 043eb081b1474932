package main

import (
	"os"
	"path/filepath"
	"testing"

	"frontdesk/internal/models"
)

func TestADraftIsKeptInTheDataFolderUntilItIsAppliedOrAnotherDirectoryIsInUse(t *testing.T) {
	p := openProgram(t)
	e, ctx := editorPage{p}, t.Context()
	changed := func(note string) stampedDraft {
		t.Helper()
		draft, err := e.begin(ctx)
		if err != nil {
			t.Fatal(err)
		}
		values := draft.Values(models.EditAgencies, 0)
		values[1] = note
		draft.Put(models.EditAgencies, 0, values)
		if err := e.KeepDraft(draft)(); err != nil {
			t.Fatal(err)
		}
		return draft
	}
	begun := func() int {
		t.Helper()
		draft, err := e.Begin(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(draft.Changes())
	}
	first := changed("Nama pertama")
	if n := begun(); n != 1 {
		t.Errorf("%d changes go on", n)
	}
	if err := e.Apply(ctx, first); err != nil {
		t.Fatal(err)
	}
	if n := begun(); n != 0 {
		t.Errorf("%d changes after they were applied", n)
	}
	stale := changed("Nama kedua")
	if err := e.KeepDraft(first)(); err != nil { // began with the former directory
		t.Fatal(err)
	}
	if n := begun(); n != 0 {
		t.Errorf("%d changes of another directory go on", n)
	}
	if err := e.KeepDraft(stale)(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(p.Folder, draftName)
	if err := os.Truncate(path, 100); err != nil { // as after a fault of the disk
		t.Fatal(err)
	}
	if n := begun(); n != 0 {
		t.Errorf("%d changes out of a damaged file", n)
	}
	for range 2 {
		if err := e.DropDraft(); err != nil {
			t.Error(err)
		}
	}
}
