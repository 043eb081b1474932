package nightly

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"frontdesk/internal/models"
)

// Station is a centre that is open.
type Station interface {
	Centre
	Auditor
	Close() error
}

// Task is what one run of a desk needs. Progress is left to the call.
type Task struct {
	Options
	Folder  string                                     // data folder: holds the lock and the date of the last comparison
	Connect func(ctx context.Context) (Station, error) // Centre of Options is filled from here
	Log     *slog.Logger
	// Before does what must be sent along, such as the erasures that are due;
	// nil: nothing.
	Before func(ctx context.Context) error
	// Alone runs work unless another run is under way; nil: one of this folder.
	Alone func(ctx context.Context, work func() error) error
}

func (t Task) alone(ctx context.Context, work func() error) error {
	if t.Alone != nil {
		return t.Alone(ctx, work)
	}
	return Alone(t.Folder, work)
}

// Sync does one run, unless another program does one of the same records; once a
// week it compares both sides afterwards. The result counts also when it ends
// with an error, which always has a sentence. Errors: KindRefused while
// another run is under way or when the centre says no, else KindFault.
func (t Task) Sync(ctx context.Context, progress func(Progress)) (Result, error) {
	var result Result
	err := t.alone(ctx, func() error {
		if err := t.before(ctx); err != nil {
			return err
		}
		return t.connected(ctx, progress, func(e *Engine, centre Station) (err error) {
			if result, err = e.Run(ctx); err != nil {
				return err
			}
			return t.compareWeekly(ctx, e, centre, &result)
		})
	})
	t.note(result, err)
	return result, spoken(err)
}

func (t Task) before(ctx context.Context) error {
	if t.Before == nil {
		return nil
	}
	return t.Before(ctx)
}

// Verify compares both sides by business date and sends what differs again.
// The answer tells what was found, not what was mended.
func (t Task) Verify(ctx context.Context) (Reconciliation, error) {
	found := Reconciliation{Days: []DayCheck{}}
	err := t.alone(ctx, func() error {
		return t.connected(ctx, nil, func(e *Engine, centre Station) error {
			var sent Result
			var err error
			found, sent, err = t.compare(ctx, e, centre)
			t.note(sent, err)
			return err
		})
	})
	return found, spoken(err)
}

// connected opens the centre for work. A run that fails to do so stands in
// the history like any other.
func (t Task) connected(ctx context.Context, progress func(Progress), work func(*Engine, Station) error) error {
	started := t.Clock.Now()
	centre, err := t.Connect(ctx)
	if err != nil {
		return errors.Join(err, t.recordFailure(context.WithoutCancel(ctx), started, err))
	}
	options := t.Options
	options.Centre, options.Progress = centre, progress
	return errors.Join(work(NewEngine(options), centre), centre.Close())
}

func (t Task) recordFailure(ctx context.Context, started time.Time, failed error) error {
	state, err := t.Feed.SyncState(ctx)
	if err != nil {
		return err
	}
	return t.Feed.AddRun(ctx, models.SyncRun{Started: started, Ended: t.Clock.Now(), Quarantined: state.Quarantined,
		Waiting: state.Waiting, Failure: saysOf(failed)})
}

// compareWeekly adds what it sent to the result.
func (t Task) compareWeekly(ctx context.Context, e *Engine, centre Station, result *Result) error {
	if t.Clock.Now().Sub(comparedAt(t.Folder)).Abs() < comparisonEvery {
		return nil
	}
	_, sent, err := t.compare(ctx, e, centre)
	result.Sent += sent.Sent
	result.Seconds += sent.Seconds
	return err
}

func (t Task) compare(ctx context.Context, e *Engine, centre Station) (Reconciliation, Result, error) {
	found, err := e.Reconcile(ctx, centre)
	if err != nil {
		return found, Result{}, err
	}
	for _, day := range found.Days {
		if !day.Equal || day.Damaged > 0 {
			t.Log.Warn("sync: a day differs", "date", day.Date, "desk", day.Desk, "centre", day.Centre,
				"damaged", day.Damaged, "restored", day.Restored)
		}
	}
	var sent Result
	if !found.Equal || found.Moved > 0 {
		sent, err = e.Run(ctx)
	}
	return found, sent, errors.Join(err, noteCompared(t.Folder, t.Clock.Now()))
}

// note writes the line of the log.
func (t Task) note(r Result, err error) {
	args := []any{"sent", r.Sent, "pulled", r.Pulled, "waiting", r.Waiting, "quarantined", r.Quarantined, "forked", r.Forked,
		"seconds", r.Seconds, "clock_off", r.ClockOff.Round(time.Second)}
	if err != nil {
		t.Log.Error("sync failed", append(args, "error", err)...)
		return
	}
	t.Log.Info("sync done", args...)
}

// spoken gives an error without a sentence the one that the history has.
func spoken(err error) error {
	var known *models.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &models.Error{Kind: models.KindFault, Says: saysOf(err), Cause: err}
}
