package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// lateLetters has the focus while a record is being written or a card looked
// up: what is typed then is for the next visitor or field, and waits for it.
type lateLetters struct {
	focusHolder
	drops rune                                   // that is not held back before a function key is; 0 for none
	left  func() (now fyne.Focusable, left bool) // where the focus is once a key held back opened another screen; nil: none can
	typed []func(to fyne.Focusable)
	moves bool // a function key is held back: what follows is for another screen
}

var (
	_ fyne.Focusable    = (*lateLetters)(nil)
	_ fyne.Shortcutable = (*lateLetters)(nil)
	_ fyne.Tabbable     = (*lateLetters)(nil)
)

func newLateLetters(press func(kit.KeyPress) bool) *lateLetters {
	l := &lateLetters{}
	l.OnKey = press
	l.ExtendBaseWidget(l)
	return l
}

// TypedRune holds a letter back.
func (l *lateLetters) TypedRune(r rune) {
	if r == l.drops && !l.moves {
		return
	}
	l.typed = append(l.typed, func(to fyne.Focusable) { to.TypedRune(r) })
}

// TypedKey holds back the keys that follow a letter, such as Backspace.
func (l *lateLetters) TypedKey(ev *fyne.KeyEvent) {
	if len(l.typed) == 0 {
		l.focusHolder.TypedKey(ev)
		return
	}
	l.moves = l.moves || strings.HasPrefix(string(ev.Name), "F") && len(ev.Name) > 1
	l.typed = append(l.typed, func(to fyne.Focusable) { to.TypedKey(ev) })
}

// TypedShortcut holds back a combination that follows a letter.
func (l *lateLetters) TypedShortcut(s fyne.Shortcut) {
	if len(l.typed) == 0 {
		l.focusHolder.TypedShortcut(s)
		return
	}
	l.typed = append(l.typed, func(to fyne.Focusable) {
		if takes, ok := to.(fyne.Shortcutable); ok {
			takes.TypedShortcut(s)
		}
	})
}

// release types what was held back, until something is written again.
func (l *lateLetters) release(target func() fyne.Focusable) {
	for len(l.typed) > 0 {
		to := target()
		if l.left != nil {
			if now, left := l.left(); left {
				to = now
			}
		}
		switch to {
		case nil:
			l.forget()
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

// forget drops what was held back: the form did not become new.
func (l *lateLetters) forget() { l.typed, l.moves = nil, false }
