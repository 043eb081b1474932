package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"frontdesk/internal/settings"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// settingsPane is the chosen setting: what it means, a field or a choice to
// change it, and what holds of it.
type settingsPane struct {
	state *settingsState
	speak *text.Speaker
	press func(kit.KeyPress) bool

	content  *kit.Panel
	parts    *fyne.Container
	scroll   *stage.Scrolled
	name     *kit.Label
	means    *kit.Label
	field    *kit.Field
	choice   *kit.Segmented
	choosing *fyne.Container
	note     *kit.Note
	facts    *kit.Definitions
	password *kit.Field
	secret   *fyne.Container
	save     *kit.Button
	usual    *kit.KeyHint
	usually  *fyne.Container
	try      *kit.Button
	foot     *fyne.Container
	of       string // setting that the choice is made for
	filling  bool   // the program, not the person, changes a field
}

func newSettingsPane(s *settingsState, speak *text.Speaker, press func(kit.KeyPress) bool) *settingsPane {
	p := &settingsPane{state: s, speak: speak, press: press,
		name:     kit.SemiBold("", kit.ColorInk, kit.TextService).Wrapped(),
		means:    kit.Text("", kit.ColorInk, kit.TextBody).Wrapped(),
		field:    kit.NewField("", "", ""),
		note:     kit.NewNote(kit.NoteInfo, "", ""),
		facts:    kit.NewDefinitions(),
		password: kit.NewField(speak.T("settings_page.password"), speak.T("settings_page.password_where"), ""),
		save:     kit.NewButton(kit.ButtonFilled, "", "Enter", nil),
		try:      kit.NewButton(kit.ButtonOutlined, "", "T", s.try),
	}
	p.usual = kit.NewKeyHint(speak.T("settings_page.to_default"), s.usual, speak.T("keycap.delete"))
	p.lend(p.field, settingsField)
	p.lend(p.password, settingsPassword)
	p.field.Input.OnChanged = func(words string) {
		if !p.filling {
			s.write(words)
			p.paintSave()
		}
	}
	p.password.Input.Password = true
	p.choosing = kit.Flow(0)
	p.secret = kit.Column(6, p.password)
	p.usually = kit.Row(0, p.usual)
	p.parts = kit.Column(12, p.name, p.field, p.choosing, p.note, p.means, p.usually, p.try, p.facts, p.secret)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Top: 18, Right: 20, Bottom: 8, Left: 20}, 0, p.parts))
	p.foot = kit.Column(0, p.save)
	p.save.OnTapped = func() { press(stage.ParseKey("Enter")) }
	p.content = kit.NewPanel(kit.ColorRaised, kit.Inset{}, 0, kit.Border(nil,
		kit.NewPanel("", kit.Inset{Top: 8, Right: 20, Bottom: 16, Left: 20}, 0, p.foot), nil, nil, p.scroll.Outer))
	return p
}

// lend gives a field the keys of the screen and tells the state of the focus.
func (p *settingsPane) lend(f *kit.Field, spot settingsSpot) {
	f.Input.OnKey = p.press
	f.Input.OnFocus = func(gained bool) {
		if gained {
			p.state.spot = spot
			p.paintSave()
		}
	}
}

// paint shows the chosen setting.
func (p *settingsPane) paint(words settingsWords) {
	chosen := p.state.chosen()
	known := chosen.Key != ""
	stage.SetVisible(p.parts, known)
	stage.SetVisible(p.foot, known)
	if !known {
		return
	}
	p.name.SetText(words.name(chosen))
	p.means.SetText(words.means(chosen))
	p.facts.Set(words.facts(chosen)...)
	p.paintField(words, chosen)
	p.paintNote(words)
	p.paintSave()
	stage.SetVisible(p.secret, secretive(chosen.Key))
	stage.SetVisible(p.try, tryable(chosen.Key))
	if tryable(chosen.Key) {
		p.try.SetLabel(p.speak.T("settings_page.try." + chosen.Key))
	}
	p.content.Refresh()
	stage.LayAnew(p.content.Content)
	p.scroll.Changed()
	p.scroll.ToTop()
}

func (p *settingsPane) paintField(words settingsWords, chosen settings.Setting) {
	few := len(chosen.Options) > 0
	stage.SetVisible(p.field, !few)
	stage.SetVisible(p.choosing, few)
	if few {
		p.paintChoice(words, chosen)
		return
	}
	p.field.SetLabels(p.speak.T("settings_page.value"), "", p.speak.T("setting."+chosen.Key+".empty"))
	p.filling = true
	if p.field.Text() != p.state.draft {
		p.field.SetText(p.state.draft)
	}
	p.filling = false
	if p.state.fixed() {
		p.field.Input.Disable()
	} else {
		p.field.Input.Enable()
	}
}

func (p *settingsPane) paintChoice(words settingsWords, chosen settings.Setting) {
	if p.of != chosen.Key {
		p.of = chosen.Key
		p.choice = kit.NewSegmented(func(i int) { p.pick(i) }, words.choices(chosen)...)
		p.choice.OnKey = p.press
		p.choosing.Objects = []fyne.CanvasObject{p.choice}
	}
	p.choice.SetSelected(slices.Index(chosen.Options, p.state.draft))
}

// pick takes a choice made by mouse; one that the environment decides goes
// back.
func (p *settingsPane) pick(i int) {
	if !p.state.fixed() {
		p.state.write(p.state.chosen().Options[i])
	}
	p.state.changed()
}

func (p *settingsPane) paintNote(words settingsWords) {
	s := p.state
	stage.SetVisible(p.note, true)
	switch {
	case s.err != nil:
		p.note.Set(kit.NoteStop, p.speak.T("settings_page.not_kept"), p.speak.Error(s.err))
	case !s.said.Empty():
		p.note.Set(kit.NoteOK, "", p.speak.Say(s.said))
	case s.fixed():
		p.note.Set(kit.NoteInfo, "", p.speak.T("settings_page.fixed", settings.EnvName(s.chosen().Key)))
	default:
		stage.SetVisible(p.note, false)
	}
}

// paintSave says what Enter does now.
func (p *settingsPane) paintSave() {
	s := p.state
	says := "settings_page.edit"
	switch {
	case s.spot == settingsPassword:
		says = "settings_page.keep_password"
	case s.spot == settingsField || s.dirty() || len(s.chosen().Options) > 0:
		says = "settings_page.keep"
	}
	p.save.SetLabel(p.speak.T(says))
	idle := s.busy || s.fixed() || s.spot != settingsPassword && len(s.chosen().Options) > 0 && !s.dirty()
	if idle {
		p.save.Disable()
	} else {
		p.save.Enable()
	}
	stage.SetVisible(p.usually, s.draft != s.chosen().Default && !s.fixed())
}
