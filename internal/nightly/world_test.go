package nightly

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// monday is when the tests' time begins.
var monday = time.Date(2026, time.November, 23, 0, 41, 0, 0, time.UTC)

// world is a mall with a centre and desks, all in real files, whose time, ids
// and faults are in the test's hand.
type world struct {
	testing.TB
	rand    *rand.Rand
	now     time.Time
	ids     int
	desks   []*station
	centre  *SQLCentre
	open    func() *SQLCentre // opens the centre anew
	mallID  string
	stopped string // failpoint that cuts the next run short
}

// station is one desk of the world.
type station struct {
	*world
	folder string
	store  *store.Store
	skew   time.Duration // its clock against the world's
	stuck  time.Time     // where its clock stands still; zero while it goes
	self   models.Desk
}

// Now is the desk's clock.
func (s *station) Now() time.Time {
	if !s.stuck.IsZero() {
		return s.stuck
	}
	return s.now.Add(s.skew)
}

// blank holds the files of a desk and a centre that have seen nothing yet;
// making them takes longer than copying them.
var blank struct {
	once         sync.Once
	desk, centre []byte
	self         models.Desk
}

func makeBlank(t testing.TB) {
	t.Helper()
	blank.once.Do(func() {
		ctx, clock := context.Background(), models.ClockFunc(func() time.Time { return monday })
		folder, err := os.MkdirTemp("", "frontdesk-blank-")
		must(t, err)
		defer os.RemoveAll(folder)
		s, err := store.Open(ctx, folder, clock, store.WithSession("blank"))
		must(t, err)
		mall := directory.Sample()
		mall.Agencies, mall.LifeEvents = mall.Agencies[:1], nil
		made, err := s.Prepare(ctx, models.Desk{ID: "desk-1", Number: 1, Name: "Meja 1"}, mall,
			func() (models.KeyRef, error) { return models.KeyRef{ID: "k", Place: "file"}, nil })
		must(t, err)
		must(t, s.Close())
		blank.self = made.Self
		path := filepath.Join(folder, "centre.db")
		c, err := Open(ctx, "sqlite:"+path, Access{Clock: clock, Create: true})
		must(t, err)
		must(t, c.Init(ctx))
		must(t, c.Enrol(ctx, made.Self))
		must(t, c.Close())
		blank.desk, blank.centre = readFile(t, filepath.Join(folder, store.FileName)), readFile(t, path)
	})
}

// newWorld makes one desk and a centre in a file.
func newWorld(t testing.TB, seed uint64) *world {
	t.Helper()
	makeBlank(t)
	w := &world{TB: t, rand: rand.New(rand.NewPCG(seed, 2)), now: monday, mallID: blank.self.MallID}
	path := filepath.Join(t.TempDir(), "centre.db")
	writeFile(t, path, blank.centre)
	w.open = func() *SQLCentre {
		c, err := Open(context.Background(), "sqlite:"+path, Access{Clock: models.ClockFunc(func() time.Time { return w.now })})
		must(t, err)
		return c
	}
	w.connect()
	t.Cleanup(func() { w.centre.Close() })
	w.addDesk(blank.desk)
	return w
}

// connect opens the centre anew.
func (w *world) connect() {
	w.centre = w.open()
	w.centre.fail = w.cut
}

// cut is the power cut at the failpoint named by stopped.
func (w *world) cut(name string) error {
	if name == w.stopped {
		w.stopped = ""
		return errCut
	}
	return nil
}

var errCut = fmt.Errorf("the power is cut")

// addDesk starts a desk on a copy of a file.
func (w *world) addDesk(file []byte) *station {
	s := &station{world: w, folder: w.TempDir(), self: blank.self}
	writeFile(w, filepath.Join(s.folder, store.FileName), file)
	w.desks = append(w.desks, s)
	s.start()
	w.Cleanup(func() { s.store.Close() })
	return s
}

// start opens the desk's file, as a program does that starts.
func (s *station) start() {
	var err error
	s.store, err = store.Open(context.Background(), s.folder, s, store.WithSession(s.newID()))
	must(s, err)
}

func (s *station) restart() {
	must(s, s.store.Close())
	s.start()
}

// newID makes predictable ids.
func (w *world) newID() string {
	w.ids++
	return fmt.Sprintf("00000000-0000-7000-8000-%012d", w.ids)
}

// engine is the desk's sync.
func (s *station) engine() *Engine {
	e := NewEngine(Options{Feed: s.store, Centre: s.centre, Clock: s, NewID: s.newID, Batch: 5})
	e.fail = s.cut
	return e
}

// sync runs once and fails the test on an error.
func (s *station) sync() Result {
	s.Helper()
	r, err := s.engine().Run(context.Background())
	must(s, err)
	return r
}

func (s *station) origin() models.Origin {
	return models.Origin{MallID: s.mallID, DeskID: s.self.ID, OperatorID: "meja", BusinessDate: s.now.Format(time.DateOnly)}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

func writeFile(t testing.TB, path string, content []byte) {
	t.Helper()
	must(t, os.WriteFile(path, content, 0o600))
}
