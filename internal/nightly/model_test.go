package nightly

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// The model plays random schedules of everything that can happen to desks and
// their centre, lets them heal, and checks what must hold then. Each commit
// writes a word of its own into its record, so that a lost or doubled version
// is told by its content and not by the protocol's own numbers.

// play is one schedule.
type play struct {
	*world
	seed      uint64
	err       error             // what was violated
	words     map[string]string // word → word that stood in the record before
	seen      map[string]bool   // words that the centre has acknowledged and not lost by a restore
	visits    []string
	tickets   []string
	snapshots [][]byte // of desks
	backups   []any    // of the centre
	causes    int      // events after which a fork is in order
	forks     int
	actions   map[string]int
	log       []string
	mustHave  map[string]bool // words that the desks had when the healing began
	erased    map[string]bool // visits whose erasure was known somewhere then
}

type action struct {
	name   string
	weight int
	run    func(p *play, s *station)
}

var actions = []action{
	{"insert", 10, func(p *play, s *station) { p.insert(s) }},
	{"miss", 3, func(p *play, s *station) { p.insertMiss(s) }},
	{"edit", 10, func(p *play, s *station) { p.edit(s, p.ticket(s), "") }},
	{"edit visit", 5, func(p *play, s *station) { p.editVisit(s, p.visit(s)) }},
	{"erase", 3, func(p *play, s *station) { p.erase(s, p.visit(s)) }},
	{"erase at centre", 2, func(p *play, _ *station) { p.eraseAtCentre() }},
	{"poison", 3, func(p *play, s *station) { p.edit(s, p.ticket(s), p.site.poison()) }},
	{"poison and erase", 1, func(p *play, s *station) { p.poisonVisit(s, p.visit(s)) }},
	{"sync", 12, func(p *play, s *station) { p.run(s, 0, "") }},
	{"sync on a bad line", 6, func(p *play, s *station) { p.run(s, 30, "") }},
	{"edit during a sync", 3, func(p *play, s *station) { p.editMeanwhile(s, p.ticket(s)) }},
	{"power cut", 8, func(p *play, s *station) { p.run(s, 0, failpoints[p.rand.IntN(len(failpoints))]) }},
	{"late batch", 4, func(p *play, _ *station) { p.line.deliverLate(); p.look() }},
	{"snapshot", 3, func(p *play, s *station) { p.snapshot(s) }},
	{"restore", 2, func(p *play, s *station) { p.restore(s) }},
	{"clone", 2, func(p *play, s *station) { p.clone(s) }},
	{"back up centre", 3, func(p *play, _ *station) { p.backUpCentre() }},
	{"restore centre", 2, func(p *play, _ *station) { p.restoreCentre() }},
	{"clock", 4, func(p *play, s *station) { p.setClock(s) }},
	{"restart", 3, func(_ *play, s *station) { s.restart() }},
	{"reconcile", 1, func(p *play, s *station) { p.reconcile(s) }},
	{"bad disk", 3, func(p *play, s *station) { p.spoil(s, p.ticket(s)) }},
}

// playSchedule plays one seed and tells what was violated.
func playSchedule(seed uint64, m mutant, found func(w *world) site) *play {
	return stageAndHeal(seed, m, found, func(p *play) {
		if seed >= firstScript {
			scripts[seed-firstScript](p)
			return
		}
		for range 10 + p.rand.IntN(40) {
			p.act()
		}
	})
}

// perform plays one plot, lets all heal and tells what was violated.
func perform(seed uint64, found func(w *world) site, plot func(p *play)) error {
	return stageAndHeal(seed, mutant{}, found, plot).err
}

func stageAndHeal(seed uint64, m mutant, found func(w *world) site, plot func(p *play)) (p *play) {
	folder, err := os.MkdirTemp(fastFolder(), "frontdesk-model-")
	if err != nil {
		return &play{seed: seed, err: err}
	}
	quiet := &quietTB{folder: folder}
	p = &play{seed: seed, words: map[string]string{}, seen: map[string]bool{}, actions: map[string]int{}}
	defer func() {
		if r := recover(); r != nil {
			failed, ours := r.(failure)
			if !ours {
				panic(r)
			}
			p.err = failed
		}
		quiet.finish()
	}()
	p.world = emptyWorld(quiet, seed)
	p.mutant = m
	p.begin(found(p.world))
	plot(p)
	p.heal()
	p.err = p.violated()
	return p
}

// fileCentre is a centre in a new file.
func fileCentre(w *world) site {
	s := &fileSite{w, filepath.Join(w.TempDir(), "centre.db")}
	writeFile(w, s.path, blank.centre)
	return s
}

// fastFolder is a folder in memory where there is one: a schedule makes some
// hundred transactions, each of which would wait for the disk.
func fastFolder() string {
	const memory = "/dev/shm"
	if os.Getenv("TMPDIR") == "" {
		if _, err := os.Stat(memory); err == nil {
			return memory
		}
	}
	return os.TempDir()
}

func (p *play) act() {
	total := 0
	for _, a := range actions {
		total += a.weight
	}
	n := p.rand.IntN(total)
	for _, a := range actions {
		if n -= a.weight; n < 0 {
			i := p.rand.IntN(len(p.desks))
			p.now = p.now.Add(time.Duration(p.rand.IntN(5000)) * time.Millisecond)
			p.actions[a.name]++
			p.log = append(p.log, fmt.Sprintf("%s @%d", a.name, i))
			a.run(p, p.desks[i])
			return
		}
	}
}

// word makes a word for a commit over the word that stood there.
func (p *play) word(before string) string {
	word := fmt.Sprintf("w%d", len(p.words)+1)
	p.words[word] = before
	return word
}

func (p *play) insert(s *station) {
	word := p.word("")
	visit, ticket := s.checkIn(word)
	p.visits, p.tickets = append(p.visits, visit), append(p.tickets, ticket)
	p.editVisit(s, visit)
}

func (p *play) insertMiss(s *station) {
	word := p.word("")
	must(s, s.store.Write(context.Background(), func(tx models.Tx) error {
		return tx.AddMiss(models.SearchMiss{ID: s.newID(), Origin: s.origin(), Words: word, At: s.Now()})
	}))
}

// ticket picks one that the desk has; empty when it has none.
func (p *play) ticket(s *station) string { return p.pick(s, "tickets") }

func (p *play) visit(s *station) string { return p.pick(s, "visits") }

func (p *play) pick(s *station, table string) string {
	ids := s.texts(`SELECT id FROM ` + table + ` ORDER BY id`)
	if len(ids) == 0 {
		return ""
	}
	return ids[p.rand.IntN(len(ids))]
}

// edit changes a ticket by the program.
func (p *play) edit(s *station, id, more string) {
	if id == "" {
		return
	}
	ctx := context.Background()
	must(s, s.store.Write(ctx, func(tx models.Tx) error {
		ticket, err := tx.Ticket(id)
		must(s, err)
		voided := ticket
		voided.State, voided.VoidReason = models.TicketVoided, p.word(firstWord(ticket.VoidReason))+" "+more
		done, err := tx.MoveTicket(ticket, voided)
		if !done {
			s.Fatal("the ticket was not changed")
		}
		return err
	}))
}

// editVisit changes a visit by another tool. The program has written before
// in this session, as it does at every start of work.
func (p *play) editVisit(s *station, id string) {
	if id == "" {
		return
	}
	must(s, s.store.Write(context.Background(), func(models.Tx) error { return nil }))
	before := s.texts(`SELECT service FROM visits WHERE id = ?`, id)[0]
	s.exec(`UPDATE visits SET service = ? WHERE id = ?`, p.word(firstWord(before)), id)
}

func (p *play) erase(s *station, id string) {
	if id == "" {
		return
	}
	must(s, s.store.EraseIdentities(context.Background(), []string{id}))
	p.editVisit(s, id)
}

// poisonVisit erases a visit in a version that the centre's database refuses.
func (p *play) poisonVisit(s *station, id string) {
	if id == "" {
		return
	}
	p.erase(s, id)
	s.exec(`UPDATE visits SET service = service || ' ' || ? WHERE id = ?`, p.site.poison(), id)
}

func (p *play) eraseAtCentre() {
	var ids []string
	must(p, p.centre.db.Raw(`SELECT id FROM centre_records WHERE entity = 'visits' ORDER BY id`).Scan(&ids).Error)
	if len(ids) == 0 {
		return
	}
	must(p, p.centre.Erase(context.Background(), p.mallID, blank.self.ID, []string{ids[p.rand.IntN(len(ids))]}))
}

// run syncs, perhaps on a bad line, perhaps until a power cut.
func (p *play) run(s *station, trouble int, cut string) Result {
	p.line.trouble, p.stopped = trouble, cut
	r, err := p.runEngine(s.engine())
	p.line.trouble, p.stopped = 0, ""
	if r.Forked {
		p.forks++
	}
	switch {
	case errors.Is(err, errCut):
		s.restart()
	case err != nil && !errors.Is(err, errLine) && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, ErrOutOfStep):
		must(s, err)
	}
	h := p.look()
	if err == nil {
		p.checkQuarantine(s, h)
	}
	return r
}

func (p *play) runEngine(e *Engine) (Result, error) {
	if p.mutant.pullFirst {
		r := &run{Engine: e, size: e.Batch}
		if r.hello(context.Background()) == nil {
			_, _ = r.pull(context.Background()) // whatever came of it, the run follows
		}
	}
	return e.Run(context.Background())
}

// editMeanwhile edits a ticket while a run goes from push to pull.
func (p *play) editMeanwhile(s *station, id string) {
	p.meanwhile = func() { p.edit(s, id, "") }
	p.run(s, 0, "")
	p.meanwhile = nil
}

// look notes what the centre has: from now on it must keep it.
func (p *play) look() holdings {
	h := p.holdings()
	for word := range h.words() {
		p.seen[word] = true
	}
	return h
}

func (p *play) snapshot(s *station) {
	s.stop()
	p.snapshots = append(p.snapshots, readFile(s, filepath.Join(s.folder, store.FileName)))
	s.start()
}

func (p *play) restore(s *station) {
	if len(p.snapshots) == 0 {
		return
	}
	p.causes++
	s.stop()
	for _, log := range []string{"-wal", "-shm"} {
		_ = os.Remove(filepath.Join(s.folder, store.FileName+log))
	}
	writeFile(s, filepath.Join(s.folder, store.FileName), p.snapshots[p.rand.IntN(len(p.snapshots))])
	s.start()
}

func (p *play) clone(s *station) {
	if len(p.desks) == 3 {
		return
	}
	p.causes++
	s.stop()
	file := readFile(s, filepath.Join(s.folder, store.FileName))
	s.start()
	p.addDesk(file)
}

func (p *play) backUpCentre() {
	must(p, p.centre.Close())
	p.backups = append(p.backups, p.site.backup())
	p.connect()
}

// restoreCentre forgets what came after the backup; what the desks still have
// comes again.
func (p *play) restoreCentre() {
	if len(p.backups) == 0 {
		return
	}
	p.causes++
	must(p, p.centre.Close())
	p.site.restore(p.backups[p.rand.IntN(len(p.backups))])
	p.connect()
	p.seen = map[string]bool{}
	p.look()
}

func (p *play) setClock(s *station) {
	s.stuck, s.skew = time.Time{}, 0
	switch p.rand.IntN(4) {
	case 0:
		s.skew = 48 * time.Hour
	case 1:
		s.skew = -48 * time.Hour
	case 2:
		s.stuck = p.now
	}
}

// spoil damages a ticket past its triggers; a comparison follows.
func (p *play) spoil(s *station, id string) {
	if id == "" {
		return
	}
	guards := s.texts(`SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'tickets'`)
	for _, guard := range guards {
		s.exec("DROP TRIGGER " + strings.Fields(guard)[2])
	}
	s.exec(`UPDATE tickets SET papers = 'spoilt' WHERE id = ?`, id)
	for _, guard := range guards {
		s.exec(guard)
	}
	p.reconcile(s)
}

func (p *play) reconcile(s *station) {
	_, err := s.engine().Reconcile(context.Background(), p.centre)
	must(p, err)
	p.look()
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// texts reads one column of the desk's file.
func (s *station) texts(query string, args ...any) []string {
	rows, err := s.raw.Query(query, args...)
	must(s, err)
	defer rows.Close()
	var list []string
	for rows.Next() {
		var text string
		must(s, rows.Scan(&text))
		list = append(list, text)
	}
	must(s, rows.Err())
	return list
}

// failure is what ends a schedule.
type failure string

func (f failure) Error() string { return string(f) }

// quietTB lets a schedule fail without failing its test.
type quietTB struct {
	testing.TB
	folder   string
	folders  int
	cleanups []func()
}

func (*quietTB) Helper() {}

func (*quietTB) Fatal(args ...any) { panic(failure(fmt.Sprint(args...))) }

func (q *quietTB) Cleanup(f func()) { q.cleanups = append(q.cleanups, f) }

func (q *quietTB) TempDir() string {
	q.folders++
	folder := filepath.Join(q.folder, fmt.Sprint(q.folders))
	if err := os.Mkdir(folder, 0o700); err != nil {
		q.Fatal(err)
	}
	return folder
}

func (q *quietTB) finish() {
	for i := len(q.cleanups) - 1; i >= 0; i-- {
		q.cleanups[i]()
	}
	_ = os.RemoveAll(q.folder)
}

func TestModel(t *testing.T) {
	playAll(t, schedules(1000), fileCentre)
}

// schedules is how many to play: FRONTDESK_SCHEDULES for a soak, a tenth of
// the usual under the race detector, which makes each ten times as long.
func schedules(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("FRONTDESK_SCHEDULES")); err == nil {
		return n
	}
	return unraced(usual)
}

// unraced is a tenth under the race detector, at least one.
func unraced(usual int) int {
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return max(1, usual/10)
	}
	return usual
}

// playAll plays schedules on all processors, from seed 0 on.
func playAll(t *testing.T, count int, found func(w *world) site) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	total := map[string]int{}
	forks, failed := 0, 0
	for p := range results(count, mutant{}, found) {
		if p.err != nil {
			t.Errorf("seed %d: %v\n%s", p.seed, p.err, strings.Join(p.log, ", "))
			if failed++; failed == 5 {
				t.FailNow()
			}
		}
		forks += p.forks
		for name, n := range p.actions {
			total[name] += n
			total["all"] += n
		}
	}
	t.Logf("%d schedules, %d failed, %d forks, actions %v", count, failed, forks, total)
}

// everySeed gives the scripts and then the random schedules.
func everySeed(count int) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range scripts {
			if !yield(firstScript + uint64(i)) {
				return
			}
		}
		for seed := range uint64(count) {
			if !yield(seed) {
				return
			}
		}
	}
}

// results plays schedules on all processors and hands out each as it ends.
func results(count int, m mutant, found func(w *world) site) iter.Seq[*play] {
	return func(yield func(*play) bool) {
		seeds, done := make(chan uint64), make(chan *play)
		stop := make(chan struct{})
		var players sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			players.Go(func() {
				for seed := range seeds {
					done <- playSchedule(seed, m, found)
				}
			})
		}
		go func() {
			defer func() { close(seeds); players.Wait(); close(done) }()
			for seed := range everySeed(count) {
				select {
				case seeds <- seed:
				case <-stop:
					return
				}
			}
		}()
		on := true
		for p := range done {
			if on && !yield(p) {
				on = false
				close(stop)
			}
		}
	}
}
