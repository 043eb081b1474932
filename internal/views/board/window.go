package board

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Announcer calls tickets aloud; words are the sentence to say.
type Announcer func(call models.Announcement, words string)

// Display is the visitors' display in a window of its own.
type Display struct {
	Window fyne.Window
	state  *boardState
	board  *kit.Board
	minute time.Time
	stop   func() // of the clock
}

// Open makes the display in a window without anything; the caller shows
// it. speak gives the language of now, announcer may be nil.
func Open(window fyne.Window, hall Hall, announcer Announcer, d stage.Dispatcher, log *slog.Logger, speak func() *text.Speaker) *Display {
	b := &Display{Window: window, board: kit.NewBoard(), state: newBoardState(hall, d, log)}
	b.Window.SetTitle(hall.Catalogue().Directory.Mall.ShortName)
	b.Window.SetIcon(kit.AppIcon())
	b.Window.SetPadded(false)
	b.Window.SetContent(container.NewStack(b.board))
	b.Window.Canvas().SetOnTypedKey(b.typed)
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
	b.stop = d.Every(boardClock, b.tick)
	return b
}

// boardClock is how often the display looks whether the minute has changed.
const boardClock = 5 * time.Second

// tick reads the hall anew with each minute: agencies open and close by the
// clock.
func (b *Display) tick() {
	if minute := b.state.desk.Now().Truncate(time.Minute); !minute.Equal(b.minute) {
		b.minute = minute
		b.state.load()
	}
}

// typed: F11 fills the screen on which the window stands, Esc leaves it.
func (b *Display) typed(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyF11:
		b.Window.SetFullScreen(!b.Window.FullScreen())
	case fyne.KeyEscape:
		b.Window.SetFullScreen(false)
	}
}

// Load reads the hall anew.
func (b *Display) Load() { b.state.load() }

// Place fills the second screen where there is one and it is wanted.
func (b *Display) Place(second bool) {
	if w, ok := b.Window.(desktop.Window); ok && second {
		w.RequestFullScreenSecondary()
	}
}

// Close ends what the window began.
func (b *Display) Close() {
	b.stop()
	b.state.clear()
}
