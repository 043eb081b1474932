package store_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

func TestBothDatabasesHaveTheSameSteps(t *testing.T) {
	steps := func(folder string) (names []string) {
		entries, err := os.ReadDir("migrations/" + folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	if file, server := steps("sqlite"), steps("postgres"); !slices.Equal(file, server) {
		t.Errorf("a file has %v, a server %v", file, server)
	}
}

func TestProgramsThatStartAtOnceMakeTheTablesOnce(t *testing.T) {
	p := serverPlace(t)
	var starts sync.WaitGroup
	for range 4 {
		starts.Go(func() {
			s, err := p(stopped(monday))
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	starts.Wait()
}

// Two programs on one server write at the same time; each transaction counts,
// and each sees what the other did.
func TestWritersOnAServerTakeTurns(t *testing.T) {
	p := serverPlace(t)
	b := deskOn(t, p, 1)
	other := p.mustOpen(t, stopped(monday))
	ctx := context.Background()
	before, err := other.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	const each = 25
	taken := make(chan int, 2*each)
	var clerks sync.WaitGroup
	for _, s := range []*store.Store{b.store, other} {
		clerks.Go(func() {
			for range each {
				err := s.Write(ctx, func(tx models.Tx) error {
					n, err := tx.TakeSequence("MPP-6402", "2026-11-23", "1A", 1)
					taken <- n
					return err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	clerks.Wait()
	close(taken)
	numbers := map[int]bool{}
	for n := range taken {
		numbers[n] = true
	}
	if len(numbers) != 2*each || !numbers[1] || !numbers[2*each] {
		t.Errorf("%d numbers", len(numbers))
	}
	if after, err := other.Revision(ctx); err != nil || after != before+2*each {
		t.Errorf("revision %d after %d, %v", after, before, err)
	}
}

func TestTheSameRecordHasTheSameHashOnBothDatabases(t *testing.T) {
	hashes := func(b *bench) (list []models.Change) {
		b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02", "SAM-01"), Priorities: []models.Priority{"elderly"},
			Visitor: models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002", Phone: "081234567890"}})
		b.mustNext(t, "DUK-1")
		return b.changes(t)
	}
	folder := t.TempDir()
	onFile := hashes(deskOn(t, func(clock models.Clock, options ...store.Option) (*store.Store, error) {
		return store.Open(context.Background(), folder, clock, options...)
	}, 1))
	onServer := hashes(deskOn(t, serverPlace(t), 1))
	if len(onFile) != len(onServer) {
		t.Fatalf("%d and %d records", len(onFile), len(onServer))
	}
	for i, c := range onFile {
		if d := onServer[i]; string(c.Body) != string(d.Body) || !slices.Equal(c.Hash, d.Hash) || !d.Sound() {
			t.Errorf("%v\non a file   %s\non a server %s", c.RowKey, c.Body, d.Body)
		}
	}
}

func TestAServersTroubleIsToldInWords(t *testing.T) {
	server := postgres.Server()
	open := func(url string) error {
		s, err := store.OpenServer(context.Background(), url, "", stopped(monday))
		if err == nil {
			err = s.Close()
		}
		return err
	}
	for url, key := range map[string]string{
		"mysql://x@y/z":                                                             "database.address",
		server.URL("frontdesk", "nowhere"):                                          "database.missing",
		server.URL("stranger", "postgres"):                                          "database.password",
		"postgres://frontdesk@127.0.0.1:1/postgres?sslmode=disable":                 "database.gone",
		"postgres://frontdesk@localhost:" + strconv.Itoa(server.Port) + "/postgres": "database.certificate",
	} {
		var known *models.Error
		if err := open(url); !errors.As(err, &known) || known.Says.Key != key {
			t.Errorf("%s gave %v, not %s", url, err, key)
		}
	}
}

func TestAServerMakesItsOwnBackups(t *testing.T) {
	s := serverPlace(t).mustOpen(t, stopped(monday))
	if err := s.CopyTo(context.Background(), t.TempDir()+"/copy.db"); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
}

// A server that restarts under an open store costs one answer at most.
func TestAStoreGoesOnAfterItsServerCameBack(t *testing.T) {
	p := serverPlace(t)
	b := deskOn(t, p, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	postgres.Server().Restart(t, "immediate")
	_, first := b.CheckIn(context.Background(), desk.CheckIn{Errands: errands("DUK-02")})
	b.now = b.now.Add(time.Second)
	second := b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	want := "1A-003"
	if first != nil {
		want = "1A-002"
	}
	if got := numbers(second)[0]; got != want {
		t.Errorf("got %s after %v", got, first)
	}
}

// The feed comes along as it is, so that the centre stays in step.
func TestACopyOnAServerHasTheSameFeed(t *testing.T) {
	folder := t.TempDir()
	from, err := store.Open(context.Background(), folder, stopped(monday))
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{now: monday, storeNow: monday}
	b.setUp(t, from, 3)
	visitor := models.Identity{Name: "Wulan Contoh", NIK: "6402065708900002"}
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02", "SAM-01"), Visitor: visitor})
	if err := from.MoveTo(context.Background(), 3, "chain"); err != nil {
		t.Fatal(err)
	}
	to := serverPlace(t).mustOpen(t, stopped(monday))
	_, err = store.CopyToServer(context.Background(), folder, to, stopped(monday))
	if models.KindOf(err) != models.KindRefused {
		t.Errorf("while the file is open: %v", err)
	}
	want, wantState := b.changes(t), mustState(t, from)
	if err := from.Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := store.CopyToServer(context.Background(), folder, to, stopped(monday))
	if err != nil || rows["tickets"] != 2 || rows["visits"] != 1 {
		t.Fatalf("%v, %v", rows, err)
	}
	b.store = to
	got, gotState := b.changes(t), mustState(t, to)
	if gotState.Acked != 3 || gotState.Chain != "chain" || gotState.DeskID != wantState.DeskID || gotState.LastPos != wantState.LastPos {
		t.Errorf("stands at %+v", gotState)
	}
	if !slices.EqualFunc(got, want, func(a, b models.Change) bool {
		return a.RowKey == b.RowKey && a.Pos == b.Pos && a.Version == b.Version && slices.Equal(a.Hash, b.Hash) && a.Sound()
	}) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func mustState(t testing.TB, s *store.Store) models.SyncState {
	t.Helper()
	state, err := s.SyncState(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return state
}
