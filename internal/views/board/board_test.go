package board

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stagetest"
)

// fakeHall is a mall whose calls a test makes.
type fakeHall struct {
	*stagetest.Desk
	calls  []models.Announcement
	issued *desk.Issued
	err    error
}

func (f *fakeHall) Announcements(_ context.Context, since time.Time) ([]models.Announcement, error) {
	var list []models.Announcement
	for _, c := range f.calls {
		if !c.At.Before(since) {
			list = append(list, c)
		}
	}
	return list, f.err
}

func (f *fakeHall) JustIssued(_ context.Context, fresh time.Duration) (desk.Issued, bool, error) {
	if f.issued == nil || f.Clock.Sub(f.issued.RecordedAt) > fresh {
		return desk.Issued{}, false, nil
	}
	return *f.issued, true, nil
}

// display is the visitors' display of a test.
type display struct {
	hall *fakeHall
	work *stagetest.Work
	b    *Display
	said []string
}

func openTestDisplay(t *testing.T) *display {
	t.Helper()
	d := &display{hall: &fakeHall{Desk: stagetest.NewDesk(t)}, work: &stagetest.Work{}}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.LookDark, 1))
	speak := text.MustLoad(text.Indonesian)
	announce := func(_ models.Announcement, words string) { d.said = append(d.said, words) }
	d.b = Open(app.NewWindow(""), d.hall, announce, d.work, slog.New(slog.DiscardHandler), func() *text.Speaker { return speak })
	d.b.Window.Resize(fyne.NewSize(1920, 1080))
	d.work.Drain()
	return d
}

// call makes the n-th call of the day, to a counter.
func (d *display) call(n int, counter string) {
	d.hall.Clock = d.hall.Clock.Add(300 * time.Millisecond)
	d.hall.calls = append(d.hall.calls, models.Announcement{Event: fmt.Sprint("e", n), Ticket: fmt.Sprint("t", n),
		Number: models.TicketNumber("1A", n), Agency: "DUK", Counter: counter, At: d.hall.Clock})
	d.b.state.load()
	d.work.Drain()
}

// words are all that the display says.
func (d *display) words() string {
	var said []string
	for _, o := range test.WidgetRenderer(d.b.board).Objects() {
		if t, ok := o.(*canvas.Text); ok {
			said = append(said, t.Text)
		}
	}
	return strings.Join(said, " | ")
}

func TestTheDisplayShowsTheLastNumberOfEachCounterNewestFirst(t *testing.T) {
	d := openTestDisplay(t)
	require.Contains(t, d.words(), "Selamat datang")
	d.call(1, "DUK-1")
	d.call(2, "DUK-2")
	d.call(3, "DUK-1")
	require.Regexp(t, `1A-003 \| 101 .*1A-002 \| 102`, d.words())
	require.NotContains(t, d.words(), "1A-001")
}

func TestTwoHundredCallsInAMinuteAreSaidOnceEachAndInOrder(t *testing.T) {
	d := openTestDisplay(t)
	for n := range 200 {
		d.call(n+1, fmt.Sprint("DUK-", 1+n%3))
	}
	require.Len(t, d.said, 200)
	for n, words := range d.said {
		require.Equal(t, text.MustLoad(text.Indonesian).Spoken(models.TicketNumber("1A", n+1), 101+n%3), words)
	}
	require.Len(t, d.b.state.calls, 3)
}

func TestMemoryOfPastCallsIsBounded(t *testing.T) {
	d := openTestDisplay(t)
	for n := range 2 * mostCallsSeen {
		d.b.state.hear(models.Announcement{Event: fmt.Sprint(n), Counter: "DUK-1", At: d.hall.Clock})
	}
	require.Len(t, d.b.state.seen, mostCallsSeen)
}

func TestWhatWasCalledBeforeTheDisplayOpenedIsNotSaid(t *testing.T) {
	d := openTestDisplay(t)
	fresh := &boardState{desk: d.hall, dispatch: d.work, log: slog.New(slog.DiscardHandler), changed: func() {},
		announce: func(models.Announcement) { t.Error("an old call is said") }}
	d.call(1, "DUK-1")
	fresh.load()
	d.work.Drain()
	require.Len(t, fresh.calls, 1)
}

func TestANewNumberFillsTheDisplayForTwelveSeconds(t *testing.T) {
	d := openTestDisplay(t)
	offer, _ := d.hall.Offer("DUK-02", desk.Today{}, d.hall.Clock)
	issued := d.hall.Issue(offer)
	issued.RecordedAt = d.hall.Clock
	issued.Visitor = models.MaskedIdentity{Name: "A•••• N••••"}
	d.hall.issued = &issued
	d.b.state.load()
	d.work.Drain()
	require.Contains(t, d.words(), "Nomor antrean Anda | 1A-001")
	require.NotContains(t, d.words(), "A••••")
	for _, step := range []struct {
		after time.Duration
		full  bool
	}{{11 * time.Second, true}, {12 * time.Second, false}} {
		d.hall.Clock = issued.RecordedAt.Add(step.after)
		for _, tick := range d.work.Ticking {
			tick()
		}
		require.Equal(t, step.full, strings.Contains(d.words(), "Nomor antrean Anda"), "after %v", step.after)
	}
}

func TestASensitiveServiceIsNotNamedInTheHall(t *testing.T) {
	d := openTestDisplay(t)
	for i := range d.hall.Catalogue().Directory.Agencies {
		a := &d.hall.Catalogue().Directory.Agencies[i]
		for j := range a.Services {
			if s := &a.Services[j]; s.Sensitive {
				said := boardPage{d.b.state, text.MustLoad(text.Indonesian)}.serviceOf(desk.Issued{Agency: a, Service: s})
				require.Equal(t, "Layanan "+a.ShortName, said)
			}
		}
	}
}

func TestAFaultLeavesTheDisplayAsItIs(t *testing.T) {
	d := openTestDisplay(t)
	d.call(1, "DUK-1")
	d.hall.err = errors.New("the server is gone")
	d.call(2, "DUK-2")
	require.Contains(t, d.words(), "1A-001")
	d.hall.err = nil
	d.call(3, "DUK-3")
	require.Contains(t, d.words(), "1A-003")
	require.Contains(t, d.words(), "1A-002")
}
