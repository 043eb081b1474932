package views

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
	everyScreen     = ""
)

// ScreensAlone are the screens that a window may consist of.
var ScreensAlone = []string{ScreenGuide, ScreenDisplay, ScreenSurvey}

// Binding ties keys to one action on one screen. The table of all bindings is
// the only place that knows keys: the screens, the help sheet and the README
// read it.
type Binding struct {
	Screen string   // everyScreen, or the one screen
	Keys   []string // any of them: "F9", "Ctrl+Enter"
	Shown  string   // how the keys are written together; empty: the keys by "/"
	Says   string   // text key of what it does
	Opens  string   // the screen it goes to; the key is gone where there is none
	OfAll  bool     // works among all counters; the key is gone on a counter's own PC
	Do     func(w keyWindow, pressed kit.KeyPress)
	When   func(keyWindow) bool   // nil: always; while false the key stays with the widget
	Why    func(keyWindow) string // text key of why it does nothing now; "" when it does
}

// keyWindow is the window in which a key is pressed; it knows its screens by
// name.
type keyWindow interface{ page(name string) any }

// onPage makes a binding whose action needs the screen of that name, S, and no
// more; where the window has none, nothing is done.
func onPage[S any](name, key, says string, do func(S)) Binding {
	return Binding{Screen: name, Keys: []string{key}, Says: says, Do: pressed(name, func(s S, _ kit.KeyPress) { do(s) })}
}

// pressed is the action of a binding that also needs the key.
func pressed[S any](name string, do func(S, kit.KeyPress)) func(keyWindow, kit.KeyPress) {
	return func(w keyWindow, key kit.KeyPress) {
		if s, ok := w.page(name).(S); ok {
			do(s, key)
		}
	}
}

// KeyLine is one line of the table of keys in words.
type KeyLine struct{ Screen, Keys, Does string }

func keyLines(speak *text.Speaker, bindings []Binding, screen string) []KeyLine {
	var lines []KeyLine
	for _, b := range bindings {
		if screen == everyScreen || b.Screen == everyScreen || b.Screen == screen {
			lines = append(lines, KeyLine{b.Screen, b.shown(speak), speak.T(b.Says)})
		}
	}
	return lines
}

func (b Binding) shown(speak *text.Speaker) string {
	if b.Shown != "" {
		return spokenKeys(speak, b.Shown)
	}
	return spokenKeys(speak, strings.Join(b.Keys, " / "))
}

// spokenKeys writes key names as they stand on the keyboard of the language.
func spokenKeys(speak *text.Speaker, keys string) string {
	if len(keys) == 1 {
		return keys
	}
	return strings.NewReplacer("PgUp", "PgUp", "Space", speak.T("keycap.space"), "Delete", speak.T("keycap.delete"),
		"Up", "↑", "Down", "↓", "Left", "←", "Right", "→", "+", " ").Replace(keys)
}

// keyTable finds the binding of a key press.
type keyTable map[string]map[kit.KeyPress]Binding

func newKeyTable(bindings []Binding) keyTable {
	table := keyTable{}
	for _, b := range bindings {
		if table[b.Screen] == nil {
			table[b.Screen] = map[kit.KeyPress]Binding{}
		}
		for _, key := range b.Keys {
			table[b.Screen][parseKey(key)] = b
		}
	}
	return table
}

func (t keyTable) find(screen string, press kit.KeyPress) (Binding, bool) {
	if b, ok := t[screen][press]; ok {
		return b, true
	}
	b, ok := t[everyScreen][press]
	return b, ok
}

// combinations lists the presses that reach a window as shortcuts: those with
// Ctrl or Alt.
func (t keyTable) combinations() []kit.KeyPress {
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

// parseKey reads "Ctrl+Enter"; the keys "+" and "-" stand alone.
func parseKey(s string) kit.KeyPress {
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

// plainKey makes one press of the keys that mean the same: the Enter of the
// number block is Enter.
func plainKey(press kit.KeyPress) kit.KeyPress {
	if press.Name == fyne.KeyEnter {
		press.Name = fyne.KeyReturn
	}
	return press
}
