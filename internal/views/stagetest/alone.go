package stagetest

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Scene is a screen and how a test meets it.
type Scene struct {
	Name     string // of the screen, as its keys know it
	Opens    string // the key that opens it
	Keys     []stage.Binding
	Language text.Language // empty: Indonesian
	Scale    float32       // text size; 0 is 1
	Size     fyne.Size     // zero: that of a usual window
	Touch    bool
	Desk     *Desk                        // nil: a fresh one
	Dispatch func(*Work) stage.Dispatcher // wraps that of tests; nil: as it is
	Explain  func(why string)             // says why a key does nothing now; may be nil
	Make     func(s stage.Stage) stage.Screen
}

// Sizes of a screen within a usual and within the smallest window.
var (
	UsualPage    = fyne.NewSize(1194, 688)
	SmallestPage = fyne.NewSize(960, 620)
)

// Alone is one screen in a window of its own, worked by keys.
type Alone struct {
	*Keyboard
	Scene
	Speak   *text.Speaker
	Screen  stage.Screen
	Content fyne.CanvasObject
	table   stage.KeyTable
}

// Open opens a screen without the rest of the program.
func Open(t *testing.T, s Scene) *Alone {
	t.Helper()
	if s.Desk == nil {
		s.Desk = NewDesk(t)
	}
	if s.Language == "" {
		s.Language = text.Indonesian
	}
	if s.Scale == 0 {
		s.Scale = 1
	}
	if s.Size.IsZero() {
		s.Size = UsualPage
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.LookLight, s.Scale))
	h := &Alone{Keyboard: &Keyboard{T: t, Work: &Work{}, Window: app.NewWindow("")}, Scene: s, table: stage.NewKeyTable(s.Keys)}
	h.Pressed = h.Offer
	h.Window.SetPadded(false)
	var d stage.Dispatcher = h.Work
	if s.Dispatch != nil {
		d = s.Dispatch(h.Work)
	}
	h.Screen = s.Make(stage.Stage{Desk: s.Desk, Dispatch: d, Log: slog.New(slog.DiscardHandler), Press: h.Pressed, Focus: h.focus,
		Focused: func() fyne.Focusable { return h.Canvas().Focused() }, Touch: s.Touch})
	h.Speak = text.MustLoad(s.Language)
	h.listen()
	h.Window.Resize(s.Size)
	if s.Opens == "" {
		h.show()
	}
	h.Work.Drain()
	return h
}

// Page is the screen, for its keys.
func (h *Alone) Page(name string) any {
	if name == h.Name {
		return h.Screen
	}
	return nil
}

// Words are what the screen says.
func (h *Alone) Words() string {
	if h.Content == nil {
		return ""
	}
	return WordsOn(h.Content)
}

// show brings the screen to the window.
func (h *Alone) show() {
	if h.Content == nil {
		h.Content = h.Screen.Build(h.Speak)
		h.Window.SetContent(h.Content)
		h.Window.Resize(h.Size)
	}
	h.Content.Show()
	h.Screen.Arrive()
}

// Leave takes the screen from the window; it keeps its state.
func (h *Alone) Leave() {
	h.Canvas().Unfocus()
	if h.Content != nil {
		h.Content.Hide()
	}
}

// SpeakOther shows the screen in the other language.
func (h *Alone) SpeakOther() {
	other := text.English
	if h.Speak.Language() == text.English {
		other = text.Indonesian
	}
	h.Speak, h.Content = text.MustLoad(other), nil
	h.Screen.Drop()
	h.show()
}

// Minute lets the screen see that the clock moved on, or others wrote.
func (h *Alone) Minute() {
	h.Screen.Minute()
	h.Work.Drain()
}

func (h *Alone) focus(o fyne.Focusable) {
	if h.Canvas().Focused() != o {
		h.Canvas().Focus(o)
	}
}

// listen takes the combinations, as the program does.
func (h *Alone) listen() {
	own := []kit.KeyPress{stage.ParseKey("Ctrl+L"), stage.ParseKey(h.Opens)}
	for _, press := range append(own, h.table.Combinations()...) {
		shortcut := fyne.Shortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers})
		if press == stage.ParseKey("Ctrl+Z") {
			shortcut = &fyne.ShortcutUndo{}
		}
		h.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { h.Offer(press) })
	}
	h.Canvas().SetOnTypedRune(func(r rune) {
		h.show()
		if focused := h.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	})
	h.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { h.Offer(kit.KeyPress{Name: ev.Name}) })
}

// Offer does what the table says of a key; the keys F1 to F12 leave the screen
// or come back to it.
func (h *Alone) Offer(press kit.KeyPress) bool {
	press = stage.PlainKey(press)
	b, ok := h.table.Find(h.Name, press)
	switch {
	case ok && b.When != nil && !b.When(h):
		return false
	case ok && b.Why != nil && b.Why(h) != "":
		if h.Explain != nil {
			h.Explain(b.Why(h))
		}
		return true
	case ok:
		b.Do(h, press)
		return true
	case press == stage.ParseKey(h.Opens):
		h.show()
		return true
	case press == stage.ParseKey("Ctrl+L"):
		h.SpeakOther()
		return true
	case len(press.Name) > 1 && press.Name[0] == 'F' && press.Modifiers == 0:
		h.Leave()
		return true
	}
	return false
}
