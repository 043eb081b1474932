package reports

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// servicesPart is the second part of F6: each agency with its services.
type servicesPart struct {
	table  *fyne.Container
	rows   []*kit.FigureRow
	scroll *stage.Scrolled
}

// Build makes the widgets in a language.
func (p *servicesPart) Build(speak *text.Speaker) fyne.CanvasObject {
	p.rows, p.table = nil, kit.Column(0)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(0, reportsEdge), 0, p.table))
	head := kit.NewPanel("", kit.Inset{Top: 8, Right: reportsEdge, Left: reportsEdge}, kit.EdgeTop,
		kit.NewFigureHeader(reportsWords{speak}.lineTitles()))
	return kit.Border(head, nil, nil, nil, p.scroll.Outer)
}

func (p *servicesPart) Drop()             { *p = servicesPart{} }
func (p *servicesPart) Arrive()           {}
func (p *servicesPart) Again()            {}
func (p *servicesPart) Turn(part float32) { p.scroll.Turn(part) }

// Paint shows a report.
func (p *servicesPart) Paint(speak *text.Speaker, r report.Report) {
	w := reportsWords{speak}
	p.table.Objects = nil
	for i, line := range w.lines(r) {
		if i == len(p.rows) {
			p.rows = append(p.rows, kit.NewFigureRow())
		}
		p.rows[i].Set(line)
		p.table.Add(p.rows[i])
	}
	p.scroll.Changed()
}

// casesPart is the third part of F6: what was missing at the desk, who left
// without a number or only asked, what was searched in vain, and who needs
// special treatment.
type casesPart struct {
	left, right *fyne.Container
	scroll      *stage.Scrolled
	speak       *text.Speaker
}

// Build makes the widgets in a language.
func (p *casesPart) Build(speak *text.Speaker) fyne.CanvasObject {
	p.speak, p.left, p.right = speak, kit.Column(0), kit.Column(0)
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Top: 4, Right: reportsEdge, Bottom: 16, Left: reportsEdge}, kit.EdgeTop, kit.Columns(44, p.left, p.right)))
	return p.scroll.Outer
}

func (p *casesPart) Drop()             { *p = casesPart{} }
func (p *casesPart) Arrive()           {}
func (p *casesPart) Again()            {}
func (p *casesPart) Turn(part float32) { p.scroll.Turn(part) }

// Paint shows a report.
func (p *casesPart) Paint(speak *text.Speaker, r report.Report) {
	w := reportsWords{speak}
	p.left.Objects, p.right.Objects = nil, nil
	p.list(p.left, w.t("missing", w.speak.Count(r.Papers.Incomplete), w.speak.Count(r.Papers.Checked)), w.missing(r))
	p.list(p.right, w.t("turned_away", w.speak.Count(r.TurnedAway)), w.counts("reasons", r.Reasons, r.TurnedAway))
	p.list(p.right, w.t("kinds", w.speak.Count(r.Visits)), w.counts("kinds", r.Kinds, r.Visits))
	p.list(p.right, w.t("priorities", w.speak.Count(r.Priority)), w.counts("priorities", r.Priorities, r.Visits))
	p.list(p.right, w.t("searches_all", w.speak.Count(r.NotFound)), w.searches(r))
	p.scroll.Changed()
}

// list adds a heading and its rows.
func (p *casesPart) list(to *fyne.Container, title string, rows []kit.Counted) {
	to.Add(kit.NewPanel("", kit.Inset{Top: 14, Bottom: 8}, 0, kit.SemiBold(title, kit.ColorInk, kit.TextButton).Cut()))
	for _, row := range rows {
		to.Add(kit.NewCountRow(row))
	}
	if len(rows) == 0 {
		to.Add(kit.Text(p.speak.T("reports.none"), kit.ColorMuted, kit.TextDetail))
	}
}
