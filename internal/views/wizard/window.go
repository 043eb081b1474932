package wizard

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Options are what the window of the first run is made of.
type Options struct {
	App        fyne.App
	Port       Port
	Answers    models.FirstRun // of an earlier start, or the first page
	Appearance string          // as in Options
	Scale      float32         // as in Options
	Finish     func()          // the desk is ready: open it; then close this window
	Tick       func(d time.Duration, f func()) (stop func())

	dispatch stage.Dispatcher // of tests; nil is the background
}

// wizardWindow shows the first run.
type wizardWindow struct {
	state  *wizardState
	window fyne.Window
	speak  *text.Speaker
	app    fyne.App
	keys   stage.KeyTable
	shown  *wizardPage
}

// Open builds the window of the first run; the caller shows it.
func Open(o Options) (fyne.Window, error) {
	w, err := newWizardWindow(o)
	if err != nil {
		return nil, err
	}
	return w.window, nil
}

func newWizardWindow(o Options) (*wizardWindow, error) {
	if o.App == nil || o.Port == nil {
		return nil, errors.New("views: no app or no first run")
	}
	speak, err := text.Load(text.Language(o.Answers.Language))
	if err != nil {
		return nil, err
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	o.App.Settings().SetTheme(kit.NewTheme(stage.LookOf(o.Appearance), o.Scale))
	w := &wizardWindow{app: o.App, speak: speak, keys: stage.NewKeyTable(Keys())}
	w.state = &wizardState{port: o.Port, dispatch: o.dispatch, speakIn: w.speakIn}
	if w.state.dispatch == nil {
		w.state.dispatch = stage.Background{Tick: o.Tick}
	}
	w.window = o.App.NewWindow(o.App.Metadata().Name)
	w.window.SetIcon(kit.AppIcon())
	w.window.SetPadded(false)
	w.state.leave = w.window.Close
	w.state.finish = o.Finish
	w.state.changed = w.refresh
	w.state.scroll = func(part float32) { w.shown.scroll.Turn(part) }
	w.window.SetCloseIntercept(w.state.leaveNow)
	w.listen()
	w.build()
	w.window.Resize(fyne.NewSize(stage.UsualWidth*o.Scale, stage.UsualHeight*o.Scale))
	w.state.begin(o.Answers)
	return w, nil
}

// listen takes the keys that no widget has the focus for.
func (w *wizardWindow) listen() {
	canvas := w.window.Canvas()
	canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) { w.press(kit.KeyPress{Name: ev.Name, Modifiers: stage.HeldModifiers()}) })
	for _, press := range w.keys.Combinations() {
		canvas.AddShortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers},
			func(fyne.Shortcut) { w.press(press) })
	}
}

// press offers a key to the table.
func (w *wizardWindow) press(pressed kit.KeyPress) bool {
	pressed = stage.PlainKey(pressed)
	b, ok := w.keys.Find(stage.ScreenWizard, pressed)
	if ok {
		b.Do(w, pressed)
	}
	return ok
}

// Page is what the table of keys acts on.
func (w *wizardWindow) Page(name string) any {
	if name == stage.ScreenWizard {
		return w.state
	}
	return nil
}

// speakIn says everything in a language; what was typed stays.
func (w *wizardWindow) speakIn(language text.Language) {
	speak, err := text.Load(language)
	if err != nil {
		return
	}
	w.speak = speak
	w.build()
	w.refresh()
}

func (w *wizardWindow) build() {
	w.shown = newWizardPage(w)
	w.window.SetContent(w.shown.content)
}

func (w *wizardWindow) refresh() {
	w.shown.paint()
	w.focus(w.shown.target())
	w.shown.reveal()
}

func (w *wizardWindow) focus(o fyne.Focusable) {
	if canvas := w.window.Canvas(); canvas.Focused() != o {
		fyne.CurrentApp().Driver().AbsolutePositionForObject(w.shown.foot) // see frame.awaken
		canvas.Focus(o)
	}
}
