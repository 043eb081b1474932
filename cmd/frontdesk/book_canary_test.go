package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"frontdesk/internal/backup"
	"frontdesk/internal/desk"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
)

// bookOfCanary is a folder with two visits of the canary.
func bookOfCanary(t *testing.T) (p *Program, visit string) {
	t.Helper()
	p, err := Open(context.Background(), Options{Folder: filepath.Join(t.TempDir(), "data"), Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	at, err := readInstant(monday)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		receipt, err := p.Desk.CheckIn(context.Background(), desk.CheckIn{At: at, Errands: []desk.Errand{{Service: "DUK-02"}}, Visitor: canary})
		if err != nil {
			t.Fatal(err)
		}
		visit = receipt.Visit.ID
	}
	return p, visit
}

func TestWorkInTheGuestBookLeavesNoNameNIKOrPhoneInAnyFile(t *testing.T) {
	ctx := context.Background()
	p, visit := bookOfCanary(t)
	page := bookPage{p.Desk, p}
	name := canary.Name + " Kedua"
	for range 3 { // typed into the search of purposes
		if err := p.Desk.Missed(ctx, canary.Name+" ktp "+canary.NIK); err != nil {
			t.Fatal(err)
		}
	}
	_, err1 := page.Correct(ctx, desk.Correction{VisitID: visit, Name: &name, Reason: "salah ketik"})
	_, err2 := page.FindName(ctx, "zuraidah", desk.BookFilter{}, func(desk.NameSearch) {})
	_, err3 := page.GuestBook(ctx, desk.BookFilter{NIK: canary.NIK})
	_, rows, err4 := page.ExportList(ctx, desk.BookFilter{})
	for _, reason := range []string{"telepon 0812-5550-1234", "minta hapus, bu zuraidah", "NIK 0077"} {
		_, err := page.RequestRight(ctx, visit, models.RequestErasure, reason)
		if models.SaysOf(err).Key != "reason.names" {
			t.Errorf("%q: %v", reason, err)
		}
	}
	_, err5 := page.RequestRight(ctx, visit, models.RequestErasure, "lewat surat")
	_, err6 := p.task("sqlite:"+p.Folder+"-centre.db").Sync(ctx, nil)
	made, err7 := p.BackUp(ctx)
	reported, err := p.reports().Read(ctx, "2026-01-01", "2030-12-31")
	if err != nil || reported.NotFound != 3 || reported.Searches[0].Of != "•••• •••• ktp" {
		t.Fatalf("searches %v, %v", reported.Searches, err)
	}
	for _, format := range []string{"json", "csv"} {
		if _, err := saveReport(reported, format, filepath.Join(p.Folder, "laporan."+format), p.Speak); err != nil {
			t.Fatal(err)
		}
	}
	for i, err := range []error{err1, err2, err3, err4, err5, err6, err7} {
		if err != nil {
			t.Fatalf("%d: %v", i+1, err)
		}
	}
	if rows != 2 {
		t.Errorf("%d rows in the list", rows)
	}
	searchFiles(t, filepath.Dir(made.Path))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	searchFiles(t, filepath.Dir(p.Folder)) // records, log, exports and the centre beside them
}

// found tells in how many rows the canary is still found.
func found(t *testing.T, p *Program) int {
	t.Helper()
	ctx := context.Background()
	byNIK, err1 := p.Desk.GuestBook(ctx, desk.BookFilter{NIK: canary.NIK})
	byPhone, err2 := p.Desk.GuestBook(ctx, desk.BookFilter{Phone: canary.Phone})
	byName, err3 := p.Desk.FindName(ctx, "zuraidah", desk.BookFilter{}, func(desk.NameSearch) {})
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return len(byNIK.Rows) + len(byPhone.Rows) + len(byName.Rows)
}

// An older backup still holds who was erased since: the centre says so when it
// is restored.
func TestAnErasedPersonIsFoundNowhereAfterSyncCloneAndRestore(t *testing.T) {
	ctx := context.Background()
	p, visit := bookOfCanary(t)
	sync := func(p *Program) {
		t.Helper()
		if _, err := p.task(p.Settings.SyncTarget).Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
	}
	p.Settings.SyncTarget = "sqlite:" + p.Folder + "-centre.db"
	sync(p)
	if found(t, p) == 0 {
		t.Fatal("she was never there")
	}
	made, err := p.BackUp(ctx)
	if err != nil {
		t.Fatal(err)
	}
	clone := filepath.Join(filepath.Dir(p.Folder), "clone")
	if err := os.CopyFS(clone, os.DirFS(p.Folder)); err != nil {
		t.Fatal(err)
	}
	ownKeys, err := filepath.Glob(filepath.Join(clone, "keys", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range ownKeys { // a key that others may read is refused
		if err := os.Chmod(file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	book := bookPage{p.Desk, p}
	pages, _, err := book.ExportPersonFile(ctx, visit, "diminta sendiri")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := book.ErasePerson(ctx, visit, "diminta sendiri"); err != nil || n != 2 {
		t.Fatalf("%d erased, %v", n, err)
	}
	if _, err := os.Stat(pages); err == nil {
		t.Error("the pages that were handed to her are still here")
	}
	sync(p)
	if n := found(t, p); n > 0 {
		t.Errorf("found %d times at the desk", n)
	}
	key, err := p.Keeper.Find(p.Keys[0])
	if err != nil {
		t.Fatal(err)
	}
	target, keeper := p.Settings.SyncTarget, p.Keeper
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	restored := filepath.Join(filepath.Dir(clone), "restored")
	restorer := backup.Restorer{Keeper: guard.Keeper{Folder: restored, Keyring: keeper.Keyring, Entropy: keeper.Entropy},
		Clock: machineClock, Find: func(string) (guard.Key, error) { return key, nil }}
	if _, err := restorer.Restore(ctx, made.Path, restored); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{clone, restored} {
		p, err := Open(ctx, Options{Folder: folder, Clock: machineClock})
		if err != nil {
			t.Fatal(err)
		}
		p.Settings.SyncTarget = target
		sync(p)
		if n := found(t, p); n > 0 {
			t.Errorf("%s: found %d times", filepath.Base(folder), n)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
