package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/settings"
	"frontdesk/internal/text"
	"frontdesk/internal/views"
)

// windowRun is one run of the program with a window.
type windowRun struct {
	call    *call
	options Options
	shown   views.Options
	folder  string

	app     fyne.App
	program *Program
	window  fyne.Window    // the one that a second start raises
	ends    []func() error // what is ended after the window, the last first
	opened  bool
	failure error // of a desk that did not open after its first run
}

// prepare opens the desk.
func (w *windowRun) prepare(ctx context.Context) error {
	p, err := openFor(ctx, w.options, w.shown)
	if err != nil {
		return err
	}
	w.program, w.call.program, w.call.speak = p, p, p.Speak
	p.watchCrashes()
	return nil
}

// show shows the desk's window.
func (w *windowRun) show(ctx context.Context) error {
	p, shown, practice := w.program, w.shown, w.options.Practice
	shown.App, shown.Desk, shown.Queue, shown.Hall, shown.Survey = w.app, p.Desk, p.Desk, p.Desk, windowSurvey{p.Desk, p.reports()}
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
	if shown.Screen == "" && shown.Counter == "" && !practice {
		w.after(p.beside(&shown, openingPeace))
	}
	if shown.Screen == "" && shown.Counter == "" {
		shown.Settings = settingsPage{p}
		shown.Editor = editorPage{p}
		shown.Staff = p.Desk
	}
	if p.Settings.Voice == "on" {
		w.after(p.speakAloud(ctx, &shown))
	}
	w.after(shown.Answers.Close)
	window, err := views.Open(shown)
	if err != nil {
		return err
	}
	w.window = window
	window.Show()
	return nil
}

func (w *windowRun) after(end func()) {
	w.ends = append(w.ends, func() error {
		end()
		return nil
	})
}

// close ends what went on beside the window.
func (w *windowRun) close() error {
	var err error
	for _, end := range slices.Backward(w.ends) {
		err = errors.Join(err, end())
	}
	return err
}

// fallen says why a window fell.
func (w *windowRun) fallen(fault any) error {
	if !w.opened || w.program == nil {
		return models.Fault(nil, "command.display")
	}
	w.program.noteCrash(fault)
	return models.Fault(nil, "crash.happened")
}
