package people

import (
	"strconv"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// peoplePane is the chosen operator with what can be done, or the form of what
// is about to be done.
type peoplePane struct {
	state *peopleState
	speak *text.Speaker

	content *kit.Panel
	parts   *fyne.Container
	scroll  *stage.Scrolled
	note    *kit.Note

	person *fyne.Container // of the chosen operator
	name   *kit.Label
	status *kit.StatusLine
	facts  *kit.Definitions
	may    *kit.Label
	deeds  *fyne.Container
	of     string // what the deeds were made for

	form   *fyne.Container
	title  *kit.Label
	means  *kit.Label
	fields map[peopleField]*kit.Field
	roles  *fyne.Container
	picks  []*kit.KindRow
	allows *kit.Label // what the role picked may do
	as     *kit.Label // the role picked, while the PIN is typed
	hand   *kit.Note  // the keyboard is to be handed over
	save   *kit.Button

	filling bool // the program, not the person, changes a field
}

func newPeoplePane(s *peopleState, speak *text.Speaker, press func(kit.KeyPress) bool) *peoplePane {
	p := &peoplePane{state: s, speak: speak,
		note:   kit.NewNote(kit.NoteInfo, "", ""),
		name:   kit.SemiBold("", kit.ColorInk, kit.TextService).Cut(),
		status: kit.NewStatusLine(kit.Status{}),
		facts:  kit.NewDefinitions(),
		may:    kit.Text("", kit.ColorMuted, kit.TextCaption).Wrapped(),
		deeds:  kit.Column(0),
		title:  kit.SemiBold("", kit.ColorInk, kit.TextService).Wrapped(),
		means:  kit.Text("", kit.ColorInk, kit.TextBody).Wrapped(),
		allows: kit.Text("", kit.ColorMuted, kit.TextCaption).Wrapped(),
		as:     kit.SemiBold("", kit.ColorInk, kit.TextBody).Wrapped(),
		hand:   kit.NewNote(kit.NoteInfo, "", speak.T("people.hand_over")),
		save:   kit.NewButton(kit.ButtonFilled, "", "Enter", s.enter),
		fields: map[peopleField]*kit.Field{},
	}
	p.addField(peopleName, "people.name", "lock.name_hint", false, press)
	p.addField(peopleNewPIN, "lock.new_pin", "lock.new_pin_hint", true, press)
	p.addField(peopleAgain, "lock.again", "", true, press)
	p.roles = kit.Column(2, kit.NewHeading(speak.T("people.role")))
	for i, role := range peopleRoles {
		p.picks = append(p.picks, kit.NewKindRow(strconv.Itoa(i+1)+"  "+speak.T("role."+string(role)), func() { s.chooseRole(i) }))
		p.roles.Add(p.picks[i])
	}
	p.person = kit.Column(12, p.name, p.status, p.facts, p.deeds, p.may)
	p.form = kit.Column(12, p.title, p.means, p.fields[peopleName], p.roles, p.allows, p.as, p.hand, p.fields[peopleNewPIN], p.fields[peopleAgain],
		p.save, kit.Row(0, kit.NewKeyHint(speak.T("people.cancel"), s.leave, "Esc")))
	p.parts = kit.Column(12, p.note, p.person, p.form)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(18, 20), 0, p.parts))
	p.content = kit.NewPanel(kit.ColorRaised, kit.Inset{}, 0, p.scroll.Outer)
	return p
}

// addField makes one that writes into the form and lends its keys to the table.
func (p *peoplePane) addField(at peopleField, label, hint string, hidden bool, press func(kit.KeyPress) bool) {
	says := ""
	if hint != "" {
		says = p.speak.T(hint)
	}
	f := kit.NewField(p.speak.T(label), says, "")
	f.Input.Password = hidden
	f.Input.OnKey = press
	f.Input.OnFocus = func(gained bool) {
		if gained && p.state.form != nil {
			p.state.form.at = at
		}
	}
	f.Input.OnChanged = func(typed string) {
		if !p.filling {
			p.state.write(at, typed)
			p.paintNote()
		}
	}
	p.fields[at] = f
}

// paint shows the chosen operator, or the form.
func (p *peoplePane) paint(words peopleWords) {
	s := p.state
	chosen := s.chosen()
	stage.SetVisible(p.person, s.form == nil && chosen.Code != "")
	stage.SetVisible(p.form, s.form != nil)
	p.paintNote()
	if p.person.Visible() {
		p.name.SetText(stage.ShownName(chosen.Operator))
		p.status.Set(words.state(chosen, s.self()))
		p.facts.Set(words.facts(chosen)...)
		p.may.SetText(words.rights(chosen.Role))
		p.paintDeeds(chosen.Disabled)
	}
	if s.form != nil {
		p.paintForm(words)
	}
	stage.LayAnew(p.content.Content)
	p.scroll.Changed()
	p.scroll.ToTop()
}

func (p *peoplePane) paintNote() {
	s := p.state
	stage.SetVisible(p.note, s.err != nil || !s.said.Empty())
	switch {
	case s.err != nil:
		p.note.Set(kit.NoteStop, "", p.speak.Error(s.err))
	case !s.said.Empty():
		p.note.Set(kit.NoteOK, "", p.speak.Say(s.said))
	}
}

// paintDeeds offers what can be done, each with its key.
func (p *peoplePane) paintDeeds(disabled bool) {
	able := peopleDisable
	if disabled {
		able = peopleEnable
	}
	if p.of == string(able) {
		return
	}
	p.of = string(able)
	p.deeds.Objects = nil
	for _, d := range []struct {
		key  string
		deed peopleDeed
	}{{"R", peopleRole}, {"P", peoplePIN}, {"J", peopleAllow}, {"X", able}} {
		name := string(d.deed)
		p.deeds.Add(stage.NewDeedLine(p.speak.T("people.deed."+name), p.speak.T("people.deed."+name+".detail"), d.key,
			d.deed == peopleDisable, func() { p.state.begin(d.deed) }))
	}
}

func (p *peoplePane) paintForm(words peopleWords) {
	s, f := p.state, p.state.form
	deed := "people.deed." + string(f.deed)
	p.title.SetText(p.speak.T(deed))
	means := p.speak.T(deed+".means", stage.ShownName(s.chosen().Operator))
	if f.deed == peopleDisable && s.self() {
		means += " " + p.speak.T("people.yourself")
	}
	p.means.SetText(means)
	asks := f.shown()
	p.filling = true
	for at, typed := range map[peopleField]string{peopleName: f.name, peopleNewPIN: f.pin, peopleAgain: f.next} {
		stage.SetVisible(p.fields[at], asks[at])
		stage.SetText(p.fields[at].Input, typed)
	}
	p.filling = false
	stage.SetVisible(p.roles, asks[peopleRoleField])
	stage.SetVisible(p.allows, asks[peopleRoleField])
	stage.SetVisible(p.hand, asks[peopleNewPIN])
	stage.SetVisible(p.as, f.deed == peopleAdd && asks[peopleNewPIN])
	p.as.SetText(p.speak.T("people.as", words.role(f.role)))
	for i, role := range peopleRoles {
		p.picks[i].Set("", false, role == f.role)
	}
	p.allows.SetText(words.rights(f.role))
	fields := peopleFields[f.deed]
	says := "people.do." + string(f.deed)
	if f.at != fields[len(fields)-1] {
		says = "lock.next"
	}
	stage.SetLabel(p.save, p.speak.T(says))
	stage.SetEnabled(p.save, !s.busy)
}
