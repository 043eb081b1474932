package reports

import (
	"math"

	"fyne.io/fyne/v2"

	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Part is a part of F6 that its number opens.
type Part interface {
	Build(speak *text.Speaker) fyne.CanvasObject
	Drop()             // forgets its widgets
	Arrive()           // it came to the window
	Again()            // R: read once more
	Turn(part float32) // scroll by a part of the height that is seen
}

// reportsPartNames are the parts in the order of their numbers, as keys of
// words. A new part is one more name here and its place in New.
var reportsPartNames = []string{"overview", "services", "cases", "survey", "accuracy"}

// Screen is F6, "Laporan": what happened on a day, in a month, in a
// year, in parts.
type Screen struct {
	state *reportsState
	stage stage.Stage
	speak *text.Speaker

	parts    []Part
	accuracy *accuracyPart
	figures  []FigurePart        // those that show the report
	contents []fyne.CanvasObject // of the parts; nil: it was not opened yet

	content *fyne.Container
	holder  *stage.FocusHolder
	spans   *kit.Segmented
	choice  *kit.Segmented
	period  *kit.Label
	fresh   *kit.Label
	asking  *reportsAsk
	note    *kit.Note
	empty   *fyne.Container
	said    *kit.Panel // holds the question, the note and what is empty
	body    *fyne.Container
}

// FigurePart is a part that shows the report of the span.
type FigurePart interface {
	Part
	Paint(speak *text.Speaker, r report.Report)
}

var _ stage.Screen = (*Screen)(nil)

// New makes F6; survey is its part that shows the index.
func New(r Port, s stage.Stage, survey FigurePart) *Screen {
	screen := &Screen{state: newReportsState(r, s), stage: s}
	screen.state.changed = screen.refresh
	screen.figures = []FigurePart{&overviewPart{}, &servicesPart{}, &casesPart{}, survey}
	for _, part := range screen.figures {
		screen.parts = append(screen.parts, part)
	}
	screen.accuracy = newAccuracyPart(r, s, screen.state.dates)
	screen.parts = append(screen.parts, screen.accuracy)
	return screen
}

// Build makes the widgets in a language.
func (s *Screen) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	s.holder = stage.NewFocusHolder(s.stage.Press)
	s.period = kit.SemiBold("", kit.ColorInk, kit.TextButton).Cut()
	s.fresh = kit.Text("", kit.ColorMuted, kit.TextDetail).Cut()
	s.note = kit.NewNote(kit.NoteStop, "", "")
	s.empty = kit.NewEmpty(speak.T("reports.nothing"), speak.T("reports.nothing_do"))
	s.asking = newReportsAsk(s.state, speak, s.stage.Press)
	s.contents = make([]fyne.CanvasObject, len(s.parts))
	s.body = &fyne.Container{Layout: stage.Layers{}}
	s.said = kit.NewPanel("", kit.Inset{Right: reportsEdge, Bottom: 12, Left: reportsEdge}, 0, kit.Column(10, s.asking.content, s.note, s.empty))
	top := kit.Column(0, s.buildPeriod(), s.buildParts(), s.said)
	ground := kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, kit.Border(top, nil, nil, nil, s.body))
	s.content = &fyne.Container{Layout: stage.Layers{}, Objects: []fyne.CanvasObject{s.holder, ground}}
	s.paint()
	return s.content
}

func (s *Screen) buildPeriod() fyne.CanvasObject {
	t := s.speak.T
	s.spans = kit.NewSegmented(func(i int) {
		s.state.choose(reportSpan(i))
		s.stage.Focus(s.target())
	}, t("reports.span.day"), t("reports.span.month"), t("reports.span.year")).Compact()
	return &fyne.Container{Layout: reportsTop{}, Objects: []fyne.CanvasObject{
		kit.SemiBold(t("reports.title"), kit.ColorInk, kit.TextService), s.spans,
		kit.NewKeyHint("", func() { s.state.turn(-1) }, "←"), s.period, kit.NewKeyHint("", func() { s.state.turn(1) }, "→"),
		kit.Row(14, kit.NewKeyHint("PDF", func() { s.ask(report.PDF) }, "P"), kit.NewKeyHint("XLSX", func() { s.ask(report.XLSX) }, "X"),
			kit.NewKeyHint("CSV", func() { s.ask(report.CSV) }, "C"))}}
}

func (s *Screen) buildParts() fyne.CanvasObject {
	names := make([]string, len(reportsPartNames))
	for i, name := range reportsPartNames {
		names[i] = s.speak.T("reports.part." + name)
	}
	s.choice = kit.NewSegmented(func(i int) {
		s.open(i)
		s.stage.Focus(s.target())
	}, names...).Compact()
	again := kit.NewKeyHint(s.speak.T("reports.again"), s.Again, "R")
	return &fyne.Container{Layout: reportsBar{}, Objects: []fyne.CanvasObject{s.choice, s.fresh, again}}
}

// Drop forgets the widgets.
func (s *Screen) Drop() {
	for _, part := range s.parts {
		part.Drop()
	}
	*s = Screen{state: s.state, stage: s.stage, parts: s.parts, figures: s.figures, accuracy: s.accuracy}
}

// buildPart makes the widgets of a part when it is first opened.
func (s *Screen) buildPart(part int) {
	if s.contents[part] == nil {
		s.contents[part] = s.parts[part].Build(s.speak)
		s.body.Add(s.contents[part])
	}
}

// Arrive puts the focus, and reads what is old.
func (s *Screen) Arrive() {
	s.stage.Focus(s.target())
	s.state.open()
	s.parts[s.state.part].Arrive()
}

// Minute changes nothing: figures are read when somebody asks for them.
func (s *Screen) Minute() {}

// refresh paints the state and moves the focus.
func (s *Screen) refresh() {
	if s.content == nil {
		return
	}
	if s.parts[s.state.part] == Part(s.accuracy) {
		s.accuracy.state.follow()
	}
	s.paint()
	if s.content.Visible() {
		s.stage.Focus(s.target())
	}
}

// target is where the next key goes.
func (s *Screen) target() fyne.Focusable {
	if s.state.asking() {
		return s.asking.field.Input
	}
	return s.holder
}

// open shows a part.
func (s *Screen) open(part int) {
	if s.state.asking() {
		return
	}
	s.state.show(part)
	s.parts[part].Arrive()
}

// Again reads the part that is shown once more.
func (s *Screen) Again() {
	if s.state.part < len(s.figures) {
		s.state.load()
		return
	}
	s.parts[s.state.part].Again()
}

// Turn scrolls the present part.
func (s *Screen) Turn(part float32) { s.parts[s.state.part].Turn(part) }

// ask asks where to put a file; a part that is not of the span has none.
func (s *Screen) ask(format string) { s.state.ask(format) }

// paint shows the state.
func (s *Screen) paint() {
	state, words := s.state, reportsWords{s.speak}
	s.spans.SetSelected(int(state.span))
	s.choice.SetSelected(state.part)
	s.period.SetText(words.period(state.dates()))
	s.fresh.SetText(words.fresh(state))
	s.asking.paint(words)
	s.paintNote(words)
	figures := state.part < len(s.figures)
	some := state.known() && state.report.Visits+state.report.NotFound > 0
	stage.SetVisible(s.empty, figures && state.known() && !some && !state.busy)
	stage.SetVisible(s.said, state.asking() || s.note.Visible() || s.empty.Visible())
	s.buildPart(state.part)
	for i, content := range s.contents {
		if content != nil {
			stage.SetVisible(content, i == state.part && (some || !figures))
		}
	}
	if figures && some {
		s.figures[state.part].Paint(s.speak, s.shown())
	}
	stage.LayAnew(s.content)
}

// shown is the report, with the accuracy of the estimates once it was judged.
func (s *Screen) shown() report.Report {
	made := s.state.report
	if judged := s.accuracy.state; judged.known() && judged.accuracy.Score != nil {
		if all := judged.accuracy.Score.Report().All; !math.IsNaN(all.MedianWait) {
			made.Accuracy = &report.Accuracy{Days: judged.accuracy.Days, Of: judged.accuracy.Of, InsideShare: all.InsideShare}
		}
	}
	return made
}

func (s *Screen) paintNote(words reportsWords) {
	kind, title, sentence := words.note(s.state)
	stage.SetVisible(s.note, title != "")
	if title != "" {
		s.note.Set(kind, title, sentence)
	}
}
