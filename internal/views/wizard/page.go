package wizard

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"frontdesk/internal/models"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// wizardPage paints the present step: what it is about, choices, fields, and
// below the card the three ways on. The widgets are the same for all steps.
type wizardPage struct {
	window *wizardWindow
	state  *wizardState
	words  wizardWords

	content  *fyne.Container
	holder   *stage.FocusHolder
	progress *kit.Label
	steps    *kit.Steps
	column   *fyne.Container
	scroll   *stage.Scrolled
	title    *kit.Label
	means    *kit.Label
	list     *fyne.Container
	rows     []*kit.SettingRow
	fields   [mostWizardFields]*kit.Field
	grid     *fyne.Container
	written  []*kit.Label
	summary  *kit.Definitions
	note     *kit.Note
	try      *kit.Button
	tryRow   *fyne.Container
	foot     *fyne.Container
	back     *kit.Button
	skip     *kit.Button
	next     *kit.Button
	leave    *kit.KeyHint
	filling  bool
	seen     models.FirstStep // the step that was painted last
}

func newWizardPage(w *wizardWindow) *wizardPage {
	p := &wizardPage{window: w, state: w.state, words: wizardWords{w.speak}}
	s := p.state
	p.holder = stage.NewFocusHolder(w.press)
	p.title = kit.SemiBold("", kit.ColorInk, kit.TextPlace).Wrapped()
	p.means = kit.Text("", kit.ColorMuted, kit.TextService).Wrapped()
	p.list, p.grid = kit.Column(2), &fyne.Container{Layout: wizardGrid{}}
	p.summary = kit.NewDefinitions()
	p.note = kit.NewNote(kit.NoteInfo, "", "")
	p.try = kit.NewButton(kit.ButtonOutlined, "", "", p.tried)
	p.try.OnKey = w.press
	p.tryRow = kit.Row(0, p.try)
	p.column = kit.Column(14, p.title, p.means, p.list, p.grid)
	for i := range p.fields {
		p.fields[i] = p.field(i)
		p.column.Add(p.fields[i])
	}
	for _, o := range []fyne.CanvasObject{p.tryRow, p.note, p.summary} {
		p.column.Add(o)
	}
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(0, 6), 0, p.column))
	card := kit.NewCard(kit.Inset{Top: 22, Right: 26, Bottom: 22, Left: 26}, p.scroll.Outer)
	middle := &fyne.Container{Layout: wizardMiddle{}, Objects: []fyne.CanvasObject{card}}
	p.back = kit.NewButton(kit.ButtonOutlined, p.words.speak.T("wizard.back"), "Alt ←", s.back)
	p.skip = kit.NewButton(kit.ButtonOutlined, "", "F9", s.skip)
	p.next = kit.NewButton(kit.ButtonFilled, "", "Enter", s.enter)
	for _, b := range []*kit.Button{p.back, p.skip, p.next} {
		b.OnKey = w.press
	}
	p.leave = kit.NewKeyHint(p.words.speak.T("wizard.leave"), s.esc, "Esc")
	p.foot = &fyne.Container{Layout: wizardFoot{}, Objects: []fyne.CanvasObject{p.leave, p.back, p.skip, p.next}}
	ground := kit.NewPanel(kit.ColorPage, kit.Inset{}, 0, kit.Border(p.head(),
		kit.NewPanel(kit.ColorSurface, kit.Sides(12, 24), kit.EdgeTop, p.foot), nil, nil, middle))
	p.content = &fyne.Container{Layout: stage.Layers{}, Objects: []fyne.CanvasObject{p.holder, ground}}
	p.paint()
	return p
}

// head tells where one is on the way, and changes the language.
func (p *wizardPage) head() fyne.CanvasObject {
	w := p.window
	mark := canvas.NewImageFromResource(kit.AppIcon())
	mark.FillMode = canvas.ImageFillContain
	name := kit.SemiBold(p.words.speak.T("wizard.name"), kit.ColorInk, kit.TextButton)
	p.progress = kit.Text("", kit.ColorMuted, kit.TextDetail)
	p.steps = kit.NewSteps(mostWizardSteps)
	tongue := kit.NewSegmented(func(i int) { p.state.useLanguage(stage.Languages[i]) }, "ID", "EN").Compact()
	tongue.SetSelected(slices.Index(stage.Languages, p.words.speak.Language()))
	tongue.OnKey = w.press
	return kit.NewPanel(kit.ColorSurface, kit.Sides(10, 24), kit.EdgeBottom, &fyne.Container{Layout: wizardHead{},
		Objects: []fyne.CanvasObject{mark, name, p.steps, p.progress, tongue}})
}

// field makes the field at a place; which one it is the step tells.
func (p *wizardPage) field(i int) *kit.Field {
	f := kit.NewField("", "", "")
	f.Input.OnKey = p.window.press
	f.Input.OnFocus = func(focused bool) {
		if focused && !p.filling && p.state.spot != i {
			p.state.spot = i
			p.paintFoot()
		}
	}
	f.Input.OnChanged = func(typed string) {
		fields := p.state.fields()
		if p.filling || i >= len(fields) {
			return
		}
		*p.state.value(fields[i]) = typed
		p.state.leaving = false
		if len(p.state.fields()) != len(fields) {
			p.paint() // a server asks for a password
		}
		p.paintFoot()
	}
	return f
}

// tried tries what the page is about.
func (p *wizardPage) tried() {
	p.state.try()
	p.state.saveWords()
}

// target is where the next key goes: a field, the choices, or on the last page
// the button that opens the desk.
func (p *wizardPage) target() fyne.Focusable {
	count, _ := p.state.choices()
	fields := len(p.state.fields())
	switch {
	case fields > 0:
		return p.fields[min(p.state.spot, fields-1)].Input
	case count > 0:
		return p.holder
	}
	return p.next
}

// reveal keeps in sight where the next key goes, and what was said last.
func (p *wizardPage) reveal() {
	if p.seen != p.state.answers.Step {
		p.seen = p.state.answers.Step
		p.scroll.ToTop()
	}
	if fields := len(p.state.fields()); fields > 0 {
		p.scroll.Reveal(p.fields[min(p.state.spot, fields-1)])
	}
	if p.state.leaving || !p.state.failure.Empty() || len(p.state.faults) > 0 {
		p.scroll.Reveal(p.note)
	}
}

func (p *wizardPage) paint() {
	s, w := p.state, p.words
	p.filling = true
	p.title.SetText(w.title(s))
	p.means.SetText(w.means(s))
	p.progress.SetText(w.progress(s))
	p.steps.SetCount(len(s.answers.Kind.Steps()))
	p.steps.SetDone(s.place() + 1)
	p.paintRows()
	p.paintFields()
	p.paintWords()
	list := w.summary(s)
	p.summary.Set(list...)
	stage.SetVisible(p.summary, len(list) > 0)
	kind, title, sentence := w.note(s)
	p.note.Set(kind, title, sentence)
	stage.SetVisible(p.note, title != "" || sentence != "")
	p.filling = false
	p.paintFoot()
	p.scroll.Changed()
}

func (p *wizardPage) paintRows() {
	lines := p.words.rows(p.state)
	_, chosen := p.state.choices()
	for len(p.rows) < len(lines) {
		i := len(p.rows)
		p.rows = append(p.rows, kit.NewSettingRow(func() { p.state.choose(i) }))
		p.list.Add(p.rows[i])
	}
	for i, row := range p.rows {
		stage.SetVisible(row, i < len(lines))
		if i < len(lines) {
			row.Set(lines[i], i == chosen)
		}
	}
	stage.SetVisible(p.list, len(lines) > 0)
}

func (p *wizardPage) paintFields() {
	fields := p.state.fields()
	for i, field := range p.fields {
		stage.SetVisible(field, i < len(fields))
		if i >= len(fields) {
			continue
		}
		label, hint := p.words.field(fields[i])
		field.SetLabels(label, hint, "")
		if hidden := fields[i].hidden(); field.Input.Password != hidden {
			field.Input.Password = hidden
			field.Input.Refresh()
		}
		if typed := *p.state.value(fields[i]); field.Text() != typed {
			field.SetText(typed)
		}
	}
}

// paintWords shows the recovery words, numbered.
func (p *wizardPage) paintWords() {
	words := p.state.words
	if p.state.written {
		words = nil
	}
	for len(p.written) < len(words) {
		label := kit.SemiBold("", kit.ColorInk, kit.TextService)
		p.written = append(p.written, label)
		p.grid.Add(label)
	}
	for i, label := range p.written {
		stage.SetVisible(label, i < len(words))
		if i < len(words) {
			label.SetText(numberedWord(i, words[i]))
		}
	}
	stage.SetVisible(p.grid, len(words) > 0)
}

// paintFoot says what the keys do now.
func (p *wizardPage) paintFoot() {
	s, w := p.state, p.words
	label, key := w.try(s)
	p.try.SetLabel(label)
	p.try.SetKey(key)
	stage.SetVisible(p.tryRow, label != "")
	p.next.SetLabel(w.next(s))
	p.skip.SetLabel(w.skip(s))
	stage.SetVisible(p.back, s.canGoBack())
	stage.SetVisible(p.skip, s.canSkip())
	p.foot.Refresh()
}
