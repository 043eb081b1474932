package backup_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/backup"
	"frontdesk/internal/directory"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/simulate"
	"frontdesk/internal/store"
)

// monday is the morning after the simulated days.
var monday = time.Date(2026, time.November, 23, 0, 41, 0, 0, time.UTC)

var clock = models.ClockFunc(func() time.Time { return monday })

// drawer is a keyring that does not answer, as on a server.
type drawer struct{}

func (drawer) Get(string) (string, error) { return "", errors.New("no keyring") }
func (drawer) Set(string, string) error   { return errors.New("no keyring") }

func keeper(folder string) guard.Keeper {
	return guard.Keeper{Folder: folder, Keyring: drawer{}, Entropy: rand.Reader}
}

var key = guard.Key{1, 2, 3}

func open(t testing.TB, folder string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), folder, clock)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func shut(t testing.TB, s *store.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// fill makes folder a desk with simulated days and its key in a file.
func fill(t testing.TB, folder string, days, visits int) *store.Store {
	t.Helper()
	ctx, s := context.Background(), open(t, folder)
	made, err := s.Prepare(ctx, models.Desk{ID: "00000000-0000-7000-8000-000000000001", Number: 1, Name: "Meja uji"},
		directory.Sample(), func() (models.KeyRef, error) { return keeper(folder).Keep(key) })
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := guard.NewSealer(rand.Reader, key)
	if err != nil {
		t.Fatal(err)
	}
	simulator := simulate.Simulator{Store: s, Sealer: sealer, Self: made.Self, Directory: directory.Sample()}
	if _, err := simulator.Run(ctx, simulate.Plan{Days: days, Visits: visits, Seed: 1, Until: monday.AddDate(0, 0, -1)}); err != nil {
		t.Fatal(err)
	}
	return s
}

func maker(folder string, s *store.Store) backup.Maker {
	return backup.Maker{Folder: folder, Store: s, Key: key, Now: monday, Date: "2026-11-23"}
}

func restorer(folder string, with guard.Key) backup.Restorer {
	return backup.Restorer{Keeper: keeper(folder), Clock: clock, Find: func(string) (guard.Key, error) { return with, nil }}
}

func examine(t testing.TB, folder string) store.Contents {
	t.Helper()
	c, err := store.Examine(context.Background(), filepath.Join(folder, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// names lists all files under folder.
func names(t testing.TB, folder string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && path != folder {
			name, _ := filepath.Rel(folder, path)
			list = append(list, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestABackupBringsEveryRecordToANewComputer(t *testing.T) {
	folder, ctx := t.TempDir(), context.Background()
	if err := os.WriteFile(filepath.Join(folder, "settings.toml"), []byte("[desk]\nnumber = 4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := fill(t, folder, 2, 80)
	made, err := maker(folder, s).Daily(ctx)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	if info, err := os.Stat(made.Path); err != nil || info.Mode().Perm() != 0o600 || info.Size() != made.Size {
		t.Errorf("%v, %v", info, err)
	}
	if left := names(t, filepath.Join(folder, "backups")); !slices.Equal(left, []string{"frontdesk-2026-11-23.age"}) {
		t.Errorf("left in the folder: %v", left)
	}

	words := key.RecoveryWords()
	onPaper, err := guard.KeyFromWords(words)
	if err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(t.TempDir(), "new", "desk")
	about, err := restorer(fresh, onPaper).Restore(ctx, made.Path, fresh)
	if err != nil {
		t.Fatal(err)
	}
	if about.BusinessDate != "2026-11-23" || about.Rows["visits"] != 160 {
		t.Errorf("got %+v", about)
	}
	if got := examine(t, fresh); !maps.Equal(got.Rows, made.Rows) {
		t.Errorf("%v came back of %v", got.Rows, made.Rows)
	}
	if text, err := os.ReadFile(filepath.Join(fresh, "settings.toml")); err != nil || !strings.Contains(string(text), "number = 4") {
		t.Errorf("settings: %q, %v", text, err)
	}
	openIdentities(t, fresh)
}

// openIdentities proves that the key was installed with the records.
func openIdentities(t *testing.T, folder string) {
	t.Helper()
	ctx, s := context.Background(), open(t, folder)
	defer shut(t, s)
	found, err := s.Prepare(ctx, models.Desk{Number: 1}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := keeper(folder).Unlock(found.Keys)
	if err != nil || !sealer.Ready() {
		t.Fatalf("locked: %v", err)
	}
	visits, err := s.Visits(ctx, []string{"MPP-6402"}, "2026-11-20")
	if err != nil {
		t.Fatal(err)
	}
	opened := 0
	for _, v := range visits {
		if person, err := sealer.Open(v.ID, v.Identity); err != nil {
			t.Error(err)
		} else if !person.Empty() {
			opened++
		}
	}
	if opened == 0 {
		t.Error("nobody was opened")
	}
}

func TestCheckInsGoOnWhileABackupIsMade(t *testing.T) {
	folder := t.TempDir()
	s := fill(t, folder, 1, 50)
	defer shut(t, s)
	m, done := maker(folder, s), make(chan error)
	go func() {
		_, err := m.Daily(context.Background())
		done <- err
	}()
	simulated, err := simulateMore(s, 30)
	if err != nil || simulated == 0 {
		t.Errorf("%d, %v", simulated, err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func simulateMore(s *store.Store, visits int) (int, error) {
	sealer, err := guard.NewSealer(rand.Reader, key)
	if err != nil {
		return 0, err
	}
	simulator := simulate.Simulator{Store: s, Sealer: sealer, Directory: directory.Sample(),
		Self: models.Desk{ID: "00000000-0000-7000-8000-000000000001", Number: 1}}
	r, err := simulator.Run(context.Background(), simulate.Plan{Days: 1, Visits: visits, Seed: 9, Until: monday})
	return r.Visits, err
}

func TestALaterBackupOfTheDayTakesThePlaceOfTheEarlier(t *testing.T) {
	folder, ctx := t.TempDir(), context.Background()
	s := fill(t, folder, 1, 20)
	defer shut(t, s)
	first, err := maker(folder, s).Daily(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := simulateMore(s, 10); err != nil {
		t.Fatal(err)
	}
	second, err := maker(folder, s).Daily(ctx)
	if err != nil || second.Path != first.Path || second.Rows["visits"] != 30 {
		t.Errorf("%+v, %v", second, err)
	}
}

func TestOnlyANewOrEmptyFolderTakesARestore(t *testing.T) {
	file, folder := someBackup(t), t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "letter.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := restorer(folder, key).Restore(context.Background(), file, folder); models.KindOf(err) != models.KindUsage {
		t.Errorf("got %v", err)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"letter.txt"}) {
		t.Errorf("now there is %v", got)
	}
}

func someBackup(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	s := fill(t, folder, 1, 30)
	defer shut(t, s)
	path := filepath.Join(t.TempDir(), "stick.age")
	if _, err := maker(folder, s).To(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAWrongKeyAndABrokenFileGetASentenceAndLeaveNothing(t *testing.T) {
	good, err := os.ReadFile(someBackup(t))
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 4
	for _, c := range []struct {
		name    string
		content []byte
		key     guard.Key
		says    string
	}{
		{"another mall's key", good, guard.Key{9}, "backup.other_key"},
		{"a flipped bit", flipped, key, "backup.broken"},
		{"cut at the end", good[:len(good)-1], key, "backup.broken"},
		{"cut in the middle", good[:len(good)/2], key, "backup.broken"},
		{"cut in the header", good[:60], key, "backup.broken"},
		{"longer than it was", append(bytes.Clone(good), 0), key, "backup.broken"},
		{"empty", nil, key, "backup.not_one"},
		{"some text", []byte("dear colleague, here is the file that you asked for"), key, "backup.not_one"},
	} {
		for _, there := range []bool{false, true} {
			file, folder := filepath.Join(t.TempDir(), "file"), filepath.Join(t.TempDir(), "new")
			if err := os.WriteFile(file, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			if there {
				if err := os.Mkdir(folder, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			_, err := restorer(folder, c.key).Restore(context.Background(), file, folder)
			var told *models.Error
			if !errors.As(err, &told) || told.Says.Key != c.says {
				t.Errorf("%s: %v", c.name, err)
			}
			if _, err := os.Stat(folder); !there && !errors.Is(err, os.ErrNotExist) {
				t.Errorf("%s: the folder stayed", c.name)
			}
			if there && len(names(t, folder)) > 0 {
				t.Errorf("%s: left %v", c.name, names(t, folder))
			}
		}
	}
}

// Every length of a cut file and a flipped bit anywhere is found: nothing is
// believed before its authentication.
func TestNoCutAndNoFlippedBitIsTakenForABackup(t *testing.T) {
	good, err := os.ReadFile(someBackup(t))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	for i := range 60 {
		bad := bytes.Clone(good)
		at := i * len(good) / 60
		if i%2 == 0 {
			bad = bad[:at]
		} else {
			bad[at] ^= 1 << (i % 8)
		}
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(t.TempDir(), "new")
		if _, err := restorer(folder, key).Restore(context.Background(), file, folder); err == nil {
			t.Errorf("byte %d of %d", at, len(good))
		}
	}
}

func TestABackupIsNeverWrittenOverAFile(t *testing.T) {
	folder := t.TempDir()
	s := fill(t, folder, 1, 5)
	defer shut(t, s)
	path := filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(path, []byte("photo"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := maker(folder, s).To(context.Background(), path); models.KindOf(err) != models.KindUsage {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "photo" {
		t.Error("the file changed")
	}
}

func TestADamagedDatabaseIsNotBackedUp(t *testing.T) {
	folder := t.TempDir()
	s := fill(t, folder, 2, 150)
	if _, err := maker(folder, s).Daily(context.Background()); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(backup.Path(folder, "2026-11-23"))
	shut(t, s)
	zero(t, filepath.Join(folder, store.FileName), 20*4096, 40*4096)
	s, err := store.Open(context.Background(), folder, clock)
	if err == nil {
		_, err = maker(folder, s).Daily(context.Background())
		shut(t, s)
	}
	if !store.Damaged(err) {
		t.Errorf("got %v", err)
	}
	if after, _ := os.ReadFile(backup.Path(folder, "2026-11-23")); !bytes.Equal(before, after) {
		t.Error("the good backup was touched")
	}
}

func zero(t testing.TB, path string, from, to int) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(content[from:to])
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
