package nightly

import (
	"context"
	"errors"
	"time"

	"frontdesk/internal/models"
)

const (
	fullBatch   = 500              // rows; halved after each timeout
	callTimeout = 30 * time.Second // of one call to the centre
	pageSize    = 500              // rows of a pull
	maxHellos   = 12               // in one run: 500 rows halve to 1 in nine steps
	maxRounds   = 4                // push and pull, until the pull brings nothing
)

// Options of an Engine. Feed, Centre, Clock and NewID are required.
type Options struct {
	Feed   Feed
	Centre Centre
	Clock  models.Clock
	NewID  models.IDSource
	// ReadDirectory reads and checks a published directory; without it
	// directories are not taken.
	ReadDirectory func(body []byte) (*models.Directory, error)
	Progress      func(Progress) // may be nil; called from the run's goroutine
	Timeout       time.Duration  // of one call to the centre; 0 means 30 s
	Batch         int            // rows; 0 means 500
}

// Progress tells how far a run came.
type Progress struct {
	Sent    int // rows acknowledged in this run
	Waiting int // rows still to go
	Pulled  int // rows taken over from the centre
}

// Result is what a run did.
type Result struct {
	Sent        int           `json:"sent"`        // rows acknowledged
	Quarantined int           `json:"quarantined"` // own rows in quarantine at the centre
	Waiting     int           `json:"waiting"`     // rows not yet acknowledged
	Forked      bool          `json:"forked"`      // a new history was begun
	Seconds     float64       `json:"seconds"`
	Pulled      int           `json:"-"` // rows taken over from the centre
	ClockOff    time.Duration `json:"-"` // desk's clock minus the centre's
}

// Engine runs the sync of one desk. One run at a time.
type Engine struct {
	Options
	fail  failpoint
	judge func(models.SyncState, Welcome, string) verdict
}

// NewEngine makes an engine.
func NewEngine(o Options) *Engine {
	if o.Timeout == 0 {
		o.Timeout = callTimeout
	}
	if o.Batch == 0 {
		o.Batch = fullBatch
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return &Engine{Options: o, judge: judge}
}

// run is the work of one Run.
type run struct {
	*Engine
	state  models.SyncState
	size   int // rows of the next batch
	hellos int
	result Result
}

// Run brings what waits to the centre and takes over what is newer there. It
// may be stopped at any moment, by ctx or by a power cut, and run again. The
// result says what was done also when it ends with an error; the run is kept
// in the desk's history either way.
func (e *Engine) Run(ctx context.Context) (Result, error) {
	started := e.Clock.Now()
	r := &run{Engine: e, size: e.Batch}
	err := r.exchange(ctx)
	if err == nil {
		err = e.fail.at(beforeRecord)
	}
	return r.result, errors.Join(err, r.record(context.WithoutCancel(ctx), started, err))
}

// exchange pushes before it pulls, so that no unsent edit is overwritten. A
// record that was taken over is sent once more, under its own version: the
// centre sees that it has it, and nothing waits for the next run.
func (r *run) exchange(ctx context.Context) error {
	if err := r.hello(ctx); err != nil {
		return err
	}
	for range maxRounds {
		if err := r.push(ctx); err != nil {
			return err
		}
		again, err := r.pull(ctx)
		if err != nil || !again && r.state.Waiting == 0 {
			return err
		}
	}
	return nil
}

// record keeps the result, also of a run that failed.
func (r *run) record(ctx context.Context, started time.Time, failed error) error {
	state, err := r.Feed.SyncState(ctx)
	if err != nil {
		return err
	}
	ended := r.Clock.Now()
	r.result.Quarantined, r.result.Waiting = state.Quarantined, state.Waiting
	r.result.Seconds = ended.Sub(started).Seconds()
	done := models.SyncRun{Started: started, Ended: ended, Sent: r.result.Sent, Quarantined: state.Quarantined,
		Waiting: state.Waiting, Forked: r.result.Forked, Failure: saysOf(failed)}
	return r.Feed.AddRun(ctx, done)
}

// refresh reads the feed's state anew after each change of it.
func (r *run) refresh(ctx context.Context) error {
	var err error
	r.state, err = r.Feed.SyncState(ctx)
	return err
}

func (r *run) stream() Stream {
	return Stream{MallID: r.state.MallID, DeskID: r.state.DeskID, Incarnation: r.state.Incarnation}
}

// call gives one call to the centre its time.
func (r *run) call(ctx context.Context, work func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, r.Timeout)
	defer cancel()
	return work(ctx)
}
