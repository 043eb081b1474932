package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/backup"
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/store"
)

// remains are the bytes by which a sealed person could still be found.
type remains map[string][]byte

func remainsOf(v models.Visit) remains {
	id := v.Identity
	return remains{"blob": id.Blob, "blob in hex": []byte(hex.EncodeToString(id.Blob)),
		"blob in base64": []byte(base64.StdEncoding.EncodeToString(id.Blob)), "NIK index": []byte(id.NIKIndex),
		"phone index": []byte(id.PhoneIndex), "person index": []byte(id.PersonIndex), "mask": []byte(id.Masked.Name)}
}

// in tells which remains are in the files of a folder, or in one file and those
// that begin with its name.
func (r remains) in(t *testing.T, path string) []string {
	t.Helper()
	var found []string
	files, err := filepath.Glob(path + "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files at %s, %v", path, err)
	}
	for _, file := range files {
		err := filepath.WalkDir(file, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := os.ReadFile(path)
			for name, trace := range r {
				if bytes.Contains(content, trace) {
					found = append(found, filepath.Base(path)+" holds the "+name)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// onServer tells which remains a centre's tables hold.
func (r remains) onServer(t *testing.T, url string) []string {
	t.Helper()
	pool, err := pgserver.Open(url, "", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	var found []string
	for table, body := range map[string]string{"centre_records": "body::text", "centre_history": "convert_from(body, 'UTF8')",
		"centre_quarantine": "convert_from(body, 'UTF8')"} {
		for name, trace := range r {
			if name == "blob" {
				continue // no text
			}
			var n int
			query := "SELECT count(*) FROM " + table + " WHERE strpos(" + body + ", $1) > 0"
			if err := pool.QueryRow(query, string(trace)).Scan(&n); err != nil {
				t.Fatal(err)
			}
			if n > 0 {
				found = append(found, table+" holds the "+name)
			}
		}
	}
	return found
}

// met records a visitor some days ago and tells the visit.
func (o *office) met(days int, who models.Identity) models.Visit {
	o.Helper()
	ctx := context.Background()
	p, err := Open(ctx, Options{Folder: o.folder, Clock: machineClock})
	if err != nil {
		o.Fatal(err)
	}
	at := time.Now().AddDate(0, 0, -days)
	r, err := p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Guest: true, Visitor: who})
	if err != nil {
		o.Fatal(err)
	}
	if err := p.Close(); err != nil {
		o.Fatal(err)
	}
	return r.Visit
}

func (o *office) erase(id string) {
	o.Helper()
	s, err := store.Open(context.Background(), o.folder, machineClock)
	if err != nil {
		o.Fatal(err)
	}
	if err := s.EraseIdentities(context.Background(), []string{id}); err != nil {
		o.Fatal(err)
	}
	if err := s.Close(); err != nil {
		o.Fatal(err)
	}
}

func (o *office) restored(file string) *office {
	o.Helper()
	fresh := &office{T: o.T, program: o.program, folder: filepath.Join(o.TempDir(), "new"), env: o.env}
	words, _ := o.run(0, "key", "export")
	fresh.run(0, "restore", file, "--words", strings.TrimSpace(words))
	return fresh
}

func TestAPersonPastHerTimeIsFoundNowhere(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	server.CreateDatabase(t, "pusat")
	for name, target := range map[string]string{"file": "sqlite:" + filepath.Join(t.TempDir(), "pusat.db"),
		"postgres": server.URL(pgtest.Superuser, "pusat")} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, "FRONTDESK_SYNC_TARGET="+target)
			o.run(0, "centre", "init")
			old, recent := o.met(89, canary), o.met(10, models.Identity{Name: "Budi Percobaan", NIK: "6402010101900003"})
			o.sent()
			centre := func(r remains) []string {
				if file, ok := strings.CutPrefix(target, "sqlite:"); ok {
					return r.in(t, file)
				}
				return r.onServer(t, target)
			}
			her, other := remainsOf(old), remainsOf(recent)
			if len(her.in(t, o.folder+"/")) == 0 || len(centre(her)) == 0 {
				t.Fatal("the search does not find her while she is kept")
			}
			file := filepath.Join(t.TempDir(), "with-her.age")
			o.run(0, "backup", file)
			twin := o.copied()

			o.env = append(o.env, "FRONTDESK_RETENTION_DAYS=80")
			twin.env = o.env
			o.sent()
			for where, found := range map[string][]string{"desk": her.in(t, o.folder+"/"), "centre": centre(her)} {
				if len(found) > 0 {
					t.Errorf("%s: %v", where, found)
				}
			}
			if len(other.in(t, o.folder+"/")) == 0 || len(centre(other)) == 0 {
				t.Error("who came later is gone too")
			}
			twin.sent()
			o.sent()
			back := o.restored(file)
			for where, found := range map[string][]string{"clone": her.in(t, twin.folder+"/"), "restored": her.in(t, back.folder+"/")} {
				if len(found) > 0 {
					t.Errorf("%s: %v", where, found)
				}
			}
			back.sent()
			if found := append(her.in(t, back.folder+"/"), centre(her)...); len(found) > 0 {
				t.Errorf("after the restored desk synced: %v", found)
			}
		})
	}
}

func TestAPersonErasedOnRequestDoesNotComeBackWithAnOlderBackup(t *testing.T) {
	o := newOffice(t)
	visit := o.met(1, canary)
	o.run(0, "backup")
	file := backup.Path(o.folder, o.today())
	her := remainsOf(visit)
	if back := o.restored(file); len(her.in(t, back.folder+"/")) == 0 {
		t.Fatal("she was not in the backup")
	}
	o.erase(visit.ID)
	if back := o.restored(file); len(her.in(t, back.folder+"/")) > 0 {
		t.Errorf("after a restore: %v", her.in(t, back.folder+"/"))
	}
	// The same when the program mends a damaged file from it.
	if err := os.Truncate(filepath.Join(o.folder, store.FileName), 9000); err != nil {
		t.Fatal(err)
	}
	o.run(0, "visits", "--date", o.today())
	if found := her.in(t, filepath.Join(o.folder, store.FileName)); len(found) > 0 {
		t.Errorf("after a repair: %v", found)
	}
}

// today is the mall's business date.
func (o *office) today() string {
	o.Helper()
	list, err := filepath.Glob(filepath.Join(o.folder, store.BackupFolder, "*"+store.BackupSuffix))
	if err != nil || len(list) == 0 {
		o.Fatalf("%d backups, %v", len(list), err)
	}
	name := filepath.Base(list[len(list)-1])
	return strings.TrimSuffix(strings.TrimPrefix(name, "frontdesk-"), store.BackupSuffix)
}

func TestRetentionCountsWhatItErased(t *testing.T) {
	o := newOffice(t)
	o.met(200, canary)
	o.met(91, canary)
	o.met(89, canary)
	var answer retentionAnswer
	o.ask(&answer, "retention")
	if answer.Days != 90 || answer.Erased != 2 || answer.Kept != 1 || answer.Oldest == nil {
		t.Errorf("%+v", answer)
	}
	o.ask(&answer, "retention", "--at", time.Now().AddDate(0, 0, 2).Format(time.RFC3339))
	if answer.Erased != 1 || answer.Kept != 0 {
		t.Errorf("two days later: %+v", answer)
	}
	if said, _ := o.run(0, "verify"); !strings.Contains(said, "2 butir") {
		t.Errorf("the purges are not provable: %s", said)
	}
}

func TestAClockThatJumpedErasesNothingByItself(t *testing.T) {
	o := newOffice(t)
	o.met(1, canary)
	ctx := context.Background()
	p, err := Open(ctx, Options{Folder: o.folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	now := time.Now()
	if _, err := p.Desk.Purge(ctx, now, 90, false); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Desk.Purge(ctx, now.AddDate(4, 0, 0), 90, false); models.SaysOf(err).Key != "retention.jump" {
		t.Errorf("said %v", err)
	}
	kept, err := p.Store.Retained(ctx, now)
	if err != nil || kept.Kept != 1 {
		t.Errorf("%+v, %v", kept, err)
	}
	if purge, err := p.Desk.Purge(ctx, now.AddDate(0, 0, 44), 90, false); err != nil || purge.Erased != 0 {
		t.Errorf("a mall that was closed for six weeks: %+v, %v", purge, err)
	}
}
