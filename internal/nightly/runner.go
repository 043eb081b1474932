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

// RunnerOptions of a Runner. Changed and Every may be left out.
type RunnerOptions struct {
	Task     Task
	History  History
	Schedule Schedule
	Chance   func() float64 // in [0, 1), spreads retries
	Changed  func()         // called from the runner's goroutine when Status differs
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
	asked  chan struct{}

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
	Next     time.Time     // by itself
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
	if o.Changed == nil {
		o.Changed = func() {}
	}
	r := &Runner{RunnerOptions: o, asked: make(chan struct{}, 1)}
	r.ctx, r.cancel = context.WithCancel(context.Background())
	return r
}

// Start runs until Close.
func (r *Runner) Start() { r.work.Go(r.loop) }

// Close stops a run under way and waits for its end. What was sent is kept;
// the next run goes on from there.
func (r *Runner) Close() {
	r.cancel()
	r.work.Wait()
}

// Ask syncs now, or as soon as the run under way has ended.
func (r *Runner) Ask() {
	select {
	case r.asked <- struct{}{}:
	default: // asked already
	}
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

func (r *Runner) loop() {
	clock := time.NewTicker(r.Every)
	defer clock.Stop()
	if CatchUp(r.Task.Clock.Now(), r.lastSuccess()) {
		r.run()
	}
	for r.ctx.Err() == nil {
		r.show(func(s *Status) { s.Next = r.next() })
		select {
		case <-r.ctx.Done():
		case <-r.asked:
			r.run()
		case <-clock.C:
			if !r.next().After(r.Task.Clock.Now()) {
				r.run()
			}
		}
	}
}

// next is when the runner runs by itself. Another process may have succeeded
// since a failure here, and the wall clock may have been set back.
func (r *Runner) next() time.Time {
	now, last := r.Task.Clock.Now(), r.lastSuccess()
	f := r.failed
	if f.count == 0 || last.After(f.at) || f.retry.Sub(now) > longPause {
		return r.Schedule.NextRun(now, last)
	}
	return f.retry
}

// lastSuccess is zero also when the history cannot be read: then a run finds
// out and says why.
func (r *Runner) lastSuccess() time.Time {
	run, err := r.History.LastSuccess(r.ctx)
	if err != nil {
		return time.Time{}
	}
	return run.Ended
}

func (r *Runner) run() {
	ctx, stop := context.WithCancel(r.ctx)
	defer stop()
	r.mu.Lock()
	r.stop = stop
	r.mu.Unlock()
	r.show(func(s *Status) { s.Running, s.Progress = true, Progress{} })
	_, err := r.Task.Sync(ctx, func(p Progress) { r.show(func(s *Status) { s.Progress = p }) })
	r.judge(err)
	r.mu.Lock()
	r.stop = nil
	r.mu.Unlock()
	r.show(func(s *Status) { s.Running, s.Failure = false, saysOf(err) })
}

// judge plans the retry. After a cancel nobody wants to see it start again the
// next minute.
func (r *Runner) judge(err error) {
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

func (r *Runner) show(change func(*Status)) {
	r.mu.Lock()
	change(&r.status)
	r.mu.Unlock()
	r.Changed()
}
