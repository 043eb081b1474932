package reception

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// visitorPane paints the third pane, "Pengunjung".
type visitorPane struct {
	r      *State
	speak  *text.Speaker
	pane   *kit.Pane
	fields map[spot]*visitorField
	note   *kit.Note
	before *fyne.Container // whether the person was here before
	known  *kit.StatusLine
	seen   *kit.Label
	people *fyne.Container
	chips  map[models.Priority]*kit.PriorityChip
	scroll *stage.Scrolled
}

// visitorField is a field, where its text lives, and the warning below it.
type visitorField struct {
	*kit.Field
	at      spot
	value   *string
	warns   string // name of the field in warnings
	masked  bool
	warning *kit.Note
	whole   *fyne.Container
}

func newVisitorPane(r *State, speak *text.Speaker, press func(kit.KeyPress) bool) *visitorPane {
	p := &visitorPane{r: r, speak: speak, fields: map[spot]*visitorField{}, chips: map[models.Priority]*kit.PriorityChip{}}
	v := &r.visitor
	p.field(press, visitorField{at: spotPurpose, value: &v.purpose, Field: kit.NewField(speak.T("visitor.purpose"), "", speak.T("visitor.purpose_type"))})
	p.field(press, visitorField{at: spotVisitor, value: &v.typed, warns: "nik", masked: true, Field: kit.NewField(speak.T("visitor.any"), "", speak.T("visitor.any_type"))})
	p.field(press, visitorField{at: spotName, value: &v.name, warns: "name", Field: kit.NewField(speak.T("visitor.name"), speak.T("visitor.optional"), "")})
	p.field(press, visitorField{at: spotPhone, value: &v.phone, warns: "phone", masked: true, Field: kit.NewField(speak.T("visitor.phone"), speak.T("visitor.optional"), "")})
	p.field(press, visitorField{at: spotParty, value: &v.party, warns: "party", Field: kit.NewField(speak.T("visitor.party"), speak.T("visitor.party_range"), "1")})
	p.fields[spotParty].Input.Replaced = true // it is never empty: a 4 typed at the 1 means four people
	p.note = kit.NewNote(kit.NoteInfo, "", speak.T("visitor.guest"))
	p.known = kit.NewStatusLine(kit.Status{})
	p.seen = kit.Text("", kit.ColorMuted, kit.TextDetail).Wrapped()
	p.before = kit.Column(1, p.known, kit.NewPanel("", kit.Inset{Left: 18}, 0, p.seen))
	p.people = kit.Column(2)
	content := kit.Column(11, p.note, p.fields[spotPurpose].whole, p.fields[spotVisitor].whole,
		p.before, p.people,
		p.fields[spotName].whole, p.fields[spotPhone].whole,
		kit.NewHeading(speak.T("visitor.groups")), p.groups(), p.fields[spotParty].whole,
		kit.Text(speak.T("visitor.only_if_needed"), kit.ColorMuted, kit.TextCaption).Wrapped())
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Right: 18, Bottom: 12, Left: 18}, 0, content))
	header := kit.NewPaneHeader("3", speak.T("visitor.title"), kit.NewKeyHint(speak.T("reception.hint.next"), func() { r.tab(1) }, "Tab"))
	p.pane = kit.NewPane(header, p.scroll.Outer)
	return p
}

func (p *visitorPane) field(press func(kit.KeyPress) bool, f visitorField) {
	f.warning = kit.NewNote(kit.NoteWarn, "", "")
	f.whole = kit.Column(4, f.Field, f.warning)
	f.Input.OnKey = press
	f.Input.OnFocus = focusTeller(p.r, f.at)
	f.Input.OnChanged = func(words string) { p.r.fill(f.value, words) }
	p.fields[f.at] = &f
}

// groups are the chips of priority groups.
func (p *visitorPane) groups() fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for i, group := range models.Priorities {
		chip := kit.NewPriorityChip(p.speak.T("priority." + string(group)))
		chip.OnChanged = func(bool) { p.r.toggleGroup(i) }
		p.chips[group] = chip
		chips = append(chips, chip)
	}
	return kit.Flow(7, chips...)
}

// refresh paints the visitor of the state.
func (p *visitorPane) refresh() {
	r := p.r
	p.pane.SetLit(r.lit() == paneVisitor)
	warnings := r.visitor.warnings()
	for _, f := range p.fields {
		p.refreshField(f, warnings[f.warns])
	}
	stage.SetVisible(p.fields[spotPurpose].whole, r.guest)
	stage.SetVisible(p.note, r.guest)
	p.refreshGroups()
	p.refreshKnown()
	p.refreshPeople()
	p.scroll.Changed()
	if f := p.fields[r.spot]; f != nil {
		p.scroll.Reveal(f.whole)
	}
}

// refreshField shows the value, masked while nobody types there, and the
// warning once the field was left.
func (p *visitorPane) refreshField(f *visitorField, warning models.Phrase) {
	shown := *f.value
	typing := p.r.spot == f.at
	if f.masked && !typing {
		shown = maskTyped(shown)
	}
	stage.SetText(f.Input, shown)
	warns := !warning.Empty() && !typing
	stage.SetVisible(f.warning, warns)
	if warns {
		f.warning.Set(kit.NoteWarn, "", p.speak.Say(warning))
	}
}

// maskTyped hides at rest whatever stands in a field for a NIK or a phone
// number, also what is neither.
func maskTyped(typed string) string {
	switch shapeOf(typed) {
	case desk.LooksNIK:
		return models.Identity{NIK: models.CleanNIK(typed)}.Mask().NIK
	case desk.LooksPhone:
		return models.Identity{Phone: typed}.Mask().Phone
	case desk.LooksEmpty:
		return ""
	}
	return maskOdd(typed)
}

// maskOdd leaves the last three letters, as of a phone number, unless they are
// nearly all.
func maskOdd(typed string) string {
	const least, shown, dots = 7, 3, "••••"
	letters := []rune(strings.TrimSpace(typed))
	if len(letters) < least {
		return dots
	}
	return dots + string(letters[len(letters)-shown:])
}

func (p *visitorPane) refreshGroups() {
	for i, group := range models.Priorities {
		chip := p.chips[group]
		chosen := slices.Contains(p.r.visitor.groups, group)
		if chip.On() != chosen {
			chip.SetOn(chosen)
		}
		if p.r.spot == spotGroups && p.r.visitor.group == i {
			chip.FocusGained()
		} else {
			chip.FocusLost()
		}
	}
}

// refreshKnown says whether the person was here before.
func (p *visitorPane) refreshKnown() {
	status, detail := knownWords(p.speak, p.r)
	stage.SetVisible(p.before, status.Word != "")
	stage.SetVisible(p.seen, detail != "")
	p.known.Set(status)
	p.seen.SetText(detail)
}

// knownWords says when somebody was here, and for what.
func knownWords(speak *text.Speaker, r *State) (kit.Status, string) {
	k := r.visitor.known
	switch {
	case r.visitor.asking:
		return kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorAccent, Word: speak.T("visitor.asking")}, ""
	case !k.found() && k.nik != "" && k.nik == r.visitor.typed:
		return kit.Status{Shape: kit.ShapeInfo, Colour: kit.ColorAccent, Word: speak.T("visitor.first_time")}, ""
	case !k.found():
		return kit.Status{}, ""
	}
	if len(k.seen.Waiting) > 0 {
		return waitingStatus(speak, k.seen), seenLine(speak, r.desk, k.seen)
	}
	seen := kit.Status{Shape: kit.ShapeTick, Colour: kit.ColorOpen, Word: speak.T("visitor.known"), Detail: seenOn(speak, r.desk, k.seen)}
	return seen, serviceLine(r.desk, k.seen.Service)
}

// waitingStatus tells before the ticket that somebody has one already.
func waitingStatus(speak *text.Speaker, person desk.Returning) kit.Status {
	return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: speak.T("visitor.waits"),
		Detail: strings.Join(person.Waiting, ", ")}
}

// seenOn is when somebody was here last: the mall's day, or the hour of today.
func seenOn(speak *text.Speaker, d stage.Desk, person desk.Returning) string {
	now := d.Now()
	if stage.SameDay(now, person.LastSeen) {
		return speak.T("visitor.seen_today", person.LastSeen.In(now.Location()))
	}
	return speak.PlainDate(person.LastSeen.In(now.Location()))
}

// seenLine is when somebody was here last, and what for.
func seenLine(speak *text.Speaker, d stage.Desk, person desk.Returning) string {
	line := seenOn(speak, d, person)
	if service := serviceLine(d, person.Service); service != "" {
		line += " · " + service
	}
	return line
}

// serviceLine names a service and its agency; nothing for one that is gone.
func serviceLine(d stage.Desk, code string) string {
	s, a := d.Catalogue().Service(code)
	if s == nil {
		return ""
	}
	return a.ShortName + " · " + s.Name
}

// refreshPeople lists the people with the phone number that was typed.
func (p *visitorPane) refreshPeople() {
	v := &p.r.visitor
	stage.SetVisible(p.people, len(v.people) > 0)
	p.people.Objects = nil
	if len(v.people) == 0 {
		return
	}
	p.people.Objects = append(p.people.Objects, kit.NewHeading(p.speak.T("visitor.which")))
	for i, person := range v.people {
		p.people.Objects = append(p.people.Objects, p.personLine(i, person))
	}
	p.people.Objects = append(p.people.Objects, p.otherLine(len(v.people)))
}

// otherLine is the last of the choice: nobody who was here before.
func (p *visitorPane) otherLine(i int) fyne.CanvasObject {
	line := kit.NewResultRow(func() { p.r.choosePersonAt(i) })
	line.SetResult(kit.Result{Name: kit.PlainName(p.speak.T("visitor.other")), Line: p.speak.T("visitor.other_do")})
	line.SetSelected(i == p.r.visitor.person)
	return line
}

func (p *visitorPane) personLine(i int, person desk.Returning) fyne.CanvasObject {
	line := kit.NewResultRow(func() { p.r.choosePersonAt(i) })
	words := kit.Result{
		Name: kit.PlainName(stage.FirstOf(person.Masked.Name, person.Masked.NIK)),
		Line: seenLine(p.speak, p.r.desk, person),
	}
	if len(person.Waiting) > 0 {
		words.Status = waitingStatus(p.speak, person)
	}
	line.SetResult(words)
	line.SetSelected(i == p.r.visitor.person)
	return line
}
