package syncpage

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// syncState is what the status bar and the Sync page know of the sync. It
// knows no widgets and lives on the screen's thread; changed is called there
// for a repaint.
type syncState struct {
	sync     Port
	dispatch stage.Dispatcher
	log      *slog.Logger
	now      func() time.Time
	changed  func()

	overview models.SyncOverview
	known    bool  // the overview was read once
	unread   error // why it could not be read the last time
	loading  bool
	again    bool // asked to load while loading

	running  bool
	own      bool // the run was started here
	progress models.SyncProgress
	stopping bool   // the person asked to end the run
	watch    func() // ends the watching of the present run; nil while none

	failed  error // of the last run started here
	stopped bool  // the last run started here was ended by the person
}

func newSyncState(sync Port, s stage.Stage) *syncState {
	return &syncState{sync: sync, dispatch: s.Dispatch, log: s.Log, now: s.Desk.Now, changed: func() {}}
}

// load reads everything anew; what is asked meanwhile is read once more.
func (s *syncState) load() {
	if s.loading {
		s.again = true
		return
	}
	s.loading = true
	var read models.SyncOverview
	var progress models.SyncProgress
	var running bool
	var err error
	s.dispatch.Run(func() {
		progress, running = s.sync.Running()
		read, err = s.sync.Overview(context.Background())
	}, func() {
		s.loading = false
		s.take(read, err)
		s.follow(progress, running)
		if s.again {
			s.again = false
			s.load()
		}
	})
}

// take keeps what was read; after a fault the former figures stay.
func (s *syncState) take(read models.SyncOverview, err error) {
	s.unread = err
	if err != nil {
		s.log.Error("sync overview", "error", err.Error())
		return
	}
	if read.LastSuccess.After(s.overview.LastSuccess) {
		s.failed, s.stopped = nil, false
	}
	s.overview, s.known = read, true
}

// run sends now; a second key meanwhile does nothing.
func (s *syncState) run() {
	if s.running {
		return
	}
	s.own, s.failed, s.stopped = true, nil, false
	s.progress = models.SyncProgress{Waiting: s.overview.Waiting}
	var err error
	s.dispatch.Run(func() { err = s.sync.Run(context.Background()) }, func() { s.ended(err) })
	s.follow(s.progress, true)
}

// ended is the end of a run that was started here.
func (s *syncState) ended(err error) {
	s.own = false
	s.stopped = err != nil && s.stopping
	if err != nil && !s.stopped {
		s.failed = err
		s.log.Error("sync", "error", err.Error())
	}
	s.follow(models.SyncProgress{}, false)
}

// cancel asks the present run to end.
func (s *syncState) cancel() {
	if !s.running || s.stopping {
		return
	}
	s.stopping = true
	s.dispatch.Run(s.sync.Cancel, s.changed)
	s.changed()
}

// follow takes in how the run goes, and asks again each second until it ends.
func (s *syncState) follow(progress models.SyncProgress, running bool) {
	if running || !s.own { // a run of ours may not have begun yet
		s.progress = progress
	}
	s.running = running || s.own
	s.stopping = s.stopping && s.running
	switch {
	case s.running && s.watch == nil:
		s.watch = s.dispatch.Every(time.Second, s.ask)
	case !s.running && s.watch != nil:
		s.watch()
		s.watch = nil
		s.load()
	}
	s.changed()
}

// ask reads how far the run is; an answer that comes after its end is old.
func (s *syncState) ask() {
	var progress models.SyncProgress
	var running bool
	s.dispatch.Run(func() { progress, running = s.sync.Running() }, func() {
		if s.watch != nil {
			s.follow(progress, running)
		}
	})
}
