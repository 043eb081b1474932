package views

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
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
	*hand
	fake *fakeSync
}

// lastNight is an overview of a desk whose last night went well.
func lastNight() models.SyncOverview {
	return models.SyncOverview{LastSuccess: monday.Add(-13 * time.Hour), NextRun: monday.Add(11 * time.Hour),
		Target: "pusat.example", Waiting: 123}
}

func openSync(t *testing.T, change ...func(*fakeSync, *Options)) *syncHand {
	t.Helper()
	fake := &fakeSync{t: t, overview: lastNight()}
	h := openWindow(t, func(_ *fakeDesk, o *Options) {
		o.Sync = fake
		o.dispatch = awayQueue{o.dispatch.(*queue), fake}
		for _, c := range change {
			c(fake, o)
		}
	})
	return &syncHand{h, fake}
}

func inEnglish(_ *fakeSync, o *Options) { o.Language = text.English }

// read lets the screens read the fake anew.
func (h *syncHand) read() {
	h.p.sync.load()
	h.work.drain()
}

// second lets a second pass.
func (h *syncHand) second() {
	var list []func()
	for _, f := range h.work.ticking {
		list = append(list, f)
	}
	for _, f := range list {
		f()
	}
	h.work.drain()
}

// bar is what the status bar says.
func (h *syncHand) bar() string { return h.words(h.p.frame.status) }

// page is what the Sync page says.
func (h *syncHand) page() string { return h.words(h.p.frame.pages[ScreenSync]) }

func (h *syncHand) words(o fyne.CanvasObject) string {
	var words []string
	(&guideHand{hand: h.hand}).gather(o, &words)
	return strings.Join(words, " ")
}
