package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"frontdesk/internal/models"
	"frontdesk/internal/settings"
	"frontdesk/internal/text"
	"frontdesk/internal/views/wizard"
)

// firstRun tells whether the first run comes before this window: the desk's own
// on a folder where nothing is set up, unless it was told of the mall's
// database, which knows everything.
func (w *windowRun) firstRun() (answers models.FirstRun, due bool, err error) {
	if w.options.Practice || w.shown.Screen != "" || w.shown.Counter != "" {
		return answers, false, nil
	}
	told, err := settings.Load(w.folder, os.LookupEnv)
	if err != nil || told.Database != "" {
		return answers, false, err
	}
	answers, due, err = firstRun(w.folder)
	if err != nil || !due {
		return answers, false, err
	}
	if answers.Kind == "" {
		return firstAnswers(told), !holdsRecords(w.folder), nil
	}
	return resumed(answers, holdsRecords(w.folder)), true, nil
}

// firstAnswers are those that need no question.
func firstAnswers(told settings.Settings) models.FirstRun {
	language := told.Language
	if _, chosen := os.LookupEnv(settings.EnvName("language")); !chosen {
		language = string(desktopLanguage())
	}
	return models.FirstRun{Step: models.StepWelcome, Kind: models.FirstNew, Language: language, Number: told.DeskNumber,
		Name: told.DeskName, Mall: models.MallSource{From: models.MallSample}, Printer: told.Printer, Target: told.SyncTarget}
}

// desktopLanguage is English where the desktop speaks it; a desktop without a
// language of its own gets Indonesian.
func desktopLanguage() text.Language {
	speaks := lang.SystemLocale().LanguageString()
	if runtime.GOOS != "windows" { // there "C" counts as English
		speaks = cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	}
	if strings.HasPrefix(speaks, string(text.English)) {
		return text.English
	}
	return text.Indonesian
}

// showFirstRun shows the pages of the first run; the desk's window takes their
// place when they are through.
func (w *windowRun) showFirstRun(ctx context.Context, answers models.FirstRun) error {
	told, err := settings.Load(w.folder, os.LookupEnv)
	if err != nil {
		return err
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = filepath.Dir(w.folder)
	}
	w.window, err = wizard.Open(wizard.Options{App: w.app, Answers: answers,
		Port:       setUp{folder: w.folder, home: home},
		Appearance: told.Appearance, Scale: float32(told.TextScale) / 100,
		Finish: func() { w.openDesk(ctx) }})
	if err != nil {
		return err
	}
	w.window.Show()
	return nil
}

// openDesk opens the desk that was set up, away from the screen, and shows it.
func (w *windowRun) openDesk(ctx context.Context) {
	pages := w.window
	go func() {
		err := w.prepare(ctx)
		fyne.Do(func() {
			if err == nil {
				err = w.show(ctx)
			}
			w.failure = err
			pages.SetCloseIntercept(nil)
			pages.Close()
		})
	}()
}
