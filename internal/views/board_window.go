package views

import (
	"log/slog"
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

// openBoard makes the display in a window without anything; the caller shows
// it. speak gives the language of now, announcer may be nil.
func openBoard(window fyne.Window, hall Hall, announcer Announcer, d dispatcher, log *slog.Logger, speak func() *text.Speaker) *boardWindow {
	b := &boardWindow{window: window, board: kit.NewBoard(), state: newBoardState(hall, d, log)}
	b.window.SetTitle(hall.Catalogue().Directory.Mall.ShortName)
	b.window.SetIcon(kit.AppIcon())
	b.window.SetPadded(false)
	b.window.SetContent(container.NewStack(b.board))
	b.window.Canvas().SetOnTypedKey(b.typed)
	b.state.changed = func() { b.board.Draw(boardPage{b.state, speak()}.draw) }
	if announcer != nil {
		b.state.announce = func(call models.Announcement) {
			if counter, _ := hall.Catalogue().Counter(call.Counter); counter != nil {
				announcer(call, speak().Spoken(call.Number, counter.Number))
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

// load reads the hall anew.
func (b *boardWindow) load() { b.state.load() }

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
