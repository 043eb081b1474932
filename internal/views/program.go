package views

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/board"
	"frontdesk/internal/views/guestbook"
	"frontdesk/internal/views/guide"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/lock"
	"frontdesk/internal/views/people"
	"frontdesk/internal/views/queue"
	"frontdesk/internal/views/reception"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/syncpage"
)

// program is the window with its screens.
type program struct {
	options  Options
	window   fyne.Window
	speak    *text.Speaker
	keys     stage.KeyTable
	dispatch stage.Dispatcher

	reception *reception.State
	queue     queue.Page        // nil: this window has no queue
	people    *people.Screen    // nil: this window has no section of operators
	guestbook *guestbook.Screen // nil: this window has no guest book
	watch     *watcher          // tells what others write
	sync      *syncpage.Screen  // nil: this window has no sync
	printing  *stage.Printer    // nil: the desk has no printer
	board     *board.Display    // nil: the visitors' display is closed
	lock      *lock.Page        // nil: nobody signs in here
	screens   map[string]stage.Screen
	order     []string // as the rail shows them
	setup     []string // the sections of F10, in order
	section   string   // the one of them that was open last
	current   string
	before    string // the screen shown before the current one
	help      bool
	lastKey   string          // what the last key did, as its text key: for the log
	said      []models.Phrase // the notices of the start, until a key is pressed

	frame *frame
	tick  func() // stops the wait for the next minute
}

// start makes the screens and the window.
func (p *program) start() {
	p.window = p.options.App.NewWindow(p.options.Desk.Catalogue().Directory.Mall.ShortName)
	p.window.SetIcon(kit.AppIcon())
	p.window.SetPadded(false)
	p.said = p.options.Notices
	s := stage.Stage{Desk: p.options.Desk, Dispatch: p.dispatch, Log: p.options.Log, Press: p.press, Focus: p.focus,
		Focused: func() fyne.Focusable { return p.window.Canvas().Focused() },
		Touch:   p.options.Touch}
	p.addScreens(s)
	p.addLock(s)
	p.current = p.order[0]
	p.keys = stage.NewKeyTable(p.bindings())
	p.listen()
	p.watch = &watcher{revision: p.options.Desk.Revision, dispatch: p.dispatch, log: p.options.Log,
		tell: []func(){p.renew}, turned: p.turned, asked: func() { p.frame.watchLink() }}
	p.build()
	p.window.Resize(p.firstSize())
	p.arriveCurrent()
	if p.lock != nil {
		p.lock.Start()
	}
	p.awaitMinute()
	if p.sync != nil {
		p.sync.Load()
	}
	if p.printing != nil {
		p.printing.Start()
	}
	p.watch.start()
	p.watch.ask()
	if p.options.Answers != nil {
		go p.options.Answers.watch(func() (string, string) { return p.current, p.lastKey })
	}
}

// addScreens makes the screens of this window: all of the desk, the guide alone,
// or one counter alone.
func (p *program) addScreens(s stage.Stage) {
	p.screens = map[string]stage.Screen{}
	if p.options.Counter != "" {
		p.addQueue(s)
		return
	}
	if p.options.Screen == stage.ScreenSurvey {
		p.addSurvey(s)
		return
	}
	p.screens[stage.ScreenGuide] = guide.New(s)
	p.order = []string{stage.ScreenGuide}
	if p.options.Screen == stage.ScreenGuide {
		return
	}
	p.reception = reception.NewState(s)
	p.screens[stage.ScreenReception] = reception.New(p.reception, s)
	p.addPrinting(s)
	p.order = []string{stage.ScreenReception, stage.ScreenGuide}
	if p.options.Queue != nil {
		p.addQueue(s)
	}
	p.addGuestbook(s)
	p.addToday(s)
	p.addReports(s)
	p.addSheets(s)
	p.addSync(s)
	p.addSetup(s)
}

// renew reads anew what is shown, and the queue, whose length the rail tells:
// somebody wrote a record.
func (p *program) renew() {
	p.meetPeople()
	if p.board != nil {
		p.board.Load()
	}
	if p.queue != nil {
		p.queue.State().Load()
	}
	if p.current != stage.ScreenQueue {
		p.screens[p.current].Minute()
	}
}

// bindings are the keys of the screens that this window has. A screen alone
// needs no key to go to itself.
func (p *program) bindings() []stage.Binding {
	return slices.DeleteFunc(Bindings(), func(b stage.Binding) bool {
		if b.OfAll && (p.options.Counter != "" || p.options.Screen == stage.ScreenSurvey) {
			return true
		}
		return b.Opens != "" && (len(p.order) == 1 || !slices.Contains(p.order, b.Opens))
	})
}

// firstSize is that of a new window; a tablet's is the screen's own.
func (p *program) firstSize() fyne.Size {
	if p.options.Touch {
		return fyne.NewSize(stage.UsualTouchWidth, stage.UsualTouchHeight)
	}
	return p.units(stage.UsualWidth, stage.UsualHeight)
}

// turned says that the store stopped or began again to answer.
func (p *program) turned() {
	p.frame.refreshStatus()
	if guide, ok := p.screens[stage.ScreenGuide].(*guide.Screen); ok {
		guide.Away(p.watch.failed)
	}
	if p.options.Touch && !p.watch.failed {
		p.forgetNotices() // nobody presses a key here
	}
}

func (p *program) units(w, h float32) fyne.Size {
	scale := min(max(p.options.Scale, kit.MinScale), kit.MaxScale)
	return fyne.NewSize(w*scale, h*scale)
}

// build makes the widgets of what is shown anew in the present language, and
// forgets those of all other screens, which keep what was typed.
func (p *program) build() {
	for _, s := range p.screens {
		s.Drop()
	}
	p.frame = newFrame(p)
	p.window.SetContent(p.watched(p.frame.content))
	p.frame.refresh()
}

// listen takes the keys that no widget has the focus for.
func (p *program) listen() {
	canvas := p.window.Canvas()
	canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		p.press(kit.KeyPress{Name: ev.Name, Modifiers: stage.HeldModifiers()})
	})
	canvas.SetOnTypedRune(func(r rune) {
		p.arriveCurrent()
		if focused := canvas.Focused(); focused != nil {
			focused.TypedRune(r)
		}
	})
	for _, press := range p.keys.Combinations() {
		shortcut := fyne.Shortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers})
		if press == undoPress {
			shortcut = &fyne.ShortcutUndo{}
		}
		canvas.AddShortcut(shortcut, func(fyne.Shortcut) { p.press(press) })
	}
}

// undoPress is a combination that the toolkit has a shortcut of its own for.
var undoPress = stage.ParseKey("Ctrl+Z")

// press offers a key to the table; false leaves it to the widget.
func (p *program) press(pressed kit.KeyPress) bool {
	pressed = stage.PlainKey(pressed)
	if p.help {
		return p.pressInHelp(pressed)
	}
	if p.lock != nil {
		p.lock.Touch()
	}
	b, ok := p.keys.Find(p.keyScreen(), pressed)
	if !ok || b.When != nil && !b.When(p) {
		return false
	}
	p.forgetNotices()
	if b.Why != nil {
		if why := b.Why(p); why != "" {
			p.explain(why)
			return true
		}
	}
	p.lastKey = b.Says
	b.Do(p, pressed)
	return true
}

// pressInHelp lets the sheet of keys be put away, and other screens opened.
func (p *program) pressInHelp(pressed kit.KeyPress) bool {
	if pressed.Name == fyne.KeyEscape {
		p.toggleHelp()
		return true
	}
	if b, ok := p.keys.Find(stage.EveryScreen, pressed); ok {
		b.Do(p, pressed)
	}
	return true
}

// explain says why a key does nothing now.
func (p *program) explain(why string) {
	if p.current == stage.ScreenReception {
		p.reception.Hint(why)
	}
}

func (p *program) forgetNotices() {
	if len(p.said) > 0 {
		p.said = nil
		p.frame.refresh()
	}
}

// open goes to a screen; what was typed on the other stays there.
func (p *program) open(name string) {
	if p.screens[name] == nil {
		return
	}
	p.help = false
	if p.current != name {
		p.before = p.current
	}
	p.current = name
	if slices.Contains(p.setup, name) {
		p.section = name
	}
	p.window.Canvas().Unfocus() // no letter may reach a field that is not shown
	p.frame.refresh()
	p.arriveCurrent()
}

// toggleHelp shows the sheet of keys, or puts it away.
func (p *program) toggleHelp() {
	p.help = !p.help
	p.frame.refresh()
	if !p.help {
		p.arriveCurrent()
	}
}

// speakOther changes the language without losing anything typed.
func (p *program) speakOther() {
	other := text.English
	if p.speak.Language() == text.English {
		other = text.Indonesian
	}
	p.setLanguage(other)
}

func (p *program) setLanguage(language text.Language) {
	if !p.useLanguage(language) || p.options.SetLanguage == nil {
		return
	}
	var err error
	p.dispatch.Run(func() { err = p.options.SetLanguage(language) }, func() {
		if err != nil {
			p.options.Log.Error("language", "error", err.Error())
			p.said = []models.Phrase{models.Say("frame.language_not_kept")}
			p.frame.refresh()
		}
	})
}

// useLanguage says everything in a language; false when there is none such.
func (p *program) useLanguage(language text.Language) bool {
	speak, err := text.Load(language)
	if err != nil {
		p.options.Log.Error("language", "error", err.Error())
		return false
	}
	p.speak = speak
	p.build()
	p.arriveCurrent()
	return true
}

// dress gives the window the look and text size of its options.
func (p *program) dress() {
	p.options.App.Settings().SetTheme(kit.NewTheme(stage.LookOf(p.options.Appearance), p.options.Scale))
	p.build()
	p.arriveCurrent()
}

// Page is the screen of a name; nil: this window has none.
func (p *program) Page(name string) any {
	if name == stage.ScreenLock && p.lock != nil {
		return p.lock
	}
	return p.screens[name]
}

// focus puts the focus, once the window has the widget.
func (p *program) focus(o fyne.Focusable) {
	if p.covered() && !p.lock.Owns(o) {
		return
	}
	if canvas := p.window.Canvas(); canvas.Focused() != o {
		p.frame.awaken()
		canvas.Focus(o)
	}
}

// awaitMinute moves the clock when the minute changes, and not more often.
func (p *program) awaitMinute() {
	now := p.options.Desk.Now()
	p.tick = p.dispatch.Every(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		p.tick()
		p.frame.refreshClock()
		for _, s := range p.screens {
			s.Minute()
		}
		p.awaitMinute()
	})
}
