package views

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// fakeSync is a sync that does what a test says.
type fakeSync struct {
	t        *testing.T
	overview models.SyncOverview
	unread   error
	fails    error
	during   func() // while a run is under way
	progress models.SyncProgress
	running  bool

	away      bool // off the screen's thread
	reads     int
	runs      int
	cancelled int
}

func (f *fakeSync) offTheScreen() {
	f.t.Helper()
	require.True(f.t, f.away, "asked on the screen's thread")
}

func (f *fakeSync) Overview(context.Context) (models.SyncOverview, error) {
	f.offTheScreen()
	f.reads++
	return f.overview, f.unread
}

func (f *fakeSync) Running() (models.SyncProgress, bool) {
	f.offTheScreen()
	return f.progress, f.running
}

func (f *fakeSync) Cancel() {
	f.offTheScreen()
	f.cancelled++
}

func (f *fakeSync) Run(context.Context) error {
	f.offTheScreen()
	f.runs++
	f.running = true
	if f.during != nil {
		f.during()
	}
	f.running, f.progress = false, models.SyncProgress{}
	if f.cancelled > 0 {
		return models.Fault(nil, "sync.cancelled")
	}
	return f.fails
}

// awayQueue tells the fake when work runs off the screen's thread.
type awayQueue struct {
	*queue
	fake *fakeSync
}

func (q awayQueue) run(work, done func()) {
	q.queue.run(func() {
		q.fake.away = true
		work()
		q.fake.away = false
	}, done)
}

// syncHand works a window that has a sync.
type syncHand struct {
	*alone
	fake *fakeSync
}

// lastNight is an overview of a desk whose last night went well.
func lastNight() models.SyncOverview {
	return models.SyncOverview{LastSuccess: monday.Add(-13 * time.Hour), NextRun: monday.Add(11 * time.Hour),
		Target: "pusat.example", Waiting: 123}
}

func openSync(t *testing.T, change ...func(*fakeSync, *scene)) *syncHand {
	t.Helper()
	fake := &fakeSync{t: t, overview: lastNight()}
	s := scene{name: ScreenSync, opens: "Ctrl+S", keys: syncKeys(), dispatch: func(q *queue) dispatcher { return awayQueue{q, fake} }}
	for _, c := range change {
		c(fake, &s)
	}
	h := &syncHand{fake: fake}
	s.make = func(s stage) screen { return newSyncScreen(fake, s, func() { h.leave() }, func() {}) }
	h.alone = openAlone(t, s)
	h.read()
	return h
}

func inEnglish(_ *fakeSync, s *scene) { s.language = text.English }

func (h *syncHand) view() *syncScreen { return h.screen.(*syncScreen) }

// read lets the screens read the fake anew.
func (h *syncHand) read() {
	h.view().load()
	h.work.drain()
}

// bar is what the status bar says.
func (h *syncHand) bar() string {
	says := h.view().bar(h.speak)
	return says.Word + " " + says.Detail
}

// page is what the Sync page says.
func (h *syncHand) page() string { return h.words() }
