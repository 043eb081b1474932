package views

import (
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/kit"
)

// keyboard works a window by keys alone, as a person at the desk does.
type keyboard struct {
	t       *testing.T
	window  fyne.Window
	work    *queue
	pressed func(kit.KeyPress) bool // offers a key to the table of keys
	strokes int                     // keys pressed, beyond words
}

func (h *keyboard) canvas() fyne.Canvas { return h.window.Canvas() }

// types types words where the focus is; a card reader does the same.
func (h *keyboard) types(words string) {
	for _, r := range words {
		h.canvas().Focused().TypedRune(r)
		h.work.drain()
	}
}

// press presses keys such as "Enter", "Ctrl+Z", "1".
func (h *keyboard) press(keys ...string) {
	for _, key := range keys {
		h.strokes++
		h.pressOne(parseKey(key))
		h.work.drain()
	}
}

func (h *keyboard) pressOne(press kit.KeyPress) {
	focused := h.canvas().Focused()
	switch {
	case press == parseKey("Ctrl+Z"):
		h.shortcut(&fyne.ShortcutUndo{})
	case press.Modifiers&^fyne.KeyModifierShift != 0:
		h.shortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers})
	case press.Modifiers != 0: // the test driver does not tell what is held down
		h.pressed(press)
	case focused == nil:
		h.pressed(press)
	default:
		focused.TypedKey(&fyne.KeyEvent{Name: press.Name})
		if name := string(press.Name); len(name) == 1 {
			h.canvas().Focused().TypedRune(rune(name[0]))
		}
		if press.Name == fyne.KeySpace {
			h.canvas().Focused().TypedRune(' ')
		}
	}
}

func (h *keyboard) shortcut(s fyne.Shortcut) {
	if focused, ok := h.canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	h.canvas().(interface{ TypedShortcut(fyne.Shortcut) }).TypedShortcut(s)
}

// second lets a second pass: what is asked for each second is done once.
func (h *keyboard) second() {
	for _, f := range slices.Collect(maps.Values(h.work.ticking)) {
		f()
	}
	h.work.drain()
}

// holds asserts that the next key goes to o.
func (h *keyboard) holds(o fyne.Focusable, because ...any) {
	h.t.Helper()
	require.Equal(h.t, o, h.canvas().Focused(), because...)
}

// forget drops the drawings of widgets, as the toolkit does with what was not
// shown for a minute.
func (h *keyboard) forget(widgets ...fyne.Widget) {
	h.t.Run("forget", func(t *testing.T) {
		for _, w := range widgets {
			test.TempWidgetRenderer(t, w)
		}
	})
}

// field is the field in which the next word is typed.
func (h *keyboard) field() *kit.Input {
	h.t.Helper()
	field, ok := h.canvas().Focused().(*kit.Input)
	require.True(h.t, ok, "no field has the focus")
	return field
}
