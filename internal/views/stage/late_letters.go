package stage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// LateLetters has the focus while a record is being written: what is typed
// then is for the next visitor, and waits until the form is new.
type LateLetters struct {
	FocusHolder
	Drops rune // that is never held back; 0 for none
	typed []func(to fyne.Focusable)
}

var (
	_ fyne.Focusable    = (*LateLetters)(nil)
	_ fyne.Shortcutable = (*LateLetters)(nil)
	_ fyne.Tabbable     = (*LateLetters)(nil)
)

// NewLateLetters makes a holder that offers its keys to press.
func NewLateLetters(press func(kit.KeyPress) bool) *LateLetters {
	l := &LateLetters{}
	l.OnKey = press
	l.ExtendBaseWidget(l)
	return l
}

// TypedRune holds a letter back.
func (l *LateLetters) TypedRune(r rune) {
	if r == l.Drops {
		return
	}
	l.typed = append(l.typed, func(to fyne.Focusable) { to.TypedRune(r) })
}

// TypedKey holds back the keys that follow a letter, such as Backspace.
func (l *LateLetters) TypedKey(ev *fyne.KeyEvent) {
	if len(l.typed) == 0 {
		l.FocusHolder.TypedKey(ev)
		return
	}
	l.typed = append(l.typed, func(to fyne.Focusable) { to.TypedKey(ev) })
}

// Release types what was held back, until something is written again.
func (l *LateLetters) Release(target func() fyne.Focusable) {
	for len(l.typed) > 0 {
		to := target()
		if to == fyne.Focusable(l) {
			return
		}
		next := l.typed[0]
		l.typed = l.typed[1:]
		next(to)
	}
}

// Forget drops what was held back: the form did not become new.
func (l *LateLetters) Forget() { l.typed = nil }
