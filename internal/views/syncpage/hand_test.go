package syncpage

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
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
	*stagetest.Work
	fake *fakeSync
}

func (q awayQueue) Run(work, done func()) {
	q.Work.Run(func() {
		q.fake.away = true
		work()
		q.fake.away = false
	}, done)
}

// syncHand works a window that has a sync.
type syncHand struct {
	*stagetest.Alone
	fake *fakeSync
}

// lastNight is an overview of a desk whose last night went well.
func lastNight() models.SyncOverview {
	return models.SyncOverview{LastSuccess: stagetest.Monday.Add(-13 * time.Hour), NextRun: stagetest.Monday.Add(11 * time.Hour),
		Target: "pusat.example", Waiting: 123}
}

func openSync(t *testing.T, change ...func(*fakeSync, *stagetest.Scene)) *syncHand {
	t.Helper()
	fake := &fakeSync{t: t, overview: lastNight()}
	s := stagetest.Scene{Name: stage.ScreenSync, Opens: "Ctrl+S", Keys: Keys(), Dispatch: func(q *stagetest.Work) stage.Dispatcher { return awayQueue{q, fake} }}
	for _, c := range change {
		c(fake, &s)
	}
	h := &syncHand{fake: fake}
	s.Make = func(s stage.Stage) stage.Screen { return New(fake, s, func() { h.Leave() }, func() {}) }
	h.Alone = stagetest.Open(t, s)
	h.read()
	return h
}

func inEnglish(_ *fakeSync, s *stagetest.Scene) { s.Language = text.English }

func (h *syncHand) view() *Screen { return h.Screen.(*Screen) }

// read lets the screens read the fake anew.
func (h *syncHand) read() {
	h.view().Load()
	h.Work.Drain()
}

// bar is what the status bar says.
func (h *syncHand) bar() string {
	says := h.view().Bar(h.Speak)
	return says.Word + " " + says.Detail
}

// page is what the Sync page says.
func (h *syncHand) page() string { return h.Words() }
