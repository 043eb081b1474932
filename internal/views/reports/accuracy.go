package reports

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/desk"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// accuracyPart is the part of F6 that tells how close the estimated waiting
// times were to what happened, in all and by service.
type accuracyPart struct {
	state *accuracyState
	stage stage.Stage
	speak *text.Speaker

	content *fyne.Container
	days    *kit.Label
	note    *kit.Note
	reading *kit.StatusLine
	empty   *fyne.Container
	tiles   []*kit.StatTile
	figures *fyne.Container // all that stands only beside figures
	table   *fyne.Container
	rows    []*kit.FigureRow
	scroll  *stage.Scrolled
	foot    fyne.CanvasObject // how to read the figures
	last    fyne.CanvasObject // the same below the table, in a window too low for the foot
}

var _ Part = (*accuracyPart)(nil)

func newAccuracyPart(r Port, s stage.Stage, dates func() [2]string) *accuracyPart {
	part := &accuracyPart{state: newAccuracyState(r, s, dates), stage: s}
	part.state.changed = part.paint
	return part
}

// Build makes the widgets in a language.
func (s *accuracyPart) Build(speak *text.Speaker) fyne.CanvasObject {
	s.speak = speak
	words := s.words()
	s.days = kit.Text("", kit.ColorMuted, kit.TextBody).Cut()
	s.note = kit.NewNote(kit.NoteStop, "", "")
	s.reading = kit.NewStatusLine(kit.Status{Shape: kit.ShapeRing, Colour: kit.ColorAccent,
		Word: speak.T("reports.reading"), Detail: speak.T("reports.reading_detail")})
	s.empty = kit.NewEmpty(speak.T("reports.empty"), speak.T("reports.empty_do"))
	s.tiles, s.rows = nil, nil
	tiles := kit.Columns(0)
	for i := range words.tiles(noSheet) {
		s.tiles = append(s.tiles, kit.NewStatTile(kit.Stat{}, i == 0))
		tiles.Add(s.tiles[i])
	}
	s.table = kit.Column(0)
	s.foot = kit.NewPanel(kit.ColorRaised, kit.Sides(12, reportsEdge), kit.EdgeTop, accuracyReading(speak))
	s.last = kit.NewPanel("", kit.Sides(12, 0), kit.EdgeTop, accuracyReading(speak))
	s.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(0, reportsEdge), 0, s.table))
	s.figures = &fyne.Container{Layout: accuracyFigures{s}, Objects: []fyne.CanvasObject{
		kit.NewPanel("", kit.Sides(12, reportsEdge), kit.EdgeTop|kit.EdgeBottom, tiles),
		kit.NewPanel("", kit.Inset{Top: 8, Right: reportsEdge, Left: reportsEdge}, 0, kit.NewFigureHeader(words.titles())),
		s.scroll.Outer, s.foot}}
	subject := kit.SemiBold(speak.T("reports.subject"), kit.ColorInk, kit.TextBody)
	top := &fyne.Container{Layout: accuracyTop{}, Objects: []fyne.CanvasObject{subject, s.days}}
	aside := kit.NewPanel("", kit.Sides(0, reportsEdge), 0, kit.Column(12, s.note, s.reading, s.empty))
	s.content = kit.Border(kit.Column(0, top, aside), nil, nil, nil, s.figures)
	s.paint()
	return s.content
}

// Drop forgets the widgets.
func (s *accuracyPart) Drop() { *s = accuracyPart{state: s.state, stage: s.stage} }

// noSheet is of no tickets.
var noSheet = desk.AccuracySheet{}

func (s *accuracyPart) words() accuracyWords {
	return accuracyWords{speak: s.speak, catalogue: s.stage.Desk.Catalogue()}
}

// Arrive reads what is old.
func (s *accuracyPart) Arrive() { s.state.open() }

// Again reads once more.
func (s *accuracyPart) Again() { s.state.load() }

// Turn scrolls by a part of the height that is seen.
func (s *accuracyPart) Turn(part float32) { s.scroll.Turn(part) }

// paint shows the state.
func (s *accuracyPart) paint() {
	if s.content == nil {
		return
	}
	state, words := s.state, s.words()
	page, some := words.figures(state.accuracy, state.readAt)
	some = some && state.known()
	failed := state.err != nil && !state.loading
	stage.SetVisible(s.note, failed)
	if failed {
		s.note.Set(kit.NoteStop, s.speak.T("reports.failed"), words.failure(state.err))
	}
	stage.SetVisible(s.reading, state.loading && !some)
	stage.SetVisible(s.empty, state.known() && !some && !state.loading)
	stage.SetVisible(s.figures, some)
	if some {
		s.show(page)
	}
	if some && state.loading {
		page.days = s.speak.T("reports.reading_again")
	}
	s.days.SetText(page.days)
	stage.LayAnew(s.content)
}

// show fills tiles and table.
func (s *accuracyPart) show(page accuracyPage) {
	for i, tile := range page.tiles {
		s.tiles[i].Set(tile)
	}
	for len(s.rows) < len(page.rows) {
		s.rows = append(s.rows, kit.NewFigureRow())
	}
	s.table.Objects = nil
	for i, row := range page.rows {
		s.rows[i].Set(row)
		s.table.Add(s.rows[i])
	}
	s.table.Add(s.last)
	s.scroll.Changed()
}
