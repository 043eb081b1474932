package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeyPress is a key with the modifiers held down with it.
type KeyPress struct {
	Name      fyne.KeyName
	Modifiers fyne.KeyModifier
}

// Keyed lets a focused widget hand on the keys that it does not use itself,
// because the toolkit asks nobody else while something has the focus.
type Keyed struct {
	// OnKey is offered the key; it returns true when it used it.
	OnKey func(KeyPress) bool
}

// TypedShortcut hands on every combination of keys.
func (k *Keyed) TypedShortcut(shortcut fyne.Shortcut) {
	if press, ok := pressOf(shortcut); ok {
		k.offer(press)
	}
}

func (k *Keyed) offer(press KeyPress) bool { return k.OnKey != nil && k.OnKey(press) }

// pressOf tells the keys behind a shortcut.
func pressOf(shortcut fyne.Shortcut) (KeyPress, bool) {
	if keys, ok := shortcut.(fyne.KeyboardShortcut); ok {
		return KeyPress{Name: keys.Key(), Modifiers: keys.Mod()}, true
	}
	return KeyPress{}, false
}

// pressed adds to a typed key what is held down with it.
func pressed(ev *fyne.KeyEvent) KeyPress {
	press := KeyPress{Name: ev.Name}
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		press.Modifiers = d.CurrentKeyModifiers()
	}
	return press
}
