package survey

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Sheets is "Survei": sheets are typed in from paper, nine digits a
// line, and the index of the year stands below.
type Sheets struct {
	state *sheetsState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	holder  *stage.FocusHolder
	period  *kit.Label
	agency  *kit.Label
	service *kit.Label
	day     *kit.Label
	boxes   []*kit.DigitBox
	note    *kit.Note
	store   *kit.Button
	result  *surveyTable
}

var _ stage.Screen = (*Sheets)(nil)

// NewSheets makes the page on which sheets are typed in.
func NewSheets(survey Port, s stage.Stage) *Sheets {
	page := &Sheets{state: newSheetsState(survey, s), stage: s}
	page.state.changed = page.paint
	return page
}

// Build makes the widgets in a language.
func (s *Sheets) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.period = kit.Text("", kit.ColorMuted, kit.TextBody).Cut()
	top := &fyne.Container{Layout: sheetsTop{}, Objects: []fyne.CanvasObject{
		kit.SemiBold(speak.T("sheets.title"), kit.ColorInk, kit.TextService),
		kit.SemiBold(speak.T("sheets.subject"), kit.ColorMuted, kit.TextBody), s.period,
		kit.NewKeyHint(speak.T("sheets.undo"), s.state.undo, "Ctrl Z")}}
	s.note = kit.NewNote(kit.NoteInfo, "", "")
	s.result = newSurveyTable(speak)
	ground := kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, kit.Border(kit.Column(0, top, s.buildEntry()), nil, nil, nil, s.result.scroll.Outer))
	s.content = &fyne.Container{Layout: stage.Layers{}, Objects: []fyne.CanvasObject{s.holder, ground}}
	s.paint()
	return s.content
}

// buildEntry is where a sheet is typed in.
func (s *Sheets) buildEntry() fyne.CanvasObject {
	s.agency = kit.SemiBold("", kit.ColorInk, kit.TextService).Cut()
	s.service = kit.Text("", kit.ColorInk, kit.TextResult).Cut()
	s.day = kit.Text("", kit.ColorInk, kit.TextResult).Cut()
	s.boxes = nil
	boxes := kit.Columns(8)
	for _, e := range models.SurveyElements {
		box := kit.NewDigitBox(s.speak.T("survey.element." + string(e)))
		s.boxes = append(s.boxes, box)
		boxes.Add(box)
	}
	s.store = kit.NewButton(kit.ButtonFilled, s.speak.T("sheets.store"), "Enter", s.state.store)
	about := kit.Columns(24,
		kit.Column(2, kit.Row(8, kit.NewHeading(s.speak.T("sheets.about")), kit.NewKeyCap("↑"), kit.NewKeyCap("↓"), kit.NewKeyCap("A–Z")), s.agency),
		kit.Column(2, kit.Row(8, kit.NewHeading(s.speak.T("sheets.service")), kit.NewKeyCap(s.speak.T("keycap.space"))), s.service),
		kit.Column(2, kit.Row(8, kit.NewHeading(s.speak.T("sheets.day")), kit.NewKeyCap("←"), kit.NewKeyCap("→")), s.day))
	return kit.NewPanel(kit.ColorRaised, kit.Sides(12, sheetsEdge), kit.EdgeTop|kit.EdgeBottom, kit.Column(10, about, boxes,
		&fyne.Container{Layout: sheetsFoot{}, Objects: []fyne.CanvasObject{s.note,
			kit.Text(s.speak.T("sheets.how"), kit.ColorMuted, kit.TextCaption).Wrapped(), s.store}}))
}

// Drop forgets the widgets.
func (s *Sheets) Drop() { *s = Sheets{state: s.state, stage: s.stage} }

// Arrive puts the focus, and reads the index anew.
func (s *Sheets) Arrive() {
	s.stage.Focus(s.holder)
	s.state.load()
}

// Minute reads the index anew: a tablet may have stored answers.
func (s *Sheets) Minute() { s.state.load() }

// paint shows the state.
func (s *Sheets) paint() {
	if s.content == nil {
		return
	}
	s.paintEntry()
	state, period := s.state, ""
	if state.read {
		period = surveyWords{s.speak}.period(state.from, state.to)
	}
	s.period.SetText(period)
	stage.LayAnew(s.content)
	s.result.paint(state.result, state.read)
}

func (s *Sheets) paintEntry() {
	state := s.state
	s.agency.SetText(s.speak.T("survey_page.mall"))
	if a := s.stage.Desk.Catalogue().Agency(state.choices[state.chosen]); a != nil {
		s.agency.SetText(a.ShortName)
	}
	s.service.SetText(s.speak.T("sheets.service.none"))
	if service, _ := s.stage.Desk.Catalogue().Service(state.serviceCode()); service != nil {
		s.service.SetText(service.Name)
	}
	s.day.SetText(s.speak.LongDate(state.day()))
	for i, box := range s.boxes {
		digit := ""
		if i < len(state.digits) {
			digit = state.digits[i : i+1]
		}
		box.Set(digit, i == len(state.digits))
	}
	stage.SetVisible(s.note, !state.says.Empty())
	kind := kit.NoteInfo
	if state.failed {
		kind = kit.NoteStop
	}
	if !state.says.Empty() {
		s.note.Set(kind, "", s.speak.Say(state.says))
	}
}

// sheetsFoot sets what was done, or how to type, beside the button.
type sheetsFoot struct{}

// Layout leaves the right to the button; the words stand at the left.
func (sheetsFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	note, how, store := objects[0], objects[1], objects[2]
	button := store.MinSize()
	stage.Set(store, size.Width-button.Width, (size.Height-button.Height)/2, button.Width, button.Height)
	width := max(0, size.Width-button.Width-stage.Units(24))
	stage.SetVisible(how, !note.Visible())
	for _, o := range []fyne.CanvasObject{note, how} {
		height := min(size.Height, kit.HeightFor(o, width))
		stage.Set(o, 0, (size.Height-height)/2, width, height)
	}
}

// MinSize is as high as a note of two lines.
func (sheetsFoot) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), stage.Units(48))
}
