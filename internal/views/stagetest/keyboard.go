package stagetest

import (
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Keyboard works a window by keys alone, as a person at the desk does.
type Keyboard struct {
	T       *testing.T
	Window  fyne.Window
	Work    *Work
	Pressed func(kit.KeyPress) bool // offers a key to the table of keys
	Strokes int                     // keys pressed, beyond words
}

// Canvas is that of the window.
func (h *Keyboard) Canvas() fyne.Canvas { return h.Window.Canvas() }

// Types types words where the focus is; a card reader does the same.
func (h *Keyboard) Types(words string) {
	for _, r := range words {
		h.Canvas().Focused().TypedRune(r)
		h.Work.Drain()
	}
}

// Press presses keys such as "Enter", "Ctrl+Z", "1".
func (h *Keyboard) Press(keys ...string) {
	for _, key := range keys {
		h.Strokes++
		h.PressOne(stage.ParseKey(key))
		h.Work.Drain()
	}
}

// PressOne presses one key and lets no work be done yet.
func (h *Keyboard) PressOne(press kit.KeyPress) {
	focused := h.Canvas().Focused()
	switch {
	case focused == nil:
		h.Pressed(press)
	case press == stage.ParseKey("Ctrl+Z"):
		h.Shortcut(&fyne.ShortcutUndo{})
	case press.Modifiers&^fyne.KeyModifierShift != 0:
		h.Shortcut(&desktop.CustomShortcut{KeyName: press.Name, Modifier: press.Modifiers})
	case press.Modifiers != 0: // the test driver does not tell what is held down
		h.Pressed(press)
	default:
		focused.TypedKey(&fyne.KeyEvent{Name: press.Name})
		if name := string(press.Name); len(name) == 1 {
			h.Canvas().Focused().TypedRune(rune(name[0]))
		}
		if press.Name == fyne.KeySpace {
			h.Canvas().Focused().TypedRune(' ')
		}
	}
}

// Shortcut goes to what has the focus, else to the window.
func (h *Keyboard) Shortcut(s fyne.Shortcut) {
	if focused, ok := h.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	h.Canvas().(interface{ TypedShortcut(fyne.Shortcut) }).TypedShortcut(s)
}

// Second lets a second pass: what is asked for each second is done once.
func (h *Keyboard) Second() {
	for _, f := range slices.Collect(maps.Values(h.Work.Ticking)) {
		f()
	}
	h.Work.Drain()
}

// Forget drops the drawings of widgets, as the toolkit does with what was not
// shown for a minute.
func (h *Keyboard) Forget(widgets ...fyne.Widget) {
	h.T.Run("forget", func(t *testing.T) {
		for _, w := range widgets {
			test.TempWidgetRenderer(t, w)
		}
	})
}

// Field is the field in which the next word is typed.
func (h *Keyboard) Field() *kit.Input {
	h.T.Helper()
	field, ok := h.Canvas().Focused().(*kit.Input)
	require.True(h.T, ok, "no field has the focus")
	return field
}
