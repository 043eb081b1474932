package views

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// Announcer calls tickets aloud; words are the sentence to say.
type Announcer func(call models.Announcement, words string)

// boardWindow is the visitors' display in a window of its own.
type boardWindow struct {
	window fyne.Window
	state  *boardState
	board  *kit.Board
	minute time.Time
	stop   func() // of the clock
}

// openBoard makes the display; the caller shows it. speak gives the language
// of now, announce may be nil.
func openBoard(o Options, d dispatcher, speak func() *text.Speaker) *boardWindow {
	hall := o.Hall
	b := &boardWindow{window: o.App.NewWindow(hall.Catalogue().Directory.Mall.ShortName), board: kit.NewBoard(),
		state: newBoardState(hall, d, o.Log)}
	b.window.SetIcon(kit.AppIcon())
	b.window.SetPadded(false)
	b.window.SetContent(container.NewStack(b.board))
	b.window.Resize(fyne.NewSize(usualWidth, usualHeight))
	b.window.Canvas().SetOnTypedKey(b.typed)
	b.state.changed = func() { b.board.Draw(boardPage{b.state, speak()}.draw) }
	if o.Announce != nil {
		b.state.announce = func(call models.Announcement) {
			if counter, _ := hall.Catalogue().Counter(call.Counter); counter != nil {
				o.Announce(call, speak().Spoken(call.Number, counter.Number))
			}
		}
	}
	b.state.changed()
	b.state.load()
	b.stop = d.every(boardClock, b.tick)
	return b
}

// boardClock is how often the display looks whether the minute has changed.
const boardClock = 5 * time.Second

// tick reads the hall anew with each minute: agencies open and close by the
// clock.
func (b *boardWindow) tick() {
	if minute := b.state.desk.Now().Truncate(time.Minute); !minute.Equal(b.minute) {
		b.minute = minute
		b.state.load()
	}
}

// typed: F11 fills the screen on which the window stands, Esc leaves it.
func (b *boardWindow) typed(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyF11:
		b.window.SetFullScreen(!b.window.FullScreen())
	case fyne.KeyEscape:
		b.window.SetFullScreen(false)
	}
}

// place fills the second screen where there is one and it is wanted.
func (b *boardWindow) place(second bool) {
	if w, ok := b.window.(desktop.Window); ok && second {
		w.RequestFullScreenSecondary()
	}
}

// close ends what the window began.
func (b *boardWindow) close() {
	b.stop()
	b.state.clear()
}

// openDisplay is the visitors' display alone, as a program of its own.
func openDisplay(o Options) (fyne.Window, error) {
	speak, err := text.Load(o.Language)
	if err != nil {
		return nil, err
	}
	o.App.Settings().SetTheme(kit.NewTheme(kit.LookDark, 1))
	var d dispatcher = background{tick: o.Tick}
	if o.dispatch != nil {
		d = o.dispatch
	}
	b := openBoard(o, d, func() *text.Speaker { return speak })
	b.place(o.SecondScreen)
	watch := &watcher{revision: o.Desk.Revision, dispatch: d, log: o.Log, tell: []func(){b.state.load}, turned: func() {}, asked: func() {}}
	watch.start()
	b.window.SetMaster()
	return b.window, nil
}

// toggleBoard opens the visitors' display beside the desk, or closes it.
func (p *program) toggleBoard() {
	if p.board != nil {
		p.board.window.Close()
		return
	}
	p.board = openBoard(p.options, p.dispatch, func() *text.Speaker { return p.speak })
	p.board.place(p.options.SecondScreen)
	p.board.window.SetOnClosed(func() {
		p.board.close()
		p.board = nil
	})
	p.board.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl},
		func(fyne.Shortcut) { p.toggleBoard() })
	p.board.window.Show()
	if p.options.SecondScreen {
		p.window.RequestFocus() // the next word is typed at the desk
	}
}
