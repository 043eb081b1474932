package stage

import (
	"strings"

	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// LateLetters has the focus while a record is being written or a card looked
// up: what is typed then is for the next visitor or field, and waits for it.
type LateLetters struct {
	FocusHolder
	Drops rune                                   // that is not held back before a function key is; 0 for none
	Left  func() (now fyne.Focusable, left bool) // where the focus is once a key held back opened another screen; nil: none can
	typed []func(to fyne.Focusable)
	moves bool // a function key is held back: what follows is for another screen
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
	if r == l.Drops && !l.moves {
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
	l.moves = l.moves || strings.HasPrefix(string(ev.Name), "F") && len(ev.Name) > 1
	l.typed = append(l.typed, func(to fyne.Focusable) { to.TypedKey(ev) })
}

// TypedShortcut holds back a combination that follows a letter.
func (l *LateLetters) TypedShortcut(s fyne.Shortcut) {
	if len(l.typed) == 0 {
		l.FocusHolder.TypedShortcut(s)
		return
	}
	l.typed = append(l.typed, func(to fyne.Focusable) {
		if takes, ok := to.(fyne.Shortcutable); ok {
			takes.TypedShortcut(s)
		}
	})
}

// Release types what was held back, until something is written again.
func (l *LateLetters) Release(target func() fyne.Focusable) {
	for len(l.typed) > 0 {
		to := target()
		if l.Left != nil {
			if now, left := l.Left(); left {
				to = now
			}
		}
		switch to {
		case nil:
			l.Forget()
			return
		case fyne.Focusable(l):
			return
		}
		next := l.typed[0]
		l.typed = l.typed[1:]
		next(to)
	}
	l.moves = false
}

// Forget Drops what was held back: the form did not become new.
func (l *LateLetters) Forget() { l.typed, l.moves = nil, false }
