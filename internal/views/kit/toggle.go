package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// toggle is what a check row and a priority chip have in common: something
// that Space and the mouse turn on and off.
type toggle struct {
	widget.BaseWidget
	Keyed

	// OnChanged is told the new state when the person changes it.
	OnChanged func(on bool)

	// OnFocus is told when the focus comes or goes.
	OnFocus func(focused bool)

	on      bool
	focused bool
	box     *tickBox
	ring    *canvas.Rectangle
}

func newToggle(side float32) toggle {
	return toggle{box: newTickBox(side), ring: canvas.NewRectangle(nil)}
}

// On tells whether it is ticked.
func (t *toggle) On() bool { return t.on }

// SetOn ticks it or not, without telling OnChanged.
func (t *toggle) SetOn(on bool) {
	t.on = on
	t.Refresh()
}

// Toggle turns it over and tells OnChanged.
func (t *toggle) Toggle() {
	t.SetOn(!t.on)
	if t.OnChanged != nil {
		t.OnChanged(t.on)
	}
}

// Tapped turns it over.
func (t *toggle) Tapped(*fyne.PointEvent) { t.Toggle() }

// TypedKey turns it over by Space and hands on all other keys.
func (t *toggle) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		t.Toggle()
		return
	}
	t.offer(pressed(ev))
}

// TypedRune ignores letters.
func (t *toggle) TypedRune(rune) {}

// FocusGained shows the focus ring.
func (t *toggle) FocusGained() { t.focus(true) }

// FocusLost hides the focus ring.
func (t *toggle) FocusLost() { t.focus(false) }

func (t *toggle) focus(gained bool) {
	t.focused = gained
	t.Refresh()
	if t.OnFocus != nil {
		t.OnFocus(gained)
	}
}

func (t *toggle) paintToggle(corner float32) {
	t.box.set(t.on)
	fill(t.ring, "", ColorAccent, theme.Size(LineFocus), corner)
	show(t.ring, t.focused)
}
