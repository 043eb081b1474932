package failover_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// What was recorded alone is with the mall: nothing of it stays on the PC, also
// not in the log of its file.
func TestAHandOverLeavesNothingOfAVisitOnThePC(t *testing.T) {
	m := newMall(t)
	p := m.newPC()
	ctx := context.Background()
	postgres.Server().Stop(t, "immediate")
	p.checkIn("DUK-02")
	visits, err := p.desk.Visits(ctx, "2026-11-23")
	must(t, err)
	if len(visits) != 1 || !p.holds(visits[0].ID) {
		t.Fatalf("%d visits, and the search does not find them", len(visits))
	}
	id := visits[0].ID
	postgres.Server().Go(t)
	must(t, p.link.ComeBack(ctx))
	if p.holds(id) {
		t.Error("the visit is still in the PC's file")
	}
	must(t, p.link.Close())
}

// holds searches all files of the PC.
func (p *pc) holds(trace string) bool {
	p.Helper()
	found := false
	must(p, filepath.WalkDir(p.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		found = found || bytes.Contains(content, []byte(trace))
		return err
	}))
	return found
}
