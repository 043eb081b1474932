package main

import (
	"context"
	"errors"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/views"
)

// syncPage is the nightly sync as the window sees it.
type syncPage struct {
	program *Program
	runner  *nightly.Runner
	target  string // without user and password
}

var _ views.Sync = (*syncPage)(nil)

// openSync prepares the background sync. Errors: KindUsage for a target in the
// settings that is none.
func (p *Program) openSync() (*syncPage, error) {
	target, err := p.target("")
	if err != nil {
		return nil, err
	}
	return &syncPage{program: p, runner: p.runner(target), target: nightly.Shown(target)}, nil
}

// openingPeace is left to the first visitor before a catch-up begins.
const openingPeace = 15 * time.Second

// closingPatience is how long the program stays after its window was closed,
// to send what the day left.
const closingPatience = 10 * time.Second

// syncBeside starts the background sync for a window and returns what ends it.
// The first run waits for peace. With settings that are wrong the window opens without it and says so.
func (p *Program) syncBeside(window *views.Options, peace time.Duration) (end func()) {
	page, err := p.openSync()
	if err != nil {
		var known *models.Error
		if errors.As(err, &known) {
			window.Notices = append(window.Notices, known.Says)
		}
		return func() {}
	}
	window.Sync = page
	start := time.AfterFunc(peace, page.runner.Start)
	return func() {
		start.Stop()
		page.endDay()
	}
}

// endDay sends what waits when the window was closed. A cut is harmless: the
// next run goes on from there.
func (s *syncPage) endDay() {
	defer s.runner.Close()
	ctx, cancel := context.WithTimeout(context.Background(), closingPatience)
	defer cancel()
	state, err := s.program.Store.SyncState(ctx)
	if err == nil && state.Waiting > 0 {
		_ = s.runner.Run(ctx) // the history and the log have it
	}
}

// Overview reads how things stand. The history keeps the keys of its failures
// only; what their sentences name is the centre.
func (s *syncPage) Overview(ctx context.Context) (models.SyncOverview, error) {
	o, err := s.program.Store.SyncOverview(ctx)
	if err != nil {
		return o, err
	}
	o.NextRun, o.Target = s.runner.Next(ctx), s.target
	for i := range o.History {
		if f := &o.History[i].Failure; !f.Empty() {
			f.Args = []any{s.target}
		}
	}
	return o, nil
}

// Run sends now what waits.
func (s *syncPage) Run(ctx context.Context) error { return s.runner.Run(ctx) }

// Cancel ends the present run.
func (s *syncPage) Cancel() { s.runner.Cancel() }

// Running tells how far the present run is.
func (s *syncPage) Running() (models.SyncProgress, bool) {
	status := s.runner.Status()
	return models.SyncProgress{Sent: status.Progress.Sent, Waiting: status.Progress.Waiting}, status.Running
}
