package views

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// scene is a screen and how a test meets it.
type scene struct {
	name     string // of the screen, as its keys know it
	opens    string // the key that opens it
	keys     []Binding
	language text.Language // empty: Indonesian
	scale    float32       // text size; 0 is 1
	size     fyne.Size     // zero: that of a usual window
	touch    bool
	desk     *fakeDesk               // nil: a fresh one
	dispatch func(*queue) dispatcher // wraps that of tests; nil: as it is
	make     func(s stage) screen
}

// Sizes of a screen within a usual and within the smallest window.
var (
	usualPage    = fyne.NewSize(1194, 688)
	smallestPage = fyne.NewSize(960, 620)
)

// alone is one screen in a window of its own, worked by keys.
type alone struct {
	*keyboard
	scene
	speak   *text.Speaker
	screen  screen
	content fyne.CanvasObject
	table   keyTable
}

// openAlone opens a screen without the rest of the program.
func openAlone(t *testing.T, s scene) *alone {
	t.Helper()
	if s.desk == nil {
		s.desk = newFakeDesk(t)
	}
	if s.language == "" {
		s.language = text.Indonesian
	}
	if s.scale == 0 {
		s.scale = 1
	}
	if s.size.IsZero() {
		s.size = usualPage
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.LookLight, s.scale))
	h := &alone{keyboard: &keyboard{t: t, work: &queue{}, window: app.NewWindow("")}, scene: s, table: newKeyTable(s.keys)}
	h.pressed = h.offer
	h.window.SetPadded(false)
	var d dispatcher = h.work
	if s.dispatch != nil {
		d = s.dispatch(h.work)
	}
	h.screen = s.make(stage{desk: s.desk, dispatch: d, log: slog.New(slog.DiscardHandler), press: h.pressed, focus: h.focus, touch: s.touch})
	h.speak = text.MustLoad(s.language)
	h.listen()
	h.window.Resize(s.size)
	if s.opens == "" {
		h.show()
	}
	h.work.drain()
	return h
}

// page is the screen, for its keys.
func (h *alone) page(name string) any {
	if name == h.name {
		return h.screen
	}
	return nil
}

// words are what the screen says.
func (h *alone) words() string {
	if h.content == nil {
		return ""
	}
	return wordsOn(h.content)
}

// show brings the screen to the window.
func (h *alone) show() {
	if h.content == nil {
		h.content = h.screen.build(h.speak)
		h.window.SetContent(h.content)
		h.window.Resize(h.size)
	}
	h.content.Show()
	h.screen.arrive()
}

// leave takes the screen from the window; it keeps its state.
func (h *alone) leave() {
	h.canvas().Unfocus()
	if h.content != nil {
		h.content.Hide()
	}
}

// speakOther shows the screen in the other language.
func (h *alone) speakOther() {
	other := text.English
	if h.speak.Language() == text.English {
		other = text.Indonesian
	}
	h.speak, h.content = text.MustLoad(other), nil
	h.screen.drop()
	h.show()
}

// minute lets the screen see that the clock moved on, or others wrote.
func (h *alone) minute() {
	h.screen.minute()
	h.work.drain()
}

func (h *alone) focus(o fyne.Focusable) {
	if h.canvas().Focused() != o {
		h.canvas().Focus(o)
	}
}

// listen takes the combinations, as the program does.
func (h *alone) listen() {
	own := []kit.KeyPress{parseKey("Ctrl+L"), parseKey(h.opens)}
	for _, press := range append(own, h.table.combinations()...) {
		shortcut := fyne.Shortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers})
		if press == parseKey("Ctrl+Z") {
			shortcut = &fyne.ShortcutUndo{}
		}
		h.canvas().AddShortcut(shortcut, func(fyne.Shortcut) { h.offer(press) })
	}
	h.canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { h.offer(kit.KeyPress{Name: ev.Name}) })
}

// offer does what the table says of a key; the keys F1 to F12 leave the screen
// or come back to it.
func (h *alone) offer(press kit.KeyPress) bool {
	press = plainKey(press)
	b, ok := h.table.find(h.name, press)
	switch {
	case ok && b.When != nil && !b.When(h):
		return false
	case ok && b.Why != nil && b.Why(h) != "":
		return true
	case ok:
		b.Do(h, press)
		return true
	case press == parseKey(h.opens):
		h.show()
		return true
	case press == parseKey("Ctrl+L"):
		h.speakOther()
		return true
	case len(press.Name) > 1 && press.Name[0] == 'F' && press.Modifiers == 0:
		h.leave()
		return true
	}
	return false
}
