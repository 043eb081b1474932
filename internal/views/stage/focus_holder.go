package stage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/views/kit"
)

// FocusHolder has the focus while a list has it: papers, people, tickets. It
// is drawn by nobody; the cursor is the state's, and every key goes to the
// table. Letters come as runes, so that the rune of a key that moves the
// focus into a field is not typed there.
type FocusHolder struct {
	widget.BaseWidget
	kit.Keyed
}

var (
	_ fyne.Focusable    = (*FocusHolder)(nil)
	_ fyne.Shortcutable = (*FocusHolder)(nil)
	_ fyne.Tabbable     = (*FocusHolder)(nil)
)

// NewFocusHolder makes a holder that offers its keys to press.
func NewFocusHolder(press func(kit.KeyPress) bool) *FocusHolder {
	h := &FocusHolder{}
	h.OnKey = press
	h.ExtendBaseWidget(h)
	return h
}

// AcceptsTab has Tab brought here as a key.
func (h *FocusHolder) AcceptsTab() bool { return true }

// TypedKey hands on the keys that type nothing.
func (h *FocusHolder) TypedKey(ev *fyne.KeyEvent) {
	if len(ev.Name) == 1 || ev.Name == fyne.KeySpace {
		return
	}
	h.OnKey(kit.KeyPress{Name: ev.Name, Modifiers: HeldModifiers()})
}

// TypedRune hands on letters, digits and signs as keys.
func (h *FocusHolder) TypedRune(r rune) {
	name := fyne.KeyName(strings.ToUpper(string(r)))
	if r == ' ' {
		name = fyne.KeySpace
	}
	h.OnKey(kit.KeyPress{Name: name})
}

// FocusGained needs no answer: the state lights the list.
func (h *FocusHolder) FocusGained() {}

// FocusLost needs no answer.
func (h *FocusHolder) FocusLost() {}

// CreateRenderer draws nothing.
func (h *FocusHolder) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// HeldModifiers are the modifier keys held down; none without a window.
func HeldModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
