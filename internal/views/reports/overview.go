package reports

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/report"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// overviewPart is the first part of F6: the figures above all others, when
// people come, to whom, how long they wait, what is missing.
type overviewPart struct {
	speak   *text.Speaker
	tiles   []*kit.StatTile
	heat    *kit.HeatMap
	bars    *kit.BarChart
	ranges  *kit.BarChart
	heads   []*kit.Label // what stands beside the four headings
	found   *fyne.Container
	content *fyne.Container
}

// Build makes the widgets in a language.
func (p *overviewPart) Build(speak *text.Speaker) fyne.CanvasObject {
	p.speak = speak
	p.tiles, p.heads = nil, nil
	tiles := kit.Columns(0)
	for i := range (report.Report{}).Tiles(speak) {
		p.tiles = append(p.tiles, kit.NewStatTile(kit.Stat{}, i == 0))
		tiles.Add(p.tiles[i])
	}
	p.heat, p.bars, p.ranges = kit.NewHeatMap(), kit.NewBarChart(), kit.NewRangeChart()
	p.found = &fyne.Container{Layout: fittingRows{}}
	quarters := &fyne.Container{Layout: reportsQuarters{}, Objects: []fyne.CanvasObject{
		p.quarter("reports.hours", kit.EdgeRight, p.heat), p.quarter("reports.agencies", 0, p.bars),
		p.quarter("reports.waits", kit.EdgeRight|kit.EdgeTop, p.ranges), p.quarter("reports.searches", kit.EdgeTop, p.found)}}
	p.content = kit.Border(kit.NewPanel("", kit.Sides(12, reportsEdge), kit.EdgeTop|kit.EdgeBottom, tiles), nil, nil, nil, quarters)
	return p.content
}

// quarter is a heading with a chart that takes the rest.
func (p *overviewPart) quarter(key string, edges kit.Edge, chart fyne.CanvasObject) fyne.CanvasObject {
	beside := kit.Text("", kit.ColorMuted, kit.TextDetail).Cut()
	p.heads = append(p.heads, beside)
	title := kit.SemiBold(p.speak.T(key), kit.ColorInk, kit.TextButton)
	return kit.NewPanel("", kit.Inset{Top: 12, Right: reportsEdge, Bottom: 8, Left: reportsEdge}, edges,
		&fyne.Container{Layout: headedChart{}, Objects: []fyne.CanvasObject{title, beside, chart}})
}

func (p *overviewPart) Drop()        { *p = overviewPart{} }
func (p *overviewPart) Arrive()      {}
func (p *overviewPart) Again()       {}
func (p *overviewPart) Turn(float32) {} // all of it is in sight

// Paint shows a report.
func (p *overviewPart) Paint(speak *text.Speaker, r report.Report) {
	w := reportsWords{speak}
	for i, tile := range r.Tiles(w.speak) {
		if i == report.AccuracyTile && r.Accuracy == nil {
			tile.Meaning = w.t("judge")
		}
		p.tiles[i].Set(kit.Stat(tile))
	}
	p.heat.Set(w.heat(r))
	p.bars.Set(w.bars(r))
	p.ranges.Set(w.ranges(r))
	for i, words := range []string{w.t("hours.detail"), w.t("agencies.detail", len(p.bars.Bars())), w.t("waits.detail"), w.t("searches.detail", w.speak.Count(r.NotFound))} {
		p.heads[i].SetText(words)
	}
	p.found.Objects = nil
	for _, c := range w.searches(r) {
		p.found.Add(kit.NewCountRow(c))
	}
	if len(p.found.Objects) == 0 {
		p.found.Add(kit.Text(w.t("searches.none"), kit.ColorMuted, kit.TextDetail).Cut())
	}
}
