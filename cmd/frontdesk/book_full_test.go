package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// A list with identities is a supervisor's, in a file for its owner alone; it
// goes when somebody in it is erased.
func TestAListWithIdentitiesIsASupervisorsAndGoesWithAnErasure(t *testing.T) {
	ctx := context.Background()
	p, visit := bookOfCanary(t)
	book := bookPage{p.Desk, p}
	_, _, err := book.ExportFull(ctx, desk.BookFilter{}, "permintaan ombudsman")
	if models.SaysOf(err).Key != "rights.no_administrator" {
		t.Fatalf("nobody in charge: %v", err)
	}
	if _, err := p.Desk.Found(ctx, "Uji Kepala", "482915"); err != nil {
		t.Fatal(err)
	}
	path, rows, err := book.ExportFull(ctx, desk.BookFilter{}, "permintaan ombudsman")
	if err != nil || rows == 0 {
		t.Fatalf("%d rows, %v", rows, err)
	}
	if filepath.Dir(path) != book.ExportPlace() || !strings.HasPrefix(filepath.Base(path), personalPages) {
		t.Errorf("it is at %s", path)
	}
	if about, err := os.Stat(path); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", err)
	}
	log, err := p.Store.AuditEntries(ctx, 1, 1000)
	if err != nil {
		t.Fatal(err)
	}
	noted := false
	for _, e := range log {
		noted = noted || e.Kind == models.DeedExport && e.Operator == "p1" && e.Why == "full"
	}
	if !noted {
		t.Error("nothing tells who exported it")
	}
	trail, err := p.Store.Trail(ctx, []string{visit})
	if err != nil || len(trail.Openings) == 0 || trail.Openings[len(trail.Openings)-1].Why != "permintaan ombudsman" {
		t.Errorf("the visit does not tell why it was opened: %v %v", trail.Openings, err)
	}
	if _, err := book.ErasePerson(ctx, visit, "diminta sendiri"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("after an erasure it is still there: %v", err)
	}
}
