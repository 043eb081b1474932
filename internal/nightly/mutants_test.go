package nightly

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"frontdesk/internal/models"
)

// mutant is a deliberate fault that the model test must find. The parts are
// changed from outside: the program has no switch for any of them.
type mutant struct {
	name      string
	session   string                                          // of every start
	triggers  [2]string                                       // old and new text in the feed's triggers
	feed      func(s *station) Feed                           // in place of the store
	judge     func(models.SyncState, Welcome, string) verdict // in place of the engine's
	compare   func(a, b models.Version) int                   // in place of the centre's
	centre    string                                          // statement on the centre's file
	push      func(c *SQLCentre, b Batch)                     // happens before each push
	pull      func(c *SQLCentre, p PullRequest)               // happens before each pull
	hello     func(w *Welcome)                                // happens to each answer
	pullFirst bool
}

var mutants = []mutant{
	{name: "no version guard: what comes last stands", compare: func(a, b models.Version) int {
		if a == b {
			return 0
		}
		return 1
	}},
	{name: "an erasure does not outrank later edits", compare: erasureIgnored},
	{name: "an erasure does not absorb", compare: erasureIgnored, centre: `CREATE TEMP TRIGGER kept BEFORE UPDATE ON main.centre_records
		WHEN NEW.erased AND NEW.ver = OLD.ver BEGIN SELECT RAISE(IGNORE); END`},
	{name: "session is no part of a version", compare: func(a, b models.Version) int {
		a.Session, b.Session = "", ""
		return a.Compare(b)
	}},
	{name: "every start has the same session", session: "same"},
	{name: "version by the wall clock alone", triggers: [2]string{"max(excluded.ver, ver + 1)", "(SELECT wall FROM sync_state)"}},
	{name: "place in the feed used twice", triggers: [2]string{"last_pos = last_pos + 1",
		"last_pos = (SELECT coalesce(max(pos), 0) + 1 FROM sync_changes WHERE row_id <> NEW.id)"}},
	{name: "an update does not enter the feed", triggers: [2]string{"DO UPDATE SET pos = excluded.pos,", "DO UPDATE SET"}},
	{name: "the centre's checkpoint is trusted", judge: func(s models.SyncState, w Welcome, receipt string) verdict {
		if v := judge(s, w, receipt); v.kind != forked {
			return v
		}
		return verdict{kind: moved}
	}},
	{name: "the place is compared, the chain is not", judge: func(s models.SyncState, w Welcome, receipt string) verdict {
		if w.Known && w.Acked == s.Acked {
			w.Chain = s.Chain
		}
		return judge(s, w, receipt)
	}},
	{name: "any batch up to the centre's place is adopted", judge: func(s models.SyncState, w Welcome, receipt string) verdict {
		for _, f := range s.Flights {
			if w.Known && f.From == s.Acked && f.To == w.Acked {
				return verdict{kind: adopt, flight: f}
			}
		}
		return judge(s, w, receipt)
	}},
	{name: "a centre that went back is taken for one in step", judge: func(s models.SyncState, w Welcome, receipt string) verdict {
		v := judge(s, w, receipt)
		if v.kind == moved {
			return verdict{kind: inStep}
		}
		return v
	}},
	{name: "acknowledged before the centre has it", feed: func(s *station) Feed { return hastyFeed{s.store, s} }},
	{name: "batch noted after it was sent", feed: func(s *station) Feed { return lateFeed{s.store} }},
	{name: "the same batch is not recognised", push: func(c *SQLCentre, _ Batch) {
		c.db.Exec(`UPDATE centre_streams SET last_batch = ''`)
	}},
	{name: "the centre takes batches in any order", push: func(c *SQLCentre, b Batch) {
		c.db.Exec(`UPDATE centre_streams SET acked = ? WHERE incarnation = ?`, b.From, b.Incarnation)
	}},
	{name: "quarantine is released by id", centre: `CREATE TEMP TRIGGER released AFTER UPDATE OF ver ON main.centre_records
		BEGIN UPDATE centre_quarantine SET released_at = 1 WHERE id = NEW.id; END`},
	{name: "quarantine is forgotten with a lost answer", hello: func(w *Welcome) { w.Last.Refused = nil }},
	{name: "losers are dropped", centre: `CREATE TEMP TRIGGER dropped BEFORE INSERT ON main.centre_history
		BEGIN SELECT RAISE(IGNORE); END`},
	{name: "the history keeps names", centre: `CREATE TEMP TRIGGER kept BEFORE UPDATE ON main.centre_history
		BEGIN SELECT RAISE(IGNORE); END`},
	{name: "pull before push, over unsent edits", pullFirst: true, feed: func(s *station) Feed { return rashFeed{s.store, s} }},
	{name: "what is taken over gets a new version", feed: func(s *station) Feed { return renamingFeed{s.store, s} }},
	{name: "the place of the last pull is trusted", pull: func(c *SQLCentre, p PullRequest) {
		c.db.Exec(`UPDATE centre_streams SET pull_mark = ? WHERE incarnation = ?`, p.Mark, p.Incarnation)
	}},
	{name: "what beats an edit is not handed out again", centre: `CREATE TEMP TRIGGER silent BEFORE UPDATE OF seq ON main.centre_records
		WHEN NEW.ver = OLD.ver AND NEW.session = OLD.session AND NEW.erased = OLD.erased BEGIN SELECT RAISE(IGNORE); END`},
	{name: "a fork keeps its incarnation", feed: func(s *station) Feed { return stubbornFeed{s.store} }},
}

func erasureIgnored(a, b models.Version) int {
	a.Erased, b.Erased = false, false
	return a.Compare(b)
}

// hastyFeed acknowledges a batch when it departs.
type hastyFeed struct {
	Feed
	*station
}

func (f hastyFeed) Depart(ctx context.Context, flight models.Flight) error {
	state, err := f.Feed.SyncState(ctx)
	must(f, err)
	return f.Feed.Acknowledge(ctx, flight, Link(state.Chain, flight.Batch, flight.To, flight.Digest), nil)
}

func (f hastyFeed) Acknowledge(context.Context, models.Flight, string, []models.Refusal) error {
	return nil
}

// lateFeed notes no batch before it is sent.
type lateFeed struct{ Feed }

func (lateFeed) Depart(context.Context, models.Flight) error { return nil }

// rashFeed takes unsent edits for sent ones.
type rashFeed struct {
	Feed
	*station
}

func (f rashFeed) Apply(ctx context.Context, rows []models.Change, pulled int64, mark string) (int, error) {
	state, err := f.Feed.SyncState(ctx)
	must(f, err)
	f.exec(`UPDATE sync_state SET acked = last_pos`)
	n, err := f.Feed.Apply(ctx, rows, pulled, mark)
	f.exec(`UPDATE sync_state SET acked = ?`, state.Acked)
	return n, err
}

// renamingFeed loses the version of what it takes over.
type renamingFeed struct {
	Feed
	*station
}

func (f renamingFeed) Apply(ctx context.Context, rows []models.Change, pulled int64, mark string) (int, error) {
	n, err := f.Feed.Apply(ctx, rows, pulled, mark)
	for _, c := range rows {
		f.exec(`UPDATE sync_changes SET ver = ver + 1 WHERE row_id = ?`, c.ID)
	}
	return n, err
}

// stubbornFeed never takes a second incarnation.
type stubbornFeed struct{ Feed }

func (f stubbornFeed) BeginHistory(ctx context.Context, incarnation string) error {
	state, err := f.Feed.SyncState(ctx)
	if err != nil {
		return err
	}
	return f.Feed.BeginHistory(ctx, cmp.Or(state.Incarnation, incarnation))
}

// TestMutants prints which of the deliberate faults the model finds, and after
// how many schedules. FRONTDESK_MUTANTS tells how many it may play for each;
// it takes minutes, so that it runs only when asked for.
func TestMutants(t *testing.T) {
	most, err := strconv.Atoi(os.Getenv("FRONTDESK_MUTANTS"))
	if err != nil {
		t.Skip("FRONTDESK_MUTANTS tells how many schedules to play for each")
	}
	for _, m := range mutants {
		t.Run(m.name, func(t *testing.T) { hunt(t, m, most) })
	}
}

func hunt(t *testing.T, m mutant, most int) {
	played, said := 0, ""
	for p := range results(most, m, fileCentre) {
		played++
		if p.err != nil {
			said, _, _ = strings.Cut(p.err.Error(), "\n")
			break
		}
	}
	verdict := "caught"
	if said == "" {
		verdict = "SURVIVED"
		if !slices.Contains(harmless, m.name) {
			t.Errorf("%s: survived %d schedules", m.name, played)
		}
	}
	t.Logf("%-52s %-8s %5d  %.90s", m.name, verdict, played, said)
}

// harmless are faults after which every invariant holds nevertheless.
var harmless = []string{
	// Whatever meets an erased record at the centre is emptied again, so that
	// the order of versions is the second of two guards.
	"an erasure does not outrank later edits",
}
