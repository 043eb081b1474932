package kit

import "fyne.io/fyne/v2/driver/desktop"

// HoldButton is a button that does something only while it is held down.
type HoldButton struct {
	Button

	OnHeld func(held bool)
}

var _ desktop.Mouseable = (*HoldButton)(nil)

// NewHoldButton makes a button that tells when it is pressed and let go.
func NewHoldButton(label, key string, held func(bool)) *HoldButton {
	b := &HoldButton{OnHeld: held}
	b.setUp(ButtonOutlined, label, key, nil)
	b.ExtendBaseWidget(b)
	return b
}

// MouseDown begins the hold.
func (b *HoldButton) MouseDown(*desktop.MouseEvent) {
	if !b.Disabled() {
		b.OnHeld(true)
	}
}

// MouseUp ends it.
func (b *HoldButton) MouseUp(*desktop.MouseEvent) { b.OnHeld(false) }

// MouseOut ends it too: nobody knows any more where the button is let go.
func (b *HoldButton) MouseOut() {
	b.Button.MouseOut()
	b.OnHeld(false)
}
