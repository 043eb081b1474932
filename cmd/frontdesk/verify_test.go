package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// deeds notes n deeds at a desk whose program is not open.
func (o *office) deeds(n int) {
	o.Helper()
	p, err := Open(context.Background(), Options{Folder: o.folder, Clock: machineClock})
	if err != nil {
		o.Fatal(err)
	}
	for i := range n {
		deed := models.Deed{Kind: models.DeedReveal, Entity: "visits", RowID: fmt.Sprint("v", i), Why: "uji"}
		if err := p.Store.NoteDeed(context.Background(), deed); err != nil {
			o.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		o.Fatal(err)
	}
}

// behind runs statements on the desk's raw file, without its triggers.
func (o *office) behind(statements ...string) {
	o.Helper()
	db, err := sql.Open("sqlite3", filepath.Join(o.folder, store.FileName))
	if err != nil {
		o.Fatal(err)
	}
	defer db.Close()
	for _, s := range append([]string{"DROP TRIGGER audit_keys", "DROP TRIGGER audit_stay"}, statements...) {
		if _, err := db.Exec(s); err != nil {
			o.Fatalf("%s: %v", s, err)
		}
	}
}

// broken runs verify on a desk and tells the place and the reason.
func (o *office) broken(args ...string) string {
	o.Helper()
	said, failed := o.run(1, append([]string{"verify", "--json"}, args...)...)
	var entry, why string
	for line := range strings.SplitSeq(said, "\n") {
		line = strings.Trim(line, " ,")
		if v, ok := strings.CutPrefix(line, `"entry": `); ok {
			entry = v
		}
		if v, ok := strings.CutPrefix(line, `"why": `); ok {
			why = strings.Trim(v, `"`)
		}
	}
	if !strings.Contains(failed, entry) {
		o.Errorf("the sentence does not name the place %s: %s", entry, failed)
	}
	return why + " " + entry
}

func TestVerifyFindsAndPlacesWhatWasDoneToTheAuditChain(t *testing.T) {
	o := newOffice(t)
	centre := "sqlite:" + o.folder + "-centre.db"
	o.deeds(6)
	o.sent()
	o.deeds(2)
	if said, _ := o.run(0, "verify"); !strings.Contains(said, "8 butir") {
		t.Errorf("a whole chain: %s", said)
	}
	for name, c := range map[string]struct {
		does []string
		want string
	}{
		"edit":          {[]string{"UPDATE audit SET why = 'lain' WHERE seq = 3"}, "changed 3"},
		"another actor": {[]string{"UPDATE audit SET operator = 'p9' WHERE seq = 5"}, "changed 5"},
		"delete":        {[]string{"DELETE FROM audit WHERE seq = 4"}, "missing 4"},
		"delete and close the gap": {[]string{"DELETE FROM audit WHERE seq = 4", "UPDATE audit SET seq = seq - 1 WHERE seq > 4"},
			"changed 4"},
		"first one": {[]string{"DELETE FROM audit WHERE seq = 1"}, "missing 1"},
		"reorder": {[]string{"UPDATE audit SET seq = 99 WHERE seq = 2", "UPDATE audit SET seq = 2 WHERE seq = 3",
			"UPDATE audit SET seq = 3 WHERE seq = 99"}, "changed 2"},
		"cut": {[]string{"DELETE FROM audit WHERE seq > 4"}, "cut 5"},
		"cut with what is remembered here": {[]string{"DELETE FROM audit WHERE seq > 4", "DROP TRIGGER audit_heads_stay",
			"DELETE FROM audit_heads"}, "cut 5"},
		"all of it": {[]string{"DELETE FROM audit"}, "cut 1"},
	} {
		t.Run(name, func(t *testing.T) {
			twin := &office{T: t, program: o.program, folder: t.TempDir() + "/copy"}
			if err := os.CopyFS(twin.folder, os.DirFS(o.folder)); err != nil {
				t.Fatal(err)
			}
			keepKeysPrivate(t, twin.folder)
			twin.behind(c.does...)
			if got := twin.broken("--to", centre); got != c.want {
				t.Errorf("found %q", got)
			}
		})
	}
}

func TestVerifyFindsACutTailByTheLastBackupAlone(t *testing.T) {
	o := newOffice(t)
	o.deeds(5)
	o.run(0, "backup")
	o.behind("DELETE FROM audit WHERE seq > 3")
	if got := o.broken(); got != "cut 4" {
		t.Errorf("found %q", got)
	}
}

func TestVerifyKnowsAChainThatWasWrittenAnew(t *testing.T) {
	o := newOffice(t)
	centre := "sqlite:" + o.folder + "-centre.db"
	o.deeds(2)
	twin := o.copied()
	o.deeds(2)
	o.sent()
	twin.deeds(5)
	if got := twin.broken("--to", centre); got != "another 4" {
		t.Errorf("found %q", got)
	}
}

func TestARestoredBackupIsToldByTheChainItself(t *testing.T) {
	o := newOffice(t)
	centre := "sqlite:" + o.folder + "-centre.db"
	o.deeds(3)
	backup := filepath.Join(t.TempDir(), "early.age")
	o.run(0, "backup", backup)
	o.deeds(4)
	o.sent()
	words, _ := o.run(0, "key", "export") // an entry that nobody was told of
	fresh := &office{T: t, program: o.program, folder: filepath.Join(t.TempDir(), "new")}
	fresh.run(0, "restore", backup, "--words", strings.TrimSpace(words))
	if said, _ := fresh.run(0, "verify", "--to", centre); !strings.Contains(said, "4 butir hilang karena cadangan dipulihkan") {
		t.Errorf("said %s", said)
	}
	fresh.run(0, "sync", "--to", centre)
	fresh.deeds(6)
	fresh.run(0, "sync", "--to", centre)
	if said, _ := fresh.run(0, "verify", "--to", centre); !strings.Contains(said, "utuh: 10 butir") {
		t.Errorf("said %s", said)
	}
}

func TestVerifyProvesNothingWithoutTheKey(t *testing.T) {
	o := newOffice(t)
	o.deeds(3)
	if err := os.RemoveAll(filepath.Join(o.folder, "keys")); err != nil {
		t.Fatal(err)
	}
	if _, failed := o.run(1, "verify"); !strings.Contains(failed, "3 butir tidak bisa dibuktikan") {
		t.Errorf("said %s", failed)
	}
}
