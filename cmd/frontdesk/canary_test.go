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
	"unicode/utf16"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// canary is a made-up visitor whose values must be found nowhere.
var canary = models.Identity{Name: "Zuraidah Kenari", NIK: "6402065708900077", Phone: "081255501234", Purpose: "menemui Kenarisari"}

// traces are the canary's values in every dress they could be written in.
func traces() map[string][]byte {
	all := map[string][]byte{}
	for _, value := range []string{canary.Name, "Zuraidah", "Kenari", canary.NIK, canary.Phone,
		"6281255501234", "81255501234", "0812-5550-1234", "Kenarisari"} {
		for _, cased := range []string{value, strings.ToLower(value), strings.ToUpper(value)} {
			addTraces(all, cased)
		}
	}
	return all
}

func addTraces(all map[string][]byte, value string) {
	all["plain "+value] = []byte(value)
	all["hex "+value] = []byte(hex.EncodeToString([]byte(value)))
	all["HEX "+value] = []byte(strings.ToUpper(hex.EncodeToString([]byte(value))))
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(value)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	all["utf-16le "+value], all["utf-16be "+value] = little, big
	for shift := range 3 {
		// Within a longer text base64 depends on the place: these letters of
		// each of the three shifts are the same wherever the value stands. A
		// shorter piece would be met by chance in what is encrypted.
		coded := base64.RawStdEncoding.EncodeToString(append(make([]byte, shift), value...))
		first, end := (shift*8+5)/6, (shift+len(value))*8/6
		all["base64 "+value+string(rune('0'+shift))] = []byte(coded[first:end])
	}
}

func TestNoNameNIKOrPhoneIsInAnyFileOrMessage(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	p, err := Open(ctx, Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	at, err := readInstant(monday)
	if err != nil {
		t.Fatal(err)
	}
	errand := []desk.Errand{{Service: "DUK-02"}}
	var said []string
	for range 3 {
		receipt, err := p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Errands: errand, Visitor: canary})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range receipt.Warnings {
			said = append(said, p.Speak.Say(w.Says))
		}
	}
	if _, err := p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Guest: true, Visitor: canary}); err != nil {
		t.Fatal(err)
	}
	odd := canary
	odd.NIK = canary.NIK + "9"
	_, err = p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Errands: []desk.Errand{{Service: "KPP-01"}}, Visitor: odd})
	if err == nil {
		t.Fatal("the closed agency gave a number")
	}
	said = append(said, err.Error(), p.Speak.Error(err))
	people, err := p.Desk.Returning(ctx, models.ByNIK, canary.NIK)
	if err != nil || len(people) == 0 {
		t.Fatalf("%d returning, %v", len(people), err)
	}
	if back, err := p.Desk.Reveal(ctx, people[0].VisitID, "test"); err != nil || back.Name != canary.Name {
		t.Fatalf("the identity did not come back: %v", err)
	}

	search(t, "message", []byte(strings.Join(said, "\n")))
	searchFiles(t, folder) // with the write-ahead log beside the database
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	searchFiles(t, folder)
}

func TestTheListShowsTheCanaryMasked(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	p, err := Open(ctx, Options{Folder: folder, Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	at, _ := readInstant(monday)
	if _, err := p.Desk.CheckIn(ctx, desk.CheckIn{At: at, Errands: []desk.Errand{{Service: "DUK-02"}}, Visitor: canary}); err != nil {
		t.Fatal(err)
	}
	visits, err := p.Desk.Visits(ctx, monday[:10])
	if err != nil {
		t.Fatal(err)
	}
	want := models.MaskedIdentity{Name: "Z•••• K••••", NIK: "6402••••••••0077", Phone: "••••234"}
	if got := visits[0].Identity.Masked; got != want {
		t.Errorf("got %+v", got)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func TestTheSearchFindsATraceWhereThereIsOne(t *testing.T) {
	for name, trace := range traces() {
		if hit := findTrace(append([]byte("before "), trace...)); hit == "" {
			t.Errorf("%s would not be found", name)
		}
	}
}

func searchFiles(t *testing.T, folder string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		content, err := os.ReadFile(path)
		search(t, filepath.Base(path), content)
		search(t, "a file's name", []byte(path))
		return err
	})
	if err != nil || files == 0 {
		t.Fatalf("%d files, %v", files, err)
	}
}

func search(t *testing.T, where string, content []byte) {
	t.Helper()
	if hit := findTrace(content); hit != "" {
		t.Errorf("%s holds %s", where, hit)
	}
}

func findTrace(content []byte) string {
	for name, trace := range traces() {
		if bytes.Contains(content, trace) {
			return name
		}
	}
	return ""
}
