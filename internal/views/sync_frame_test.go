package views

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// quietSync is a sync that nobody starts.
type quietSync struct {
	waiting int
	reads   int
}

func (f *quietSync) Overview(context.Context) (models.SyncOverview, error) {
	f.reads++
	return models.SyncOverview{LastSuccess: stagetest.Monday.Add(-13 * time.Hour), Waiting: f.waiting}, nil
}

func (f *quietSync) Running() (models.SyncProgress, bool) { return models.SyncProgress{}, false }
func (f *quietSync) Cancel()                              {}
func (f *quietSync) Run(context.Context) error            { return nil }

// syncWindow is a whole window that has a sync.
type syncWindow struct {
	*hand
	fake *quietSync
}

func openSyncWindow(t *testing.T) syncWindow {
	t.Helper()
	fake := &quietSync{waiting: 123}
	return syncWindow{openWindow(t, func(_ *stagetest.Desk, o *Options) { o.Sync = fake }), fake}
}

func TestSyncPageIsLeftWithNothingTypedLost(t *testing.T) {
	h := openSyncWindow(t)
	h.Types("ktp")
	h.Press("Ctrl+S")
	require.Equal(t, stage.ScreenSync, h.p.current)
	h.Press("Esc")
	require.Equal(t, stage.ScreenReception, h.p.current)
	require.Equal(t, "ktp", h.Canvas().Focused().(*kit.Input).Text)

	h.Press("F2", "Ctrl+S", "Ctrl+S", "Esc")
	require.Equal(t, stage.ScreenGuide, h.p.current, "Esc goes back to the screen before")
}

func TestSyncPageIsOpenedFromTheStatusBar(t *testing.T) {
	h := openSyncWindow(t)
	bar := h.p.frame.status
	bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(bar.Size().Width/2, 10)})
	require.Equal(t, stage.ScreenReception, h.p.current, "nothing is said there")
	test.TapCanvas(h.Canvas(), fyne.NewPos(60, h.Canvas().Size().Height-12))
	require.Equal(t, stage.ScreenSync, h.p.current)
}

func TestWithoutSyncTheWindowIsAsBefore(t *testing.T) {
	h := openWindow(t)
	h.Press("Ctrl+S")
	require.Equal(t, stage.ScreenReception, h.p.current)
	require.Contains(t, h.foot(), "Tersimpan di komputer ini belum dikirim ke mana pun")

	fake := &quietSync{}
	alone := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.Sync, o.Screen = fake, stage.ScreenGuide })
	alone.Press("Ctrl+S")
	require.Equal(t, stage.ScreenGuide, alone.p.current, "the guide alone tells visitors nothing of it")
	require.Zero(t, fake.reads)
}

func TestSyncStatusIsReadEachMinuteAndAfterEachRecord(t *testing.T) {
	h := openSyncWindow(t)
	require.Contains(t, h.foot(), "Tersinkron kemarin 20.12 · 123 belum terkirim")
	before := h.fake.reads
	h.Types("ktp hilang")
	require.Equal(t, before, h.fake.reads, "typing and rows ask nothing")
	h.fake.waiting = 124
	h.Press("F9")
	require.Equal(t, before+1, h.fake.reads)
	require.Contains(t, h.foot(), "124 belum terkirim")
	for _, s := range h.p.screens {
		s.Minute()
	}
	h.Work.Drain()
	require.Equal(t, before+2, h.fake.reads)
}
