package stage

import (
	"strings"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// Names of the screens in the key table.
const (
	ScreenReception = "reception"
	ScreenGuide     = "guide"
	ScreenQueue     = "queue"
	ScreenGuestbook = "guestbook"
	ScreenToday     = "today"
	ScreenReports   = "reports"
	ScreenSync      = "sync"
	ScreenSetup     = "setup"     // the entry of F10; its sections are screens
	ScreenSettings  = "settings"  // the first section
	ScreenDirectory = "directory" // a section of F10
	ScreenPeople    = "people"    // a section of F10
	ScreenDisplay   = "display"
	ScreenSurvey    = "survey" // the visitors' tablet
	ScreenSheets    = "sheets" // the survey at the desk: sheets from paper, and the index
	ScreenLock      = "lock"
	ScreenWizard    = "wizard" // the first run, a window before the others
	EveryScreen     = ""
)

// ScreensAlone are the screens that a window may consist of.
var ScreensAlone = []string{ScreenGuide, ScreenDisplay, ScreenSurvey}

// Binding ties keys to one action on one screen. The table of all bindings is
// the only place that knows keys: the screens, the help sheet and the README
// read it.
type Binding struct {
	Screen string   // EveryScreen, or the one screen
	Keys   []string // any of them: "F9", "Ctrl+Enter"
	Shown  string   // how the keys are written together; empty: the keys by "/"
	Says   string   // text key of what it does
	Opens  string   // the screen it goes to; the key is gone where there is none
	OfAll  bool     // works among all counters; the key is gone on a counter's own PC
	Do     func(w Window, pressed kit.KeyPress)
	When   func(Window) bool   // nil: always; while false the key stays with the widget
	Why    func(Window) string // text key of why it does nothing now; "" when it does
}

// Window is the window in which a key is pressed; it knows its screens by
// name.
type Window interface{ Page(name string) any }

// On makes a binding whose action needs the screen of that name, S, and no
// more; where the window has none, nothing is done.
func On[S any](name, key, says string, do func(S)) Binding {
	return Binding{Screen: name, Keys: []string{key}, Says: says, Do: Pressed(name, func(s S, _ kit.KeyPress) { do(s) })}
}

// Pressed is the action of a binding that also needs the key.
func Pressed[S any](name string, do func(S, kit.KeyPress)) func(Window, kit.KeyPress) {
	return func(w Window, key kit.KeyPress) {
		if s, ok := w.Page(name).(S); ok {
			do(s, key)
		}
	}
}

// KeyLine is one line of the table of keys in words.
type KeyLine struct{ Screen, Keys, Does string }

// KeyLines writes bindings in words, those of a screen or of all.
func KeyLines(speak *text.Speaker, bindings []Binding, screen string) []KeyLine {
	var lines []KeyLine
	for _, b := range bindings {
		if screen == EveryScreen || b.Screen == EveryScreen || b.Screen == screen {
			lines = append(lines, KeyLine{b.Screen, b.shown(speak), speak.T(b.Says)})
		}
	}
	return lines
}

func (b Binding) shown(speak *text.Speaker) string {
	if b.Shown != "" {
		return SpokenKeys(speak, b.Shown)
	}
	return SpokenKeys(speak, strings.Join(b.Keys, " / "))
}

// SpokenKeys writes key names as they stand on the keyboard of the language.
func SpokenKeys(speak *text.Speaker, keys string) string {
	if len(keys) == 1 {
		return keys
	}
	return strings.NewReplacer("PgUp", "PgUp", "Space", speak.T("keycap.space"), "Delete", speak.T("keycap.delete"),
		"Up", "↑", "Down", "↓", "Left", "←", "Right", "→", "+", " ").Replace(keys)
}

// KeyTable finds the binding of a key press.
type KeyTable map[string]map[kit.KeyPress]Binding

// NewKeyTable sorts bindings by screen and key.
func NewKeyTable(bindings []Binding) KeyTable {
	table := KeyTable{}
	for _, b := range bindings {
		if table[b.Screen] == nil {
			table[b.Screen] = map[kit.KeyPress]Binding{}
		}
		for _, key := range b.Keys {
			table[b.Screen][ParseKey(key)] = b
		}
	}
	return table
}

// Find is the binding of a key on a screen, else that of every screen.
func (t KeyTable) Find(screen string, press kit.KeyPress) (Binding, bool) {
	if b, ok := t[screen][press]; ok {
		return b, true
	}
	b, ok := t[EveryScreen][press]
	return b, ok
}

// Combinations lists the presses that reach a window as shortcuts: those with
// Ctrl or Alt.
func (t KeyTable) Combinations() []kit.KeyPress {
	seen := map[kit.KeyPress]bool{}
	var list []kit.KeyPress
	for _, presses := range t {
		for press := range presses {
			if press.Modifiers&^fyne.KeyModifierShift != 0 && !seen[press] {
				seen[press] = true
				list = append(list, press)
			}
		}
	}
	return list
}

var modifierNames = map[string]fyne.KeyModifier{
	"Ctrl": fyne.KeyModifierControl, "Alt": fyne.KeyModifierAlt, "Shift": fyne.KeyModifierShift,
}

var keyNames = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "Space": fyne.KeySpace, "Tab": fyne.KeyTab,
	"Up": fyne.KeyUp, "Down": fyne.KeyDown, "Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Delete": fyne.KeyDelete,
	"PgUp": fyne.KeyPageUp, "PgDn": fyne.KeyPageDown, "Backspace": fyne.KeyBackspace,
}

// ParseKey reads "Ctrl+Enter"; the keys "+" and "-" stand alone.
func ParseKey(s string) kit.KeyPress {
	press := kit.KeyPress{}
	for {
		name, rest, found := strings.Cut(s, "+")
		modifier, ok := modifierNames[name]
		if !found || !ok {
			break
		}
		press.Modifiers |= modifier
		s = rest
	}
	press.Name = fyne.KeyName(s)
	if name, ok := keyNames[s]; ok {
		press.Name = name
	}
	return press
}

// PlainKey makes one press of the keys that mean the same: the Enter of the
// number block is Enter.
func PlainKey(press kit.KeyPress) kit.KeyPress {
	if press.Name == fyne.KeyEnter {
		press.Name = fyne.KeyReturn
	}
	return press
}
