package main

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/spf13/cobra"

	"frontdesk"
	"frontdesk/internal/models"
	"frontdesk/internal/views"
	"frontdesk/internal/views/stage"
)

// windowCommand opens the window: what the program does without a verb.
func windowCommand(c *call) *cobra.Command {
	var screen, counter, agency, now string
	var touch bool
	cmd := &cobra.Command{Use: "frontdesk", Short: "Meja penerimaan Mal Pelayanan Publik", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if screen != "" && !slices.Contains(stage.ScreensAlone, screen) {
				return models.Misuse("command.screen", screen)
			}
			if touch && screen != stage.ScreenGuide {
				return models.Misuse("command.touch")
			}
			options := Options{Folder: c.folder, Clock: machineClock}
			if now != "" {
				start, err := readInstant(now)
				if err != nil {
					return err
				}
				options.Clock, options.Practice = practiceClock(start), true
			}
			return c.openWindow(cmd.Context(), options, views.Options{Screen: screen, Counter: counter, Agency: agency, Touch: touch})
		}}
	cmd.Flags().StringVar(&screen, "screen", "", "satu layar saja: guide, display, survey")
	cmd.Flags().BoolVar(&touch, "touch", false, "dengan --screen guide: tablet pemandu, ukuran jari, database bersama hanya dibaca")
	cmd.Flags().StringVar(&counter, "counter", "", "layar satu loket saja, dengan kodenya: DUK-1")
	cmd.Flags().StringVar(&agency, "agency", "", "survei tentang satu instansi saja, dengan kodenya: DUK")
	cmd.Flags().StringVar(&now, "now", "", "waktu latihan: jam program mulai dari sini (RFC 3339)")
	return cmd
}

// practiceClock starts at an instant and goes on from there.
func practiceClock(start time.Time) models.Clock {
	opened := time.Now()
	return models.ClockFunc(func() time.Time { return start.Add(time.Since(opened)) })
}

// openFor opens the program of a window: a guide's tablet only reads the mall's
// database; on a file of its own it is a desk as any other.
func openFor(ctx context.Context, options Options, shown views.Options) (*Program, error) {
	if !shown.Touch {
		return Open(ctx, options)
	}
	folder, err := dataFolder(options.Folder)
	if err != nil {
		return nil, err
	}
	told, err := readFolder(folder)
	switch {
	case err != nil:
		return nil, err
	case told.shared():
		return OpenTablet(ctx, options)
	}
	return Open(ctx, options)
}

// openWindow shows a window; shown says which screens it has. On a folder where
// nothing is set up yet the first run comes before it.
func (c *call) openWindow(ctx context.Context, options Options, shown views.Options) (err error) {
	folder, err := dataFolder(options.Folder)
	if err != nil {
		return err
	}
	door, alone := doorway(folder, shown.Screen, shown.Counter, shown.Agency)
	if alone == nil && !options.Practice && raiseFirst(door) {
		return nil
	}
	w := &windowRun{call: c, options: options, shown: shown, folder: folder}
	defer func() { err = errors.Join(err, w.close()) }()
	answers, first, err := w.firstRun()
	if err != nil {
		return err
	}
	if !first {
		if err := w.prepare(ctx); err != nil {
			return err
		}
	}
	about, err := frontdesk.ReadAbout()
	if err != nil {
		return err
	}
	defer func() {
		if fault := recover(); fault != nil {
			err = errors.Join(w.fallen(fault), err)
		}
	}()
	app.SetMetadata(fyne.AppMetadata{ID: about.ID, Name: about.Name, Version: about.Version, Build: about.Build,
		Icon: fyne.NewStaticResource("Icon.png", frontdesk.Icon), Migrations: map[string]bool{"fyneDo": true}})
	w.app = app.New()
	if first {
		err = w.showFirstRun(ctx, answers)
	} else {
		err = w.show(ctx)
	}
	if err != nil {
		return err
	}
	// A signal closes the window in order, so that the file is closed too.
	stop := context.AfterFunc(ctx, func() { fyne.Do(w.app.Quit) })
	defer stop()
	if alone == nil && !options.Practice {
		leave := awaitSecond(door, func() { fyne.Do(func() { raise(w.window) }) })
		defer func() { err = errors.Join(err, leave()) }()
	}
	w.opened = true
	debug.SetGCPercent(heapGrowth)
	w.app.Run()
	return w.failure
}

// heapGrowth is by how many per cent the heap of the window may grow before
// what is no longer used is given back. An idle desk makes little, and half of
// the usual hundred keeps its memory lower by a quarter of the heap.
const heapGrowth = 50

// raise brings a window to the front.
func raise(window fyne.Window) {
	window.Show()
	window.RequestFocus()
}
