package nightly

import (
	"context"
	"errors"
	"sync"
	"time"

	"frontdesk/internal/models"
)

// checkEvery is how often the runner looks at the wall clock. One long timer
// would stand still while the machine sleeps.
const checkEvery = time.Minute

// History tells when the desk was last at the centre, whichever process ran.
type History interface {
	LastSuccess(ctx context.Context) (models.SyncRun, error)
}

// RunnerOptions of a Runner. Every may be left out.
type RunnerOptions struct {
	Task     Task
	History  History
	Schedule Schedule
	Chance   func() float64 // in [0, 1), spreads retries
	Every    time.Duration  // between two looks at the clock; 0 means a minute
}

// Runner syncs in the background while the window is open: at the start after
// a long gap, in the night slot, after failures with a growing pause, and when
// asked.
type Runner struct {
	RunnerOptions
	ctx    context.Context // of the runner's life
	cancel context.CancelFunc
	work   sync.WaitGroup
	turn   sync.Mutex // held by the run under way

	mu     sync.Mutex
	status Status
	stop   context.CancelFunc // of the run under way, else nil
	failed failures
}

// Status is what the status bar and the Sync page show.
type Status struct {
	Running  bool
	Progress Progress      // of the run under way
	Failure  models.Phrase // of the last run here; empty after a success
	ClockOff time.Duration // desk's clock minus the centre's, at the last run here that met one
}

// failures in a row.
type failures struct {
	count int
	at    time.Time // of the last one
	retry time.Time
}

// NewRunner makes a runner; Start sets it going.
func NewRunner(o RunnerOptions) *Runner {
	if o.Every == 0 {
		o.Every = checkEvery
	}
	r := &Runner{RunnerOptions: o}
	r.ctx, r.cancel = context.WithCancel(context.Background())
	return r
}

// Start runs at the schedule's times until Close.
func (r *Runner) Start() { r.work.Go(r.loop) }

// Close stops a run under way and waits for its end. What was sent is kept;
// the next run goes on from there.
func (r *Runner) Close() {
	r.cancel()
	r.work.Wait()
	r.turn.Lock() // a run that was asked for
	defer r.turn.Unlock()
}

// Run syncs now and returns when it is over. Errors: KindRefused while a run
// is under way; those of Task.Sync.
func (r *Runner) Run(ctx context.Context) error {
	if !r.turn.TryLock() {
		return models.Refuse("runner.running")
	}
	defer r.turn.Unlock()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(r.ctx, stop)()
	r.begin(stop)
	result, err := r.Task.Sync(ctx, r.show)
	r.end(result, err)
	return err
}

// Cancel stops the run under way.
func (r *Runner) Cancel() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop != nil {
		r.stop()
	}
}

// Status tells how things stand.
func (r *Runner) Status() Status {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.status
}

// Next is when the runner runs by itself. Another process may have succeeded
// since a failure here, and the wall clock may have been set back.
func (r *Runner) Next(ctx context.Context) time.Time {
	now, last := r.Task.Clock.Now(), r.lastSuccess(ctx)
	r.mu.Lock()
	f := r.failed
	r.mu.Unlock()
	if f.count == 0 || last.After(f.at) || f.retry.Sub(now) > longPause {
		return r.Schedule.NextRun(now, last)
	}
	return f.retry
}

func (r *Runner) loop() {
	clock := time.NewTicker(r.Every)
	defer clock.Stop()
	due := CatchUp(r.Task.Clock.Now(), r.lastSuccess(r.ctx))
	for r.ctx.Err() == nil {
		if due {
			_ = r.Run(r.ctx) // the status, the history and the log have it
		}
		select {
		case <-r.ctx.Done():
		case <-clock.C:
			due = !r.Next(r.ctx).After(r.Task.Clock.Now())
		}
	}
}

// lastSuccess is zero also when the history cannot be read: then a run finds
// out and says why.
func (r *Runner) lastSuccess(ctx context.Context) time.Time {
	run, err := r.History.LastSuccess(ctx)
	if err != nil {
		return time.Time{}
	}
	return run.Ended
}

func (r *Runner) begin(stop context.CancelFunc) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stop = stop
	r.status.Running, r.status.Progress = true, Progress{}
}

func (r *Runner) show(p Progress) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.status.Progress = p
}

// end plans the retry after a failure. After a cancel nobody wants to see it
// start again the next minute.
func (r *Runner) end(result Result, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stop = nil
	r.status.Running, r.status.Failure = false, saysOf(err)
	if err == nil || result.ClockOff != 0 {
		r.status.ClockOff = result.ClockOff
	}
	if err == nil {
		r.failed = failures{}
		return
	}
	now := r.Task.Clock.Now()
	count := r.failed.count + 1
	pause := Pause(count, r.Chance())
	if errors.Is(err, context.Canceled) {
		pause = longPause
	}
	r.failed = failures{count: count, at: now, retry: now.Add(pause)}
}
