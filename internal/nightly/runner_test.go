package nightly

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/models"
)

// night is a desk with a runner, whose wall clock and network the test moves.
type night struct {
	*station
	runner *Runner
	target string

	mu    sync.Mutex
	wall  time.Time
	down  error         // what connecting says; nil: the network is there
	hold  chan struct{} // a run waits for it before hello; nil: it does not
	tries int
	began chan struct{} // gets one value per try
}

func (n *night) Now() time.Time {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.wall
}

func (n *night) set(wall time.Time) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.wall = wall
}

func (n *night) network(down error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.down = down
}

func (n *night) connectStation(ctx context.Context) (Station, error) {
	n.mu.Lock()
	down, hold := n.down, n.hold
	n.tries++
	n.mu.Unlock()
	n.began <- struct{}{}
	if hold != nil {
		select {
		case <-hold:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if down != nil {
		return nil, down
	}
	return Open(ctx, n.target, Access{Clock: n})
}

func newNight(t *testing.T) *night {
	t.Helper()
	n := &night{station: newBranch(t, 1), wall: monday, began: make(chan struct{}, 100)}
	n.target = "sqlite:" + filepath.Join(t.TempDir(), "centre.db")
	centre := openCentre(t, n.target, "")
	must(t, centre.Init(context.Background()))
	must(t, centre.Enrol(context.Background(), n.self))
	n.runner = NewRunner(RunnerOptions{Task: n.task(), History: n.store, Every: time.Millisecond,
		Schedule: Schedule{Night: 20 * time.Hour, Zone: wita, DeskID: n.self.ID}, Chance: func() float64 { return 0.5 }})
	return n
}

func (n *night) task() Task {
	return Task{Folder: n.folder, Connect: n.connectStation, Log: slog.New(slog.DiscardHandler),
		Options: Options{Feed: n.store, Clock: n, NewID: n.newID, Batch: 5}}
}

func (n *night) start(t *testing.T) {
	t.Helper()
	n.runner.Start()
	t.Cleanup(n.runner.Close)
}

// waits until the runner tried once more.
func (n *night) tried(t *testing.T) {
	t.Helper()
	select {
	case <-n.began:
	case <-time.After(10 * time.Second):
		t.Fatal("no run began")
	}
}

// rests until no run is under way and the runner has planned the next one.
func (n *night) rests(t *testing.T) Status {
	t.Helper()
	for range 2000 {
		if s := n.runner.Status(); !s.Running && n.runsKept(t) == n.count() {
			return s
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("the run does not end")
	return Status{}
}

func (n *night) count() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.tries
}

func (n *night) runsKept(t *testing.T) int {
	t.Helper()
	runs, err := n.store.Runs(context.Background(), 100)
	must(t, err)
	return len(runs)
}

// idle gives the runner many looks at the clock, and fails when it runs.
func (n *night) idle(t *testing.T, why string) {
	t.Helper()
	select {
	case <-n.began:
		t.Errorf("it ran %s", why)
	case <-time.After(60 * time.Millisecond):
	}
}

func TestTheRunnerCatchesUpAtTheStartAndThenWaitsForTheNight(t *testing.T) {
	n := newNight(t)
	n.checkIn("word")
	n.start(t)
	n.tried(t)
	if s := n.rests(t); !s.Failure.Empty() {
		t.Fatalf("failed: %v", s.Failure)
	}
	n.idle(t, "again by day")
	slot := n.runner.Schedule.NextRun(n.Now(), n.Now())
	n.set(slot.Add(3 * time.Hour)) // the machine slept through the slot
	n.tried(t)
	n.rests(t)
	n.idle(t, "twice in one night")
}

func TestARecentSuccessNeedsNoRunAtTheStart(t *testing.T) {
	n := newNight(t)
	n.syncTo(openCentre(t, n.target, ""))
	n.set(monday.Add(9 * time.Hour))
	n.start(t)
	n.idle(t, "nine hours after a success")
}

func TestAFailureIsToldAndTriedAgainAfterAPause(t *testing.T) {
	n := newNight(t)
	n.network(models.Fault(nil, "sync.unreachable"))
	n.start(t)
	n.tried(t)
	if s := n.rests(t); s.Failure.Key != "sync.unreachable" {
		t.Errorf("it says %v", s.Failure)
	}
	n.idle(t, "without a pause")
	n.set(monday.Add(31 * time.Second))
	n.tried(t)
	n.rests(t)
	n.idle(t, "the second time without a pause")
	n.network(nil)
	n.set(monday.Add(5 * time.Minute))
	n.tried(t)
	if s := n.rests(t); !s.Failure.Empty() {
		t.Errorf("the network is back, and it says %v", s.Failure)
	}
	n.idle(t, "after it healed")
}

func TestAClockSetBackDoesNotHoldRetriesUp(t *testing.T) {
	n := newNight(t)
	n.network(models.Fault(nil, "sync.unreachable"))
	n.set(monday.AddDate(1, 0, 0))
	n.start(t)
	n.tried(t)
	n.rests(t)
	n.set(monday)
	n.tried(t)
}

func TestACancelledRunEndsAtOnceAndRestsForHalfAnHour(t *testing.T) {
	n := newNight(t)
	n.hold = make(chan struct{})
	n.start(t)
	n.tried(t)
	n.runner.Cancel()
	if s := n.rests(t); s.Failure.Key != "sync.cancelled" {
		t.Errorf("it says %v", s.Failure)
	}
	close(n.hold)
	n.set(monday.Add(29 * time.Minute))
	n.idle(t, "against the person's will")
	must(t, n.runner.Run(context.Background()))
	n.tried(t)
}

func TestARunThatIsAskedForWaitsForNoOther(t *testing.T) {
	n := newNight(t)
	n.hold = make(chan struct{})
	n.start(t)
	n.tried(t)
	if err := n.runner.Run(context.Background()); models.KindOf(err) != models.KindRefused {
		t.Errorf("beside the run under way: %v", err)
	}
	if !n.runner.Status().Running {
		t.Error("the run under way is not shown any more")
	}
	close(n.hold)
	n.rests(t)
}

func TestClosingTheWindowStopsARunAndWaitsForIt(t *testing.T) {
	n := newNight(t)
	n.hold = make(chan struct{})
	n.runner.Start()
	n.tried(t)
	n.runner.Close()
	if kept := n.runsKept(t); kept != 1 {
		t.Errorf("%d runs in the history", kept)
	}
}

func TestProgressReachesTheWindow(t *testing.T) {
	n := newNight(t)
	for range 4 {
		n.checkIn("word")
	}
	must(t, n.runner.Run(context.Background()))
	if s := n.runner.Status(); s.Running || s.Progress.Sent != 13 || s.Progress.Waiting != 0 {
		t.Errorf("it shows %+v", s)
	}
}

func TestOnceAWeekBothSidesAreComparedAndMended(t *testing.T) {
	n := newNight(t)
	n.checkIn("word")
	task := n.task()
	ctx := context.Background()
	if _, err := task.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	centre := openCentre(t, n.target, "")
	must(t, centre.db.Exec(`DELETE FROM centre_records WHERE entity = 'ticket_events'`).Error)
	for _, step := range []struct{ days, sent int }{{6, 0}, {8, 1}, {9, 0}} {
		n.set(monday.AddDate(0, 0, step.days))
		r, err := task.Sync(ctx, nil)
		if err != nil || r.Sent != step.sent {
			t.Errorf("after %d days: %+v, %v", step.days, r, err)
		}
	}
}

func TestVerifyTellsWhatDiffersAndSendsItAgain(t *testing.T) {
	n := newNight(t)
	n.checkIn("word")
	task, ctx := n.task(), context.Background()
	before, err := task.Verify(ctx)
	if err != nil || before.Equal || before.Days[1].Desk != 3 || before.Days[1].Centre != 0 {
		t.Errorf("before the first run: %+v, %v", before, err)
	}
	after, err := task.Verify(ctx)
	if err != nil || !after.Equal || after.Days[1].Centre != 3 {
		t.Errorf("after it: %+v, %v", after, err)
	}
}

func TestEveryFailureHasASentence(t *testing.T) {
	n := newNight(t)
	n.network(errors.New("something else"))
	_, err := n.task().Sync(context.Background(), nil)
	var known *models.Error
	if !errors.As(err, &known) || known.Says.Empty() {
		t.Errorf("got %v", err)
	}
}
