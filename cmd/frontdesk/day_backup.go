package main

import (
	"context"
	"sync"
	"time"

	"frontdesk/internal/backup"
	"frontdesk/internal/models"
)

const (
	// backupPeace is left to the first visitors before a backup that an earlier
	// day lacks is made up for.
	backupPeace = 10 * time.Minute
	// backupEvery is how often the wall clock is looked at.
	backupEvery = time.Minute
	// backupRetry is the pause after a backup that failed.
	backupRetry = 30 * time.Minute
	// backupPatience is how long the program stays after its window was closed
	// to write the day's backup. A cut is harmless: the former one stays.
	backupPatience = 5 * time.Minute
)

// dayBackup writes the daily backup while a window is open: in the night
// slot, at the start after a long gap, when asked, and at the end.
type dayBackup struct {
	program *Program
	cancel  context.CancelFunc
	work    sync.WaitGroup
	turn    sync.Mutex // held while one is written
	tried   time.Time  // when the last one failed; only the loop uses it
}

func (p *Program) openBackup() backups {
	if p.shared() {
		return serversOwn{}
	}
	return &dayBackup{program: p}
}

// backups tells how they stand.
func (p *Program) backups() models.BackupState {
	if p.shared() {
		return models.BackupState{Server: true}
	}
	return backup.StateOf(p.Folder)
}

// backups are those that go on beside a window.
type backups interface {
	start(peace, every time.Duration)
	run(ctx context.Context) error
	endDay()
}

// serversOwn are the backups of a database server, which it makes itself.
type serversOwn struct{}

func (serversOwn) start(_, _ time.Duration) {}

func (serversOwn) run(context.Context) error { return nil }

func (serversOwn) endDay() {}

// start looks at the clock again and again, once peace is over.
func (b *dayBackup) start(peace, every time.Duration) {
	ctx, cancel := context.WithCancel(context.Background())
	b.cancel = cancel
	b.work.Go(func() {
		for wait := peace; ; wait = every {
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
				b.look(ctx)
			}
		}
	})
}

// look writes a backup when one is due. A run under way is enough.
func (b *dayBackup) look(ctx context.Context) {
	now := b.program.Desk.Now()
	last := backup.StateOf(b.program.Folder).Made
	pausing := now.Sub(b.tried).Abs() < backupRetry
	if pausing || b.program.schedule().NextRun(now, last).After(now) || !b.turn.TryLock() {
		return
	}
	defer b.turn.Unlock()
	b.tried = time.Time{}
	if _, err := b.program.BackUp(ctx); err != nil {
		b.tried = now // the log and the page have it
	}
}

// run writes one now, after the one under way.
func (b *dayBackup) run(ctx context.Context) error {
	b.turn.Lock()
	defer b.turn.Unlock()
	_, err := b.program.BackUp(ctx)
	return err
}

// endDay writes the last one of the day.
func (b *dayBackup) endDay() {
	b.cancel()
	b.work.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), backupPatience)
	defer cancel()
	_ = b.run(ctx) // the next start says it
}
