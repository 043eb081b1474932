package reception

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// purposePane paints the first pane, "Keperluan".
type purposePane struct {
	r      *State
	speak  *text.Speaker
	pane   *kit.Pane
	search *kit.SearchField
	line   *kit.Label
	empty  *kit.Panel
	rows   [finds.MaxRows]*kit.ResultRow
	heads  [finds.MaxRows]*kit.GroupHeader
	list   *fyne.Container
	scroll *stage.Scrolled
	query  string
}

func newPurposePane(r *State, speak *text.Speaker, press func(kit.KeyPress) bool) *purposePane {
	p := &purposePane{r: r, speak: speak, list: kit.Column(0)}
	p.search = kit.NewSearchField(speak.T("reception.search"))
	p.search.SetText(r.purpose.query)
	p.search.Input.OnChanged = r.typed
	p.search.Input.OnUndo = r.undidTyping
	p.search.Input.OnKey = press
	p.search.Input.OnFocus = focusTeller(r, spotSearch)
	p.line = kit.SemiBold("", kit.ColorMuted, kit.TextCaption).Wrapped()
	p.empty = kit.NewPanel("", kit.Sides(6, 8), 0, kit.NewEmpty(speak.T("reception.start"), speak.T("reception.start_do")))
	p.list.Objects = []fyne.CanvasObject{p.empty}
	for i := range p.rows {
		p.rows[i] = kit.NewResultRow(func() { r.selectRow(i) })
		p.heads[i] = kit.NewGroupHeader("", kit.Status{})
		p.list.Objects = append(p.list.Objects, p.heads[i], p.rows[i])
	}
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Right: 10, Bottom: 8, Left: 10}, 0, p.list))
	top := kit.NewPanel("", kit.Inset{Right: 18, Bottom: 8, Left: 18}, 0, kit.Column(8, p.search, p.line))
	header := kit.NewPaneHeader("1", speak.T("reception.purpose"),
		kit.NewKeyHint(speak.T("reception.hint.move"), r.down, "↑", "↓"),
		kit.NewKeyHint(speak.T("reception.hint.row"), nil, "Alt", "1–9"))
	p.pane = kit.NewPane(header, kit.Border(top, nil, nil, nil, p.scroll.Outer))
	return p
}

// focusTeller reports to the state that a field got the focus by the mouse.
func focusTeller(r *State, at spot) func(bool) {
	return func(focused bool) {
		if focused {
			r.focused(at)
		}
	}
}

// refresh paints the rows of the state.
func (p *purposePane) refresh() {
	r := p.r
	p.pane.SetLit(r.lit() == panePurpose)
	stage.SetText(p.search.Input, r.purpose.query)
	p.search.SetResult(resultWords(p.speak, r.purpose))
	p.line.SetText(purposeLine(p.speak, r))
	stage.SetVisible(p.line, p.line.Text() != "")
	stage.SetVisible(p.empty, r.purpose.query == "" && len(r.purpose.rows) == 0)
	for i := range p.rows {
		p.refreshRow(i)
	}
	p.scroll.Changed()
	p.show()
}

// refreshRow paints one row and the agency above it; the life events of
// grouped rows stand in the second pane.
func (p *purposePane) refreshRow(i int) {
	rows, grouped, now := p.r.purpose.rows, p.r.purpose.grouped(), p.r.desk.Now()
	shown := i < len(rows) && !(grouped && rows[i].Event != nil)
	headed := shown && rows[i].Head != ""
	stage.SetVisible(p.rows[i], shown)
	stage.SetVisible(p.heads[i], headed)
	if !shown {
		return
	}
	if headed {
		p.heads[i].Set(rows[i].Head, finds.OfferStatus(p.speak, *rows[i].Offer, now))
	}
	p.rows[i].SetResult(finds.Cells(p.speak, rows[i], i, grouped, now))
	p.rows[i].SetSelected(i == p.r.purpose.selected)
	p.rows[i].SetDivider(i < len(rows)-1 && !grouped)
}

// show scrolls to the selected row, and to the top for another search.
func (p *purposePane) show() {
	switch {
	case p.query != p.r.purpose.query:
		p.query = p.r.purpose.query
		p.scroll.ToTop()
	case p.r.purpose.selected >= 0 && p.r.purpose.selected < finds.MaxRows:
		p.scroll.Reveal(p.rows[p.r.purpose.selected])
	}
}

// resultWords says at the right of the search how much was found.
func resultWords(speak *text.Speaker, p purpose) string {
	switch {
	case p.query == "":
		return ""
	case p.grouped():
		return speak.T("reception.agencies", countHeads(p.rows))
	}
	return speak.T("reception.results", len(p.rows))
}

func countHeads(rows []finds.Row) int {
	n := 0
	for _, w := range rows {
		if w.Head != "" {
			n++
		}
	}
	return n
}

// purposeLine stands between the search and the rows.
func purposeLine(speak *text.Speaker, r *State) string {
	switch p := r.purpose; {
	case r.tickets.change != nil:
		return speak.T("reception.changing", r.tickets.change.ticket.Number)
	case p.grouped():
		return speak.T("reception.shared", countHeads(p.rows))
	case p.query == "" && len(p.rows) > 0:
		return speak.T("reception.favourites")
	}
	return ""
}
