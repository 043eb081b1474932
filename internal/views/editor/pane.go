package editor

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// editorPane is the right side of the directory: the chosen entry as a form
// with its plan, or all changes before they are applied.
type editorPane struct {
	state *editorState
	speak *text.Speaker
	words editorWords
	press func(kit.KeyPress) bool

	content *kit.Panel
	title   *kit.Label
	note    *kit.Note
	central *kit.Note // says that the centre will replace what is changed here
	plan    *editorPlanView
	file    *kit.Field // path of a file to read or write
	form    *fyne.Container
	fields  []*editorField
	of      models.EditorKind // the fields are made for
	changes *fyne.Container
	parts   *fyne.Container
	scroll  *stage.Scrolled
	do      *kit.Button
	keep    *kit.Button
	see     *kit.Button
	verify  *kit.Button
	move    *kit.Button
	read    *kit.Button
	write   *kit.Button
	related map[models.EditorKind]*kit.Button
	filling bool // the program, not the person, changes a field
}

// editorField is a field of the form and what is wrong with it, or what to
// write.
type editorField struct {
	box   *fyne.Container
	field *kit.Field
	says  *kit.Label
}

func newEditorPane(s *editorState, speak *text.Speaker, press func(kit.KeyPress) bool) *editorPane {
	p := &editorPane{state: s, speak: speak, words: editorWords{speak}, press: press,
		title:   kit.SemiBold("", kit.ColorInk, kit.TextService).Wrapped(),
		note:    kit.NewNote(kit.NoteInfo, "", ""),
		central: kit.NewNote(kit.NoteWarn, "", speak.T("editor.from_centre")),
		plan:    newEditorPlanView(speak),
		file:    kit.NewField(speak.T("editor.file"), "", ""),
		form:    kit.Column(10),
		changes: kit.Column(6),
		do:      kit.NewButton(kit.ButtonFilled, "", "Enter", nil),
		keep:    kit.NewButton(kit.ButtonOutlined, speak.T("editor.keep"), "Ctrl Enter", s.keep).Compact(),
		see:     kit.NewButton(kit.ButtonOutlined, "", "T", s.preview).Compact(),
		verify:  kit.NewButton(kit.ButtonOutlined, speak.T("editor.verify"), "V", s.verify).Compact(),
		move:    kit.NewButton(kit.ButtonOutlined, speak.T("editor.on_plan"), "G", s.beginPlan).Compact(),
	}
	p.related = map[models.EditorKind]*kit.Button{}
	for kind, key := range map[models.EditorKind]string{models.EditRequirements: "R", models.EditHours: "J", models.EditExceptions: "E"} {
		p.related[kind] = kit.NewButton(kit.ButtonOutlined, speak.T("editor."+string(kind)), key, func() { s.openRelated(kind) }).Compact()
	}
	p.do.OnTapped = s.enter
	p.file.Input.OnKey = press
	p.file.Input.OnChanged = func(words string) {
		if !p.filling {
			s.file = words
		}
	}
	p.read = kit.NewButton(kit.ButtonOutlined, speak.T("editor.import"), "I", func() { s.askFile(false) }).Compact()
	p.write = kit.NewButton(kit.ButtonOutlined, speak.T("editor.export"), "X", func() { s.askFile(true) }).Compact()
	p.parts = kit.Column(12, p.title, p.central, p.note, p.plan.content, p.file, p.form, p.changes)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Top: 16, Right: 18, Bottom: 8, Left: 18}, 0, p.parts))
	actions := kit.Flow(8, p.related[models.EditRequirements], p.related[models.EditHours], p.related[models.EditExceptions], p.move, p.verify, p.see, p.keep, p.read, p.write)
	foot := kit.NewPanel("", kit.Inset{Top: 8, Right: 18, Bottom: 14, Left: 18}, kit.EdgeTop, kit.Column(8, actions, p.do))
	p.content = kit.NewPanel(kit.ColorRaised, kit.Inset{}, 0, kit.Border(nil, foot, nil, nil, p.scroll.Outer))
	return p
}

// paint shows the entry or the changes of the state.
func (p *editorPane) paint() {
	s := p.state
	preview, file := s.spot == editorPreview, s.spot == editorFile
	stage.SetVisible(p.form, !preview && !file)
	stage.SetVisible(p.changes, preview || file)
	stage.SetVisible(p.file, file)
	stage.SetVisible(p.central, s.central && s.spot != editorForm)
	p.paintNote()
	p.paintTitle()
	p.plan.paint(s)
	switch {
	case preview:
		p.paintChanges()
	case file:
		p.paintFile()
	default:
		p.paintForm()
	}
	p.paintActions()
	p.content.Refresh()
	stage.LayAnew(p.content.Content)
	p.scroll.Changed()
	if s.spot == editorForm && s.field < len(p.fields) {
		p.scroll.Reveal(p.fields[s.field].box)
	}
}

func (p *editorPane) paintTitle() {
	s := p.state
	switch {
	case s.spot == editorPreview:
		p.title.SetText(p.speak.T("editor.changes"))
	case s.spot == editorFile && s.export:
		p.title.SetText(p.speak.T("editor.export_title"))
	case s.spot == editorFile:
		p.title.SetText(p.speak.T("editor.import_title"))
	case s.row() < 0:
		p.title.SetText(p.words.kind(s.chosenKind()))
	default:
		p.title.SetText(p.words.line(s.rows[s.selected]).Name)
	}
}

func (p *editorPane) paintNote() {
	s := p.state
	stage.SetVisible(p.note, true)
	switch {
	case s.err != nil:
		p.note.Set(kit.NoteStop, p.speak.T("editor.refused"), p.speak.Error(s.err))
	case !s.said.Empty():
		p.note.Set(kit.NoteOK, "", p.speak.Say(s.said))
	case s.spot == editorPlan:
		p.note.Set(kit.NoteInfo, "", p.speak.T("editor.plan_hint"))
	default:
		stage.SetVisible(p.note, false)
	}
}

// paintForm fills the fields of the chosen entry, made anew for another kind.
func (p *editorPane) paintForm() {
	s := p.state
	kind := s.chosenKind()
	fields := s.draft.Fields(kind)
	if p.of != kind {
		p.of = kind
		p.makeFields(fields)
	}
	stage.SetVisible(p.form, len(s.values) > 0)
	p.filling = true
	for i, f := range p.fields {
		if i < len(s.values) && f.field.Text() != s.values[i] {
			f.field.SetText(s.values[i])
		}
		p.paintSays(i, fields[i])
	}
	p.filling = false
}

func (p *editorPane) makeFields(fields []models.EditorField) {
	p.fields, p.form.Objects = nil, nil
	for i, field := range fields {
		hint := ""
		if field.Needed {
			hint = p.speak.T("editor.needed")
		}
		f := &editorField{field: kit.NewField(p.words.field(p.of, field), hint, ""),
			says: kit.Text("", kit.ColorMuted, kit.TextDetail).Wrapped()}
		f.box = kit.Column(4, f.field, f.says)
		f.field.Input.OnKey = p.press
		f.field.Input.OnChanged = func(words string) {
			if !p.filling {
				p.state.write(i, words)
			}
		}
		f.field.Input.OnFocus = func(gained bool) {
			if gained {
				p.state.focused(i)
				p.paintActions()
			}
		}
		p.fields = append(p.fields, f)
		p.form.Add(f.box)
	}
}

// paintSays tells below a field what is wrong with it, or, while the focus is
// in it, what to write.
func (p *editorPane) paintSays(i int, field models.EditorField) {
	s, says := p.state, p.fields[i].says
	fault := models.Phrase{}
	if s.row() >= 0 {
		fault = s.draft.Fault(p.of, s.row(), i)
	}
	switch help := p.words.help(p.of, field); {
	case !fault.Empty():
		says.SetColor(kit.ColorStop)
		says.SetText("▲ " + p.speak.Say(fault))
		says.Show()
	case s.spot == editorForm && s.field == i && help != "":
		says.SetColor(kit.ColorMuted)
		says.SetText(help)
		says.Show()
	default:
		says.Hide()
	}
}

// shownChanges bounds the list of changes; the rest is counted.
const shownChanges = 60

// paintChanges lists what is wrong, or else what would change.
func (p *editorPane) paintChanges() {
	s := p.state
	p.changes.Objects = nil
	faults := s.draft.Faults()
	if len(faults) > 0 {
		p.changes.Add(kit.NewNote(kit.NoteStop, "", p.speak.T("editor.faulty", len(faults))))
		for _, f := range faults[:min(len(faults), shownChanges)] {
			p.changes.Add(kit.Text(p.words.fault(s.draft, f), kit.ColorStop, kit.TextDetail).Wrapped())
		}
		return
	}
	if len(s.changes) == 0 {
		p.changes.Add(kit.Text(p.speak.T("editor.no_changes"), kit.ColorMuted, kit.TextBody))
	}
	for _, c := range s.changes[:min(len(s.changes), shownChanges)] {
		head, fields := p.words.change(s.draft, c)
		p.changes.Add(kit.SemiBold(head, kit.ColorInk, kit.TextBody).Wrapped())
		for _, field := range fields {
			p.changes.Add(kit.Text(field, kit.ColorMuted, kit.TextDetail).Wrapped())
		}
	}
	if more := len(s.changes) - shownChanges; more > 0 {
		p.changes.Add(kit.Text(p.speak.T("editor.more", more), kit.ColorMuted, kit.TextDetail))
	}
}

// paintFile shows the path, and what is wrong in the file, cell by cell.
func (p *editorPane) paintFile() {
	s := p.state
	p.filling = true
	if p.file.Text() != s.file {
		p.file.SetText(s.file)
	}
	p.filling = false
	p.changes.Objects = nil
	if len(s.faults) > 0 {
		p.changes.Add(kit.NewNote(kit.NoteStop, p.speak.T("directory.faults", len(s.faults)), ""))
	}
	for _, f := range s.faults[:min(len(s.faults), shownChanges)] {
		p.changes.Add(kit.Text(f.Place+": "+p.speak.Say(f.Says), kit.ColorStop, kit.TextDetail).Wrapped())
	}
	if more := len(s.faults) - shownChanges; more > 0 {
		p.changes.Add(kit.Text(p.speak.T("directory.more_faults", more), kit.ColorMuted, kit.TextDetail))
	}
}

// paintActions says what Enter does now, and which other keys there are.
func (p *editorPane) paintActions() {
	s := p.state
	if s.draft == nil {
		return
	}
	atEntry := s.spot == editorList && s.row() >= 0
	kind := s.chosenKind()
	for related, button := range p.related {
		stage.SetVisible(button, atEntry && s.related(related))
	}
	stage.SetVisible(p.verify, atEntry && (kind == models.EditServices || kind == models.EditRequirements))
	stage.SetVisible(p.move, atEntry && kind == models.EditPlaces)
	stage.SetVisible(p.read, s.spot == editorList && len(s.changes) == 0)
	stage.SetVisible(p.write, s.spot == editorList && len(s.changes) == 0)
	stage.SetVisible(p.see, s.spot == editorList && len(s.changes) > 0)
	p.see.SetLabel(p.speak.T("editor.preview", len(s.changes)))
	stage.SetVisible(p.keep, s.spot == editorForm && s.field < len(s.values)-1)
	says, idle := p.action()
	p.do.SetLabel(p.speak.T(says))
	if idle || s.busy {
		p.do.Disable()
	} else {
		p.do.Enable()
	}
}

// action is what the filled button does, and whether it does nothing now.
func (p *editorPane) action() (says string, idle bool) {
	s := p.state
	switch {
	case s.spot == editorForm && s.field < len(s.values)-1:
		return "editor.next", false
	case s.spot == editorForm:
		return "editor.keep", false
	case s.spot == editorPlan:
		return "editor.placed", false
	case s.spot == editorFile && s.export:
		return "editor.export", s.file == ""
	case s.spot == editorFile:
		return "editor.import", s.file == ""
	case s.spot == editorPreview && len(s.draft.Faults()) > 0:
		return "editor.mend", false
	case s.spot == editorPreview:
		return "editor.apply", len(s.changes) == 0
	}
	return "editor.edit", s.row() < 0
}
