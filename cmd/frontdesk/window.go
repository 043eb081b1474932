package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/spf13/cobra"

	"frontdesk"
	"frontdesk/internal/models"
	"frontdesk/internal/settings"
	"frontdesk/internal/text"
	"frontdesk/internal/views"
)

// windowCommand opens the window: what the program does without a verb.
func windowCommand(c *call) *cobra.Command {
	var screen, counter, agency, now string
	var touch bool
	cmd := &cobra.Command{Use: "frontdesk", Short: "Meja penerimaan Mal Pelayanan Publik", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if screen != "" && !slices.Contains(views.ScreensAlone, screen) {
				return models.Misuse("command.screen", screen)
			}
			if touch && screen != views.ScreenGuide {
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

// openWindow shows a window; shown says which screens it has.
func (c *call) openWindow(ctx context.Context, options Options, shown views.Options) (err error) {
	folder, err := dataFolder(options.Folder)
	if err != nil {
		return err
	}
	door, alone := doorway(folder, shown.Screen, shown.Counter, shown.Agency)
	if alone == nil && !options.Practice && raiseFirst(door) {
		return nil
	}
	p, err := openFor(ctx, options, shown)
	if err != nil {
		return err
	}
	c.program, c.speak = p, p.Speak
	p.watchCrashes()
	opened := false
	about, err := frontdesk.ReadAbout()
	if err != nil {
		return err
	}
	defer func() {
		if fault := recover(); fault != nil {
			says := "command.display"
			if opened {
				p.noteCrash(fault)
				says = "crash.happened"
			}
			err = errors.Join(models.Fault(nil, says), err)
		}
	}()
	app.SetMetadata(fyne.AppMetadata{ID: about.ID, Name: about.Name, Version: about.Version, Build: about.Build,
		Icon: fyne.NewStaticResource("Icon.png", frontdesk.Icon), Migrations: map[string]bool{"fyneDo": true}})
	program := app.New()
	shown.App, shown.Desk, shown.Queue, shown.Hall, shown.Survey = program, p.Desk, p.Desk, p.Desk, p.Desk
	shown.Reports = p.windowReports()
	if shown.Screen == "" {
		shown.People, shown.LockAfter = p.Desk, time.Duration(p.Settings.LockMinutes)*time.Minute
	}
	shown.GuestBook = bookPage{p.Desk, p}
	shown.SecondScreen = p.Settings.DisplayScreen == 2
	shown.Language = text.Language(p.Settings.Language)
	shown.AutoPrint = p.Settings.PrinterAuto
	shown.SetLanguage = func(l text.Language) error { return settings.Save(p.Folder, "language", string(l)) }
	shown.Appearance = p.Settings.Appearance
	shown.Scale = float32(p.Settings.TextScale) / 100
	shown.Notices, shown.Warns = p.Notices, p.Warns
	shown.Database, shown.Link = p.database(), p.link()
	if p.Link != nil {
		p.Link.Watch()
	}
	shown.Log = p.windowLog()
	shown.Answers = views.NewAnswers(shown.Log)
	if shown.Screen == "" && shown.Counter == "" && !options.Practice {
		defer p.beside(&shown, openingPeace)()
	}
	if shown.Screen == "" && shown.Counter == "" {
		shown.Settings = settingsPage{p}
		shown.Editor = editorPage{p}
		shown.Staff = p.Desk
	}
	if p.Settings.Voice == "on" {
		defer p.speakAloud(ctx, &shown)()
	}
	window, err := views.Open(shown)
	if err != nil {
		return err
	}
	// A signal closes the window in order, so that the file is closed too.
	stop := context.AfterFunc(ctx, func() { fyne.Do(program.Quit) })
	defer stop()
	if alone == nil && !options.Practice {
		leave := awaitSecond(door, func() { fyne.Do(func() { raise(window) }) })
		defer func() { err = errors.Join(err, leave()) }()
	}
	opened = true
	window.ShowAndRun()
	shown.Answers.Close()
	return nil
}

// raise brings a window to the front.
func raise(window fyne.Window) {
	window.Show()
	window.RequestFocus()
}
