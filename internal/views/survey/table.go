package survey

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// sheetsEdge is the room at both sides of a page, in units.
const sheetsEdge float32 = 22

// surveyTable shows the result of the survey: tiles of the mall, the nine
// elements, the agencies, the services that sheets name. It scrolls.
type surveyTable struct {
	words    surveyWords
	tiles    []*kit.StatTile
	table    *fyne.Container
	elements []*kit.FigureRow
	agencies []*kit.FigureRow
	services []*kit.FigureRow
	figures  *fyne.Container
	empty    *fyne.Container
	scroll   *stage.Scrolled
}

func newSurveyTable(speak *text.Speaker) *surveyTable {
	t := &surveyTable{words: surveyWords{speak}, table: kit.Column(0),
		empty: kit.NewEmpty(speak.T("sheets.empty"), speak.T("sheets.empty_do"))}
	tiles := kit.Columns(0)
	for i, tile := range t.words.tiles(report.Judged{}) {
		t.tiles = append(t.tiles, kit.NewStatTile(tile, i == 0))
		tiles.Add(t.tiles[i])
	}
	t.figures = kit.Column(14, tiles, t.table)
	t.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Top: 14, Right: sheetsEdge, Bottom: 14, Left: sheetsEdge}, 0,
		kit.Column(0, t.empty, t.figures)))
	return t
}

// paint shows a result; nil is one of nobody. known is false until it was read.
func (t *surveyTable) paint(s *report.Survey, known bool) {
	some := s != nil && s.Respondents > 0
	stage.SetVisible(t.empty, known && !some)
	stage.SetVisible(t.figures, some)
	if some {
		for i, tile := range t.words.tiles(s.Judged) {
			t.tiles[i].Set(tile)
		}
		t.table.Objects = nil
		t.table.Add(kit.NewFigureHeader(t.words.elementTitles()))
		t.elements = t.fill(t.elements, t.words.elements(s))
		t.table.Add(kit.NewPanel("", kit.Inset{Top: 14}, 0, kit.NewFigureHeader(t.words.agencyTitles())))
		t.agencies = t.fill(t.agencies, t.words.agencies(s))
		if len(s.Services) > 0 {
			t.table.Add(kit.NewPanel("", kit.Inset{Top: 14}, 0, kit.NewFigureHeader(t.words.serviceTitles())))
			t.services = t.fill(t.services, t.words.services(s))
		}
	}
	t.scroll.Changed()
}

// fill shows figures in rows, as many as are needed.
func (t *surveyTable) fill(rows []*kit.FigureRow, figures []kit.Figures) []*kit.FigureRow {
	for len(rows) < len(figures) {
		rows = append(rows, kit.NewFigureRow())
	}
	for i, f := range figures {
		rows[i].Set(f)
		t.table.Add(rows[i])
	}
	return rows
}

// Part is a part of F6: the survey of the days of the report.
type Part struct{ *surveyTable }

// NewPart makes the part of the reports that shows the index.
func NewPart() *Part { return &Part{} }

// Build makes the widgets in a language.
func (p *Part) Build(speak *text.Speaker) fyne.CanvasObject {
	p.surveyTable = newSurveyTable(speak)
	return p.scroll.Outer
}

func (p *Part) Drop()             { *p = Part{} }
func (p *Part) Arrive()           {}
func (p *Part) Again()            {}
func (p *Part) Turn(part float32) { p.scroll.Turn(part) }

func (p *Part) Paint(_ *text.Speaker, r report.Report) { p.surveyTable.paint(r.Survey, true) }
