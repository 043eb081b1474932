package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// monday is a Monday morning on which most agencies of the sample are open.
var monday = time.Date(2026, time.November, 23, 0, 41, 0, 0, time.UTC)

// openStore opens a file, for the tests of files.
func openStore(t testing.TB, folder string, clock models.Clock) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), folder, clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func stopped(at time.Time) models.Clock { return models.ClockFunc(func() time.Time { return at }) }

// ids makes predictable ids.
func ids() models.IDSource {
	n := 0
	return func() string {
		n++
		return fmt.Sprintf("00000000-0000-7000-8000-%012d", n)
	}
}

// bench is a desk at work on a store, with its clock in the test's hand.
type bench struct {
	*desk.Desk
	store    *store.Store
	now      time.Time
	storeNow time.Time
	parts    desk.Options
}

// openDesk sets up desk number on a fresh folder or, by
// FRONTDESK_TEST_DATABASE=postgres, in a fresh schema of a real server.
func openDesk(t testing.TB, number int) *bench {
	t.Helper()
	return deskOn(t, newPlace(t), number)
}

func deskOn(t testing.TB, p place, number int) *bench {
	t.Helper()
	b := &bench{now: monday, storeNow: monday}
	b.setUp(t, p.mustOpen(t, models.ClockFunc(func() time.Time { return b.storeNow })), number)
	return b
}

// setUp makes desk number on an empty store.
func (b *bench) setUp(t testing.TB, s *store.Store, number int) {
	t.Helper()
	b.store = s
	newID := ids()
	folder, err := s.Prepare(context.Background(), models.Desk{ID: newID(), Number: number, Name: "Meja uji"},
		directory.Sample(), func() (models.KeyRef, error) { return models.KeyRef{ID: "k", Place: "file"}, nil })
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := guard.NewSealer(zeros{}, guard.Key{1})
	if err != nil {
		t.Fatal(err)
	}
	mall, stamp, err := s.Directory(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	b.parts = desk.Options{Store: s, Sealer: sealer, NewID: newID, RandomID: newID, Self: folder.Self, Directory: mall, Stamp: stamp,
		Clock: models.ClockFunc(func() time.Time { return b.now })}
	b.Desk = desk.New(b.parts)
}

// practising is the same desk under --now.
func (b *bench) practising() *desk.Desk {
	parts := b.parts
	parts.Practice = true
	return desk.New(parts)
}

// zeros is the entropy of tests.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func (b *bench) mustCheckIn(t testing.TB, c desk.CheckIn) desk.Receipt {
	t.Helper()
	r, err := b.CheckIn(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func errands(codes ...string) []desk.Errand {
	list := make([]desk.Errand, len(codes))
	for i, code := range codes {
		list[i].Service = code
	}
	return list
}

func TestTheDirectoryComesBackAsItWasImported(t *testing.T) {
	b := openDesk(t, 1)
	back, _, err := b.store.Directory(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if changes := directory.Compare(directory.Sample(), back); !changes.None() {
		t.Errorf("changed on its way: %+v", changes)
	}
}

func TestAnEntryLackingInANewFileIsArchivedAndMayComeBack(t *testing.T) {
	b := openDesk(t, 1)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("POS-01")})
	smaller := directory.Sample()
	smaller.Agencies = smaller.Agencies[:3]
	smaller.LifeEvents = nil
	ctx := context.Background()
	if err := b.store.ReplaceDirectory(ctx, smaller); err != nil {
		t.Fatal(err)
	}
	if d, _, _ := b.store.Directory(ctx, 0); len(d.Agencies) != 3 {
		t.Fatalf("%d agencies in use", len(d.Agencies))
	}
	if err := b.store.ReplaceDirectory(ctx, directory.Sample()); err != nil {
		t.Fatal(err)
	}
	back, _, _ := b.store.Directory(ctx, 0)
	if changes := directory.Compare(directory.Sample(), back); !changes.None() {
		t.Errorf("not back whole: %+v", changes)
	}
}

func TestAnOpenDeskTakesOverWhatWasImportedBesideIt(t *testing.T) {
	b := openDesk(t, 1)
	newer := directory.Sample()
	newer.Agencies = newer.Agencies[:2]
	ctx := context.Background()
	b.storeNow = monday.Add(time.Minute)
	if err := b.store.ReplaceDirectory(ctx, newer); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Today(ctx, monday); err != nil {
		t.Fatal(err)
	}
	if got := len(b.Catalogue().Directory.Agencies); got != 2 {
		t.Errorf("%d agencies are known", got)
	}
}

func TestAnotherMallTakesOverOnlyWithoutRealVisits(t *testing.T) {
	ctx := context.Background()
	other := directory.Sample()
	other.Mall.Code = "MPP-6409"

	fresh := openDesk(t, 1)
	if err := fresh.store.ReplaceDirectory(ctx, other); err != nil {
		t.Fatal(err)
	}
	if d, _, _ := fresh.store.Directory(ctx, 0); d.Mall.Code != "MPP-6409" {
		t.Errorf("still %s", d.Mall.Code)
	}

	used := openDesk(t, 1)
	used.mustCheckIn(t, desk.CheckIn{Errands: errands("DUK-02")})
	if err := used.store.ReplaceDirectory(ctx, other); models.KindOf(err) != models.KindRefused {
		t.Errorf("got %v", err)
	}
	if d, _, _ := used.store.Directory(ctx, 0); d.Mall.Code != "MPP-6402" {
		t.Errorf("changed to %s", d.Mall.Code)
	}
}

func TestANewerSchemaIsRefusedInWords(t *testing.T) {
	p := newPlace(t)
	if err := p.mustOpen(t, stopped(monday)).SetSchemaVersionForTest(99); err != nil {
		t.Fatal(err)
	}
	_, err := p(stopped(monday))
	if models.KindOf(err) != models.KindFault {
		t.Errorf("got %v", err)
	}
}

func TestADamagedFileIsRefusedInWords(t *testing.T) {
	folder := t.TempDir()
	writeFile(t, filepath.Join(folder, store.FileName), "this is no database, only text that is long enough to be read as a header")
	_, err := store.Open(context.Background(), folder, stopped(monday))
	if models.KindOf(err) != models.KindFault {
		t.Errorf("got %v", err)
	}
}
