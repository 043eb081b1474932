package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/views"
	"frontdesk/internal/views/syncpage"
)

// syncPage is the nightly sync as the window sees it.
type syncPage struct {
	program *Program
	runner  *nightly.Runner
	backup  backups
	target  string // without user and password
}

var _ syncpage.Port = (*syncPage)(nil)

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

// beside starts what goes on beside a window, the background sync and the
// daily backup, and returns what ends the day. The first run waits for peace.
// With settings that are wrong the window opens without the sync and says so.
func (p *Program) beside(window *views.Options, peace time.Duration) (endDay func()) {
	backups := p.openBackup()
	backups.start(backupPeace, backupEvery)
	page, err := p.openSync()
	if err != nil {
		var known *models.Error
		if errors.As(err, &known) {
			window.Notices, window.Warns = append(window.Notices, known.Says), true
		}
		return backups.endDay
	}
	window.Sync, page.backup = page, backups
	start := time.AfterFunc(peace, page.runner.Start)
	return func() {
		start.Stop()
		var both sync.WaitGroup
		both.Go(page.endDay)
		both.Go(backups.endDay)
		both.Wait()
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

// Overview reads how things stand.
func (s *syncPage) Overview(ctx context.Context) (models.SyncOverview, error) {
	o, err := s.program.Store.SyncOverview(ctx)
	if err != nil {
		return o, err
	}
	o.NextRun, o.Target, o.Backup = s.runner.Next(ctx), s.target, s.program.backups()
	o.ClockOff = s.runner.Status().ClockOff
	o.Purge, err = s.program.Store.LastPurge(ctx)
	return o, err
}

// Run closes the day: it sends what waits and writes the backup beside it.
func (s *syncPage) Run(ctx context.Context) error {
	var saved error
	var writing sync.WaitGroup
	writing.Go(func() { saved = s.backup.run(ctx) })
	sent := s.runner.Run(ctx)
	writing.Wait()
	if sent != nil {
		return sent
	}
	return saved
}

// Cancel ends the present run.
func (s *syncPage) Cancel() { s.runner.Cancel() }

// Running tells how far the present run is.
func (s *syncPage) Running() (models.SyncProgress, bool) {
	status := s.runner.Status()
	return models.SyncProgress{Sent: status.Progress.Sent, Waiting: status.Progress.Waiting}, status.Running
}
