package survey

import (
	"strconv"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Screen is the visitors' satisfaction survey on a tablet: whom it is
// about, nine questions a page each, thanks. It fills the window.
type Screen struct {
	state *surveyState
	stage stage.Stage
	speak *text.Speaker

	speakOther func() // changes the language

	content *fyne.Container
	holder  *stage.FocusHolder
	mall    *kit.Label
	about   *kit.Label
	tongue  fyne.CanvasObject

	start      *fyne.Container
	choices    []*kit.Button
	grid       *stage.Scrolled
	choiceGrid *surveyGrid

	which *surveyWhich

	asking   *fyne.Container
	count    *kit.Label
	progress *kit.Steps
	question *kit.Label
	cards    []*kit.AnswerCard
	note     *kit.Note
	leaving  *kit.Label
	back     *kit.Button
	skip     *kit.Button

	thanks *fyne.Container
}

var _ stage.Screen = (*Screen)(nil)

// New makes the survey about an agency, or of the whole mall;
// speakOther changes the language.
func New(survey Port, s stage.Stage, agency string, speakOther func()) *Screen {
	page := &Screen{state: newSurveyState(survey, s, agency), stage: s, speakOther: speakOther}
	page.state.changed = page.paint
	return page
}

// Build makes the widgets in a language.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.mall = kit.SemiBold(s.stage.Desk.Catalogue().Directory.Mall.ShortName, kit.ColorInk, kit.TextService)
	s.about = kit.Text("", kit.ColorMuted, kit.TextService).Cut()
	s.tongue = kit.NewButton(kit.ButtonQuiet, speak.T("survey_page.language"), "", s.speakOther)
	s.buildStart()
	s.buildWhich()
	s.buildQuestion()
	s.buildThanks()
	pages := &fyne.Container{Layout: surveyPages{}, Objects: []fyne.CanvasObject{s.start, s.which.content, s.asking, s.thanks}}
	top := kit.NewPanel(kit.ColorSurface, kit.Sides(0, 0), kit.EdgeBottom,
		&fyne.Container{Layout: surveyTop{}, Objects: []fyne.CanvasObject{s.mall, s.about, s.tongue}})
	ground := kit.NewPanel(kit.ColorPage, kit.Inset{}, 0, kit.Border(top, nil, nil, nil, pages))
	s.content = &fyne.Container{Layout: stage.Layers{}, Objects: []fyne.CanvasObject{s.holder, ground}}
	s.paint()
	return s.content
}

func (s *Screen) buildStart() {
	s.choices = nil
	s.choiceGrid = &surveyGrid{least: surveyChoice}
	buttons := &fyne.Container{Layout: s.choiceGrid}
	for i, code := range s.state.choices {
		label := s.speak.T("survey_page.mall")
		if a := s.stage.Desk.Catalogue().Agency(code); a != nil {
			label = a.ShortName
		}
		key := ""
		if s.state.fixed {
			label, key = s.speak.T("survey_page.begin"), "Enter"
		}
		button := kit.NewButton(kit.ButtonOutlined, label, key, func() { s.touched(func() { s.state.begin(i) }) })
		s.choices = append(s.choices, button)
		buttons.Add(button)
	}
	s.grid = stage.NewScrolled(kit.NewPanel("", kit.Sides(4, 4), 0, buttons))
	title := kit.SemiBold(s.speak.T("survey_page.title"), kit.ColorInk, kit.TextPlace).Wrapped()
	says := "survey_page.choose"
	if s.state.fixed {
		says = "survey_page.promise"
	}
	s.start = &fyne.Container{Layout: surveyStartLayout{s.choiceGrid}, Objects: []fyne.CanvasObject{title,
		kit.Text(s.speak.T(says), kit.ColorMuted, kit.TextService).Wrapped(), s.grid.Outer}}
}

func (s *Screen) buildQuestion() {
	s.count = kit.Text("", kit.ColorMuted, kit.TextService)
	s.progress = kit.NewSteps(len(models.SurveyElements))
	s.question = kit.SemiBold("", kit.ColorInk, kit.TextPlace).Wrapped()
	s.cards = nil
	cards := &fyne.Container{Layout: surveyCards{}}
	for answer := models.SurveyLowest; answer <= models.SurveyHighest; answer++ {
		card := kit.NewAnswerCard(answer, func() { s.touched(func() { s.state.answer(answer) }) })
		s.cards = append(s.cards, card)
		cards.Add(card)
	}
	s.note = kit.NewNote(kit.NoteStop, "", "")
	s.leaving = kit.Text("", kit.ColorWarn, kit.TextService).Aligned(fyne.TextAlignCenter)
	s.back = kit.NewButton(kit.ButtonOutlined, s.speak.T("survey_page.back"), "←", func() { s.touched(s.state.back) }).Large()
	s.skip = kit.NewButton(kit.ButtonOutlined, "", "", func() { s.touched(s.goOn) }).Large()
	s.asking = &fyne.Container{Layout: surveyAsking{}, Objects: []fyne.CanvasObject{s.count, s.progress, s.question, cards,
		s.note, s.leaving, s.back, s.skip}}
}

func (s *Screen) buildThanks() {
	face := kit.NewSmiley(models.SurveyHighest)
	s.thanks = &fyne.Container{Layout: surveyThanksLayout{}, Objects: []fyne.CanvasObject{face,
		kit.SemiBold(s.speak.T("survey_page.thanks"), kit.ColorInk, kit.TextStation).Wrapped().Aligned(fyne.TextAlignCenter),
		kit.Text(s.speak.T("survey_page.thanks_text"), kit.ColorMuted, kit.TextWay).Wrapped().Aligned(fyne.TextAlignCenter),
		kit.NewButton(kit.ButtonOutlined, s.speak.T("survey_page.again"), "Enter", func() { s.touched(s.state.reset) }).Large()}}
}

// touched does what a finger asks for, once.
func (s *Screen) touched(do func()) {
	if s.state.touch() {
		do()
	}
}

// goOn skips the question, or stores again what could not be stored.
func (s *Screen) goOn() {
	if s.state.err != nil {
		s.state.again()
		return
	}
	s.state.skip()
}

// Drop forgets the widgets.
func (s *Screen) Drop() {
	*s = Screen{state: s.state, stage: s.stage, speakOther: s.speakOther}
}

// Arrive puts the focus.
func (s *Screen) Arrive() { s.stage.Focus(s.holder) }

// Minute changes nothing: the survey has no clock.
func (s *Screen) Minute() {}

// paint shows the state.
func (s *Screen) paint() {
	if s.content == nil {
		return
	}
	state := s.state
	stage.SetVisible(s.start, state.step == surveyStart)
	stage.SetVisible(s.which.content, state.step == surveyService)
	stage.SetVisible(s.asking, state.step == surveyQuestion)
	stage.SetVisible(s.thanks, state.step == surveyThanks)
	s.about.SetText(s.subject())
	for i, button := range s.choices {
		button.SetKind(map[bool]kit.ButtonKind{true: kit.ButtonFilled, false: kit.ButtonOutlined}[i == state.cursor || state.fixed])
	}
	if state.step == surveyStart && state.cursor >= 0 {
		s.grid.Reveal(s.choices[state.cursor])
	}
	if state.step == surveyService {
		s.paintWhich()
	}
	if state.step == surveyQuestion {
		s.paintQuestion()
	}
	stage.LayAnew(s.content)
	s.content.Refresh()
}

// subject names whom the questions are about.
func (s *Screen) subject() string {
	code := s.state.agency
	if s.state.fixed {
		code = s.state.choices[0]
	}
	if a := s.stage.Desk.Catalogue().Agency(code); a != nil {
		return a.ShortName
	}
	return ""
}

func (s *Screen) paintQuestion() {
	state, element := s.state, string(s.state.element())
	s.count.SetText(s.speak.T("survey_page.count", state.question+1, len(models.SurveyElements)))
	s.progress.SetDone(state.question + 1)
	s.question.SetText(s.speak.T("survey_page.ask." + element))
	given := state.answers[state.element()]
	for i, card := range s.cards {
		answer := models.SurveyLowest + i
		card.Set(surveyAnswerWord(s.speak, state.element(), answer), answer == given)
	}
	failed := state.err != nil && !state.storing
	stage.SetVisible(s.note, failed)
	skip, key := "survey_page.skip", "0"
	if failed {
		s.note.Set(kit.NoteStop, s.speak.T("survey_page.not_stored"), s.speak.T("survey_page.not_stored_do"))
		skip, key = "survey_page.store_again", "Enter"
	}
	s.skip.SetLabel(s.speak.T(skip))
	s.skip.SetKey(key)
	leaving := ""
	switch {
	case state.storing:
		leaving = s.speak.T("survey_page.storing")
	case state.warns():
		leaving = s.speak.T("survey_page.leaving", int(state.left().Seconds()+0.5))
	}
	s.leaving.SetText(leaving)
}

// surveyAnswerWord says an answer to a question in words.
func surveyAnswerWord(speak *text.Speaker, e models.SurveyElement, answer int) string {
	return speak.T("survey_page.answer." + string(e) + "." + strconv.Itoa(answer))
}
