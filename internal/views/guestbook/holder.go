package guestbook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// revealHolder has the focus while the list has it, and also tells when a key
// is let go: a value is shown only while the key is held.
type revealHolder struct {
	stage.FocusHolder

	released func()
}

var _ desktop.Keyable = (*revealHolder)(nil)

func newRevealHolder(press func(kit.KeyPress) bool, released func()) *revealHolder {
	h := &revealHolder{released: released}
	h.OnKey = press
	h.ExtendBaseWidget(h)
	return h
}

// KeyDown needs no answer: keys come as shortcuts and runes.
func (h *revealHolder) KeyDown(*fyne.KeyEvent) {}

// KeyUp tells that a key was let go, V or the Alt before it.
func (h *revealHolder) KeyUp(*fyne.KeyEvent) { h.released() }

// FocusLost ends a hold: nobody would tell here that the key was let go.
func (h *revealHolder) FocusLost() { h.released() }
