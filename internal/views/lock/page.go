package lock

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// idleEvery is how often the page looks whether somebody touched anything.
const idleEvery = 5 * time.Second

// Page covers the screens until somebody signs in. They keep what was
// typed; the guide's screen needs nobody and is not covered.
type Page struct {
	state *lockState
	stage stage.Stage
	speak *text.Speaker

	Covering func() bool           // it stands before the present screen
	Awaited  func() bool           // and what is typed now is for it
	Painted  func()                // what it covers has to be painted too
	Opened   func(handedOver bool) // somebody signed in; handedOver: not the one before
	Focused  func() fyne.Focusable

	content *kit.Panel
	column  *fyne.Container
	title   *kit.Label
	means   *kit.Label
	rows    *fyne.Container
	made    []*kit.SettingRow
	pin     *kit.Field
	name    *kit.Field
	fresh   *kit.Field
	again   *kit.Field
	failure *kit.Note
	save    *kit.Button
	skip    *kit.KeyHint
	filling bool
	covered bool   // something, when it was painted last
	duty    string // who was on duty then
	seen    string // what stood in the field with the focus
	before  string // code of who was on duty last
}

// New makes the page; idleAfter is the time without a touch after which it locks, 0 never.
func New(people Port, s stage.Stage, idleAfter time.Duration) *Page {
	l := &Page{stage: s, state: &lockState{people: people, dispatch: s.Dispatch, idleAfter: idleAfter, touched: s.Desk.Now()}}
	l.state.changed = l.Refresh
	l.state.opened = l.open
	return l
}

// Start reads who may sign in, and watches for idle time.
func (l *Page) Start() {
	l.state.load()
	l.stage.Dispatch.Every(idleEvery, l.look)
}

// Touch notes that somebody is there.
func (l *Page) Touch() { l.state.touched = l.stage.Desk.Now() }

// look takes typing for a touch, and locks after idle time.
func (l *Page) look() {
	if input, ok := l.Focused().(*kit.Input); ok && input.Text != l.seen {
		l.seen = input.Text
		l.Touch()
	}
	l.state.idle(l.stage.Desk.Now())
}

// open uncovers the screen as it was; for somebody else without the records
// that the one before had looked up.
func (l *Page) open() {
	l.Touch()
	who, _, _ := l.state.people.OnDuty()
	handedOver := l.before != "" && who.Code != l.before
	l.before = who.Code
	l.Opened(handedOver)
}

// Load reads who may sign in.
func (l *Page) Load() { l.state.load() }

// Covers tells that nobody is signed in.
func (l *Page) Covers() bool { return l.state.covers() }

// Staffed tells that the mall has operators.
func (l *Page) Staffed() bool { return l.state.people.People() }

// OnDuty is who is signed in, by name; behind the lock nobody, and in a mall
// without operators nobody is in charge.
func (l *Page) OnDuty(speak *text.Speaker) string {
	who, locked, ok := l.state.people.OnDuty()
	switch {
	case !l.Staffed():
		return speak.T("lock.no_administrator")
	case !ok:
		return speak.T("lock.nobody_here")
	case locked:
		return speak.T("lock.locked_now")
	}
	return stage.ShownName(who)
}

// Lock hides the records.
func (l *Page) Lock() {
	if !l.Covers() {
		l.state.lock()
	}
}

// Build makes the widgets in a language.
func (l *Page) Build(speak *text.Speaker) fyne.CanvasObject {
	l.speak = speak
	l.title = kit.SemiBold("", kit.ColorInk, kit.TextSearch).Wrapped()
	l.means = kit.Text("", kit.ColorMuted, kit.TextBody).Wrapped()
	l.rows, l.made = kit.Column(0), nil
	l.pin = l.field(speak.T("lock.pin"), "", lockPIN, &l.state.pin, true)
	l.name = l.field(speak.T("lock.name"), speak.T("lock.name_hint"), lockName, &l.state.name, false)
	l.fresh = l.field(speak.T("lock.new_pin"), speak.T("lock.new_pin_hint"), lockNewPIN, &l.state.pin, true)
	l.again = l.field(speak.T("lock.again"), "", lockAgain, &l.state.again, true)
	l.failure = kit.NewNote(kit.NoteWarn, "", "")
	l.save = kit.NewButton(kit.ButtonFilled, "", "Enter", l.state.enter)
	l.skip = kit.NewKeyHint(speak.T("lock.skip"), l.state.skip, "Esc")
	l.column = kit.Column(14, l.title, l.means, l.rows, l.name, l.fresh, l.again, l.pin, l.failure, l.save, kit.Row(0, l.skip))
	card := kit.NewCard(kit.Inset{Top: 28, Right: 32, Bottom: 28, Left: 32}, l.column)
	l.content = kit.NewPanel(kit.ColorPage, kit.Inset{}, 0, &fyne.Container{Layout: lockLayout{}, Objects: []fyne.CanvasObject{card}})
	l.paint()
	return l.content
}

// field makes one that writes into the state and lends its keys to the table.
func (l *Page) field(label, hint string, spot lockSpot, into *string, hidden bool) *kit.Field {
	f := kit.NewField(label, hint, "")
	f.Input.Password = hidden
	f.Input.OnKey = l.stage.Press
	f.Input.OnFocus = func(focused bool) {
		if focused {
			l.state.spot = spot
			return
		}
		l.stage.Dispatch.Run(func() {}, l.keepFocus)
	}
	f.Input.OnChanged = func(typed string) {
		if !l.filling {
			*into = typed
			l.Touch()
		}
	}
	return f
}

// Refresh paints the page and what it covers.
func (l *Page) Refresh() {
	if l.content == nil {
		return
	}
	l.paint()
	// Every record of anybody comes by here: the window is painted when it looks
	// otherwise, not each time.
	covers, duty := l.Covering(), l.OnDuty(l.speak)
	if covers || l.covered || duty != l.duty {
		l.covered, l.duty = covers, duty
		l.Painted()
	}
	if l.Covering() {
		l.Arrive()
	}
}

// Arrive puts the focus into the field of the state's place.
func (l *Page) Arrive() {
	fields := map[lockSpot]*kit.Field{lockPIN: l.pin, lockName: l.name, lockNewPIN: l.fresh, lockAgain: l.again}
	spot := l.state.spot
	if !l.state.founding {
		spot = lockPIN
	}
	l.stage.Focus(fields[spot].Input)
}

// keepFocus takes the focus back that a click beside the field took away: what
// is typed next belongs to the PIN.
func (l *Page) keepFocus() {
	if l.Awaited() && !l.Owns(l.Focused()) {
		l.Arrive()
	}
}

// Owns tells the fields of this page: while it covers a screen nothing else may
// take the focus.
func (l *Page) Owns(o fyne.Focusable) bool {
	for _, f := range []*kit.Field{l.pin, l.name, l.fresh, l.again} {
		if f.Input == o {
			return true
		}
	}
	return false
}

func (l *Page) paint() {
	s, speak := l.state, l.speak
	l.filling = true
	defer func() { l.filling = false }()
	for _, part := range []struct {
		field *kit.Field
		text  string
		shown bool
	}{{l.pin, s.pin, !s.founding}, {l.name, s.name, s.founding}, {l.fresh, s.pin, s.founding}, {l.again, s.again, s.founding}} {
		if part.field.Text() != part.text {
			part.field.SetText(part.text)
		}
		stage.SetVisible(part.field, part.shown)
	}
	l.title.SetText(speak.T(l.titleKey()))
	l.means.SetText(speak.T(l.titleKey() + ".means"))
	l.failure.Set(kit.NoteWarn, "", speak.Say(s.failure))
	stage.SetVisible(l.failure, !s.failure.Empty())
	l.save.SetLabel(speak.T(l.saveKey()))
	stage.SetVisible(l.skip, s.founding)
	stage.SetVisible(l.rows, !s.founding)
	l.paintRows()
	l.column.Refresh()
}

func (l *Page) titleKey() string {
	_, locked, _ := l.state.people.OnDuty()
	switch {
	case l.state.founding:
		return "lock.found"
	case locked:
		return "lock.locked"
	}
	return "lock.sign_in"
}

func (l *Page) saveKey() string {
	switch {
	case l.state.busy:
		return "lock.checking"
	case l.state.founding && l.state.spot != lockAgain:
		return "lock.next"
	case l.state.founding:
		return "lock.make"
	}
	return "lock.enter"
}

func (l *Page) paintRows() {
	list := l.state.list
	for len(l.made) < len(list) {
		i := len(l.made)
		l.made = append(l.made, kit.NewSettingRow(func() { l.state.choose(i) }))
		l.rows.Add(l.made[i])
	}
	for i, row := range l.made {
		stage.SetVisible(row, i < len(list))
		if i < len(list) {
			row.Set(l.line(list[i]), i == l.state.selected)
		}
	}
}

func (l *Page) line(o models.Operator) kit.SettingLine {
	return kit.SettingLine{Name: strconv.Itoa(o.Number) + "  " + stage.ShownName(o), Value: l.speak.T("role." + string(o.Role))}
}

// lockLayout sets the card in the middle.
type lockLayout struct{}

// Layout gives the card its width and the height that it needs.
func (lockLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(stage.Units(460), size.Width-stage.Units(32))
	height := min(kit.HeightFor(objects[0], width), size.Height-stage.Units(24))
	stage.Set(objects[0], (size.Width-width)/2, max(stage.Units(12), (size.Height-height)*0.35), width, height)
}

// MinSize leaves the size to the window.
func (lockLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(320), stage.Units(200))
}
