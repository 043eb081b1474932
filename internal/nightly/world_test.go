package nightly

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
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
	rand      *rand.Rand
	now       time.Time
	ids       int
	desks     []*station
	centre    *SQLCentre
	site      site
	line      line
	mallID    string
	stopped   string // failpoint that cuts the next run short
	meanwhile func() // happens while the next run goes from push to pull
	mutant    mutant
}

// site is where a centre lives: a file or a server.
type site interface {
	open() *SQLCentre
	backup() any    // of the centre while nobody has it open
	restore(any)    // of such a backup
	poison() string // text that its database refuses
}

// station is one desk of the world.
type station struct {
	*world
	folder string
	store  *store.Store
	raw    *sql.DB       // another tool's connection
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

// fileSite is a centre in a file.
type fileSite struct {
	*world
	path string
}

func (f *fileSite) open() *SQLCentre {
	c, err := Open(context.Background(), "sqlite:"+f.path, Access{Clock: f})
	must(f, err)
	return c
}

func (f *fileSite) backup() any { return readFile(f, f.path) }

func (f *fileSite) restore(backup any) { writeFile(f, f.path, backup.([]byte)) }

func (f *fileSite) poison() string { return strings.Repeat("x", maxBody) }

// Now is the centre's clock.
func (w *world) Now() time.Time { return w.now }

// newWorld makes one desk and a centre in a file.
func newWorld(t testing.TB, seed uint64) *world {
	t.Helper()
	w := emptyWorld(t, seed)
	files := &fileSite{w, filepath.Join(t.TempDir(), "centre.db")}
	writeFile(t, files.path, blank.centre)
	w.begin(files)
	return w
}

func emptyWorld(t testing.TB, seed uint64) *world {
	makeBlank(t)
	w := &world{TB: t, rand: rand.New(rand.NewPCG(seed, 2)), now: monday, mallID: blank.self.MallID}
	w.line.world = w
	return w
}

// begin opens the centre and the first desk.
func (w *world) begin(s site) {
	w.site = s
	w.connect()
	w.Cleanup(func() { w.centre.Close() })
	w.addDesk(blank.desk)
}

// connect opens the centre anew.
func (w *world) connect() {
	w.centre = w.site.open()
	w.centre.fail = w.cut
	if w.mutant.compare != nil {
		w.centre.compare = w.mutant.compare
	}
	if w.mutant.centre != "" {
		must(w, w.centre.db.Exec(w.mutant.centre).Error)
	}
}

// cut is the power cut at the failpoint named by stopped.
func (w *world) cut(name string) error {
	if name == beforePull && w.meanwhile != nil {
		happens := w.meanwhile
		w.meanwhile = nil
		happens()
	}
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
	w.Cleanup(func() { s.raw.Close(); s.store.Close() })
	return s
}

// start opens the desk's file, as a program does that starts.
func (s *station) start() {
	var err error
	session := s.newID()
	if s.mutant.session != "" {
		session = s.mutant.session
	}
	s.store, err = store.Open(context.Background(), s.folder, s, store.WithSession(session))
	must(s, err)
	s.raw, err = sql.Open("sqlite3", filepath.Join(s.folder, store.FileName)+"?_busy_timeout=30000&_synchronous=OFF")
	must(s, err)
	if s.mutant.triggers[0] != "" {
		s.changeTriggers(s.mutant.triggers)
	}
}

// changeTriggers replaces text in the triggers that keep the feed.
func (s *station) changeTriggers(change [2]string) {
	for _, sql := range s.texts(`SELECT sql FROM sqlite_master WHERE type = 'trigger' AND instr(sql, ?) > 0`, change[0]) {
		s.exec("DROP TRIGGER " + strings.Fields(sql)[2])
		s.exec(strings.ReplaceAll(sql, change[0], change[1]))
	}
}

// stop closes the desk's file.
func (s *station) stop() {
	must(s, s.raw.Close())
	must(s, s.store.Close())
}

func (s *station) restart() {
	s.stop()
	s.start()
}

// exec changes the file beside the program, as an administrator's tool does.
func (s *station) exec(statement string, args ...any) {
	_, err := s.raw.Exec(statement, args...)
	must(s, err)
}

// newID makes predictable ids.
func (w *world) newID() string {
	w.ids++
	return fmt.Sprintf("00000000-0000-7000-8000-%012d", w.ids)
}

// engine is the desk's sync.
func (s *station) engine() *Engine {
	var feed Feed = s.store
	if s.mutant.feed != nil {
		feed = s.mutant.feed(s)
	}
	e := NewEngine(Options{Feed: feed, Centre: &s.line, Clock: s, NewID: s.newID, Batch: 5})
	e.fail = s.cut
	if s.mutant.judge != nil {
		e.judge = s.mutant.judge
	}
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
