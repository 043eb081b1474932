package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
	"frontdesk/internal/store"
	"frontdesk/internal/text"
	"frontdesk/internal/views"
	"frontdesk/internal/xdisplay"
)

const (
	frameVisits   = 60_000 // three rows each
	askEvery      = 10 * time.Millisecond
	framePatience = 10 * time.Minute
	framesFile    = "frames.json"
)

// frames is how long the window's thread took to answer, each askEvery: a
// frame, or whatever else keeps it, is never longer than the longest answer.
type frames struct {
	Idle []time.Duration // before the sync
	Busy []time.Duration // while it ran
}

// measureFrames opens the real window with a backlog, starts the sync by key,
// and reads what the window found out about itself.
func measureFrames(ctx context.Context, t *table) (err error) {
	root, err := os.MkdirTemp("", "frontdesk-bench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(root)) }()
	folder := filepath.Join(root, "desk")
	if err := fill(ctx, folder, frameVisits, unsent); err != nil {
		return err
	}
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	window, err := display.Open(self, "-frames", folder)
	if err != nil {
		return err
	}
	time.Sleep(5 * time.Second) // idle answers
	found, err := framesOf(window, folder)
	if err := errors.Join(err, window.Close()); err != nil {
		return err
	}
	t.compare("answer of the window p99, syncing / idle", found.Busy, found.Idle, 0.99, "")
	t.figure("longest answer of the window while it syncs", fmt.Sprintf("%.0f ms", milliseconds(found.Busy, 1)), "< 100 ms",
		fmt.Sprintf("p99 %.1f ms of %d; idle: longest %.0f, p99 %.1f ms", milliseconds(found.Busy, 0.99), len(found.Busy),
			milliseconds(found.Idle, 1), milliseconds(found.Idle, 0.99)))
	return nil
}

func milliseconds(list []time.Duration, p float64) float64 {
	return percentile(list, p).Seconds() * 1000
}

// framesOf starts the sync as a person does and waits for its end.
func framesOf(window *xdisplay.Window, folder string) (frames, error) {
	var found frames
	// The page is drawn before the run begins: its first frame is not the run's.
	if err := errors.Join(window.Press("ctrl+s"), window.Settle(), window.Press("Return")); err != nil {
		return found, err
	}
	for end := time.Now().Add(framePatience); time.Now().Before(end); time.Sleep(time.Second) {
		body, err := os.ReadFile(filepath.Join(folder, framesFile))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := errors.Join(err, json.Unmarshal(body, &found)); err != nil {
			return found, err
		}
		if len(found.Idle) == 0 || len(found.Busy) == 0 {
			return found, errors.New("the window was not asked")
		}
		return found, nil
	}
	return found, errors.New("the sync of the window did not end")
}

// showFrames is the window of measureFrames: the program's own screens on the
// folder, and a clock beside them.
func showFrames(ctx context.Context, folder string) error {
	d, s, err := openDesk(ctx, folder)
	if err != nil {
		return err
	}
	page := syncOf(d, s, folder)
	app.SetMetadata(fyne.AppMetadata{ID: "id.go.mpp.frontdesk.bench", Migrations: map[string]bool{"fyneDo": true}})
	window, err := views.Open(views.Options{App: app.New(), Desk: d, Queue: d, Sync: page, Language: text.Indonesian,
		Log: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	if err != nil {
		return errors.Join(err, s.Close())
	}
	go func() {
		if err := watchFrames(page, filepath.Join(folder, framesFile)); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	window.ShowAndRun()
	page.runner.Close()
	return s.Close()
}

// watchFrames asks the window's thread until a sync has come and gone.
func watchFrames(page *syncPage, file string) error {
	var found frames
	for {
		asked := time.Now()
		fyne.DoAndWait(func() {})
		took := time.Since(asked)
		_, running := page.Running()
		switch {
		case running:
			found.Busy = append(found.Busy, took)
		case len(found.Busy) > 0:
			body, err := json.Marshal(found)
			if err != nil {
				return err
			}
			return errors.Join(os.WriteFile(file+".new", body, 0o600), os.Rename(file+".new", file))
		default:
			found.Idle = append(found.Idle, took)
		}
		time.Sleep(askEvery)
	}
}

// syncPage is the nightly sync as the window sees it.
type syncPage struct {
	runner *nightly.Runner
	store  *store.Store
	target string
}

// syncOf syncs to a file beside the folder.
func syncOf(d *desk.Desk, s *store.Store, folder string) *syncPage {
	clock := models.ClockFunc(d.Now)
	connect := func(ctx context.Context) (nightly.Station, error) {
		c, err := nightly.Open(ctx, nightly.DefaultTarget(folder), nightly.Access{Clock: clock, Create: true})
		if err != nil {
			return nil, err
		}
		if err := errors.Join(c.Init(ctx), c.Enrol(ctx, d.Self())); err != nil {
			return nil, errors.Join(err, c.Close())
		}
		return c, nil
	}
	return &syncPage{store: s, target: nightly.DefaultFile(folder), runner: nightly.NewRunner(nightly.RunnerOptions{
		Task: nightly.Task{Folder: folder, Connect: connect, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
			Options: nightly.Options{Feed: s, Clock: clock, NewID: newID}},
		History: s, Schedule: nightly.Schedule{Zone: d.Now().Location(), DeskID: d.Self().ID}, Chance: func() float64 { return 0 }})}
}

func (s *syncPage) Overview(ctx context.Context) (models.SyncOverview, error) {
	o, err := s.store.SyncOverview(ctx)
	o.NextRun, o.Target = s.runner.Next(ctx), s.target
	return o, err
}

func (s *syncPage) Run(ctx context.Context) error { return s.runner.Run(ctx) }

func (s *syncPage) Cancel() { s.runner.Cancel() }

func (s *syncPage) Running() (models.SyncProgress, bool) {
	status := s.runner.Status()
	return models.SyncProgress{Sent: status.Progress.Sent, Waiting: status.Progress.Waiting}, status.Running
}
