package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/finder"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guideRows is the list at the left: as many rows as keys reach, each below
// the header of its agency when several agencies fit. Its widgets are made
// once and reused.
type guideRows struct {
	scroll  *stage.Scrolled
	hint    *kit.StatusLine
	headers []*kit.GroupHeader
	rows    []*kit.ResultRow
}

func newGuideRows(tapped func(i int)) *guideRows {
	r := &guideRows{hint: kit.NewStatusLine(kit.Status{})}
	parts := []fyne.CanvasObject{kit.NewPanel(kit.ColorRaised, kit.Sides(7, 8), 0, r.hint)}
	for i := range finds.MaxRows {
		header := kit.NewGroupHeader("", kit.Status{})
		row := kit.NewResultRow(func() { tapped(i) })
		r.headers, r.rows = append(r.headers, header), append(r.rows, row)
		parts = append(parts, header, row)
	}
	r.scroll = stage.NewScrolled(kit.Column(0, parts...))
	return r
}

// paint shows the rows of the state.
func (r *guideRows) paint(s *guideState, words guideWords) {
	grouped := s.query != "" && s.finding.Ambiguous
	r.hint.Set(words.listHint(s))
	for i, row := range r.rows {
		shown := i < len(s.rows)
		stage.SetVisible(row, shown)
		stage.SetVisible(r.headers[i], shown && grouped && s.rows[min(i, len(s.rows)-1)].Head != "")
		if !shown {
			continue
		}
		if offer := s.rows[i].Offer; offer != nil && grouped {
			r.headers[i].Set(offer.Agency.ShortName, words.status(*offer))
		}
		row.SetResult(words.result(s.rows[i], i, grouped))
		row.SetSelected(i == s.selected)
		row.SetDivider(i < len(s.rows)-1 && !grouped && i+1 != s.selected)
	}
	r.scroll.Changed()
	r.reveal(s.selected)
}

// reveal scrolls so far that the selected row is in sight.
func (r *guideRows) reveal(selected int) {
	if selected <= 0 {
		r.scroll.ToTop()
		return
	}
	r.scroll.Reveal(r.rows[selected])
}

// listHint says what the rows below it are.
func (w guideWords) listHint(s *guideState) kit.Status {
	hint := kit.Status{Shape: kit.ShapeInfo, Colour: kit.ColorAccent}
	switch {
	case s.gone && !s.readAt.IsZero():
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: w.speak.T("guide.gone", s.readAt)}
	case s.gone:
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: w.speak.T("guide.gone_all")}
	case s.fault:
		return kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: w.speak.T("guide.fault")}
	case s.query == "" && s.place == "":
		return kit.Status{Colour: kit.ColorMuted, Word: w.speak.T("guide.idle.events")}
	case s.finding.Ambiguous:
		hint.Detail = w.speak.T("guide.ambiguous", agenciesIn(s.rows))
	case s.finding.Confidence == finder.Low && len(s.rows) > 0:
		hint.Detail = w.speak.T("guide.maybe")
	default:
		hint.Detail = w.speak.T("guide.found", len(s.rows))
	}
	return hint
}

// agenciesIn counts the agencies that the rows belong to.
func agenciesIn(rows []finds.Row) int {
	seen := map[string]bool{}
	for _, r := range rows {
		if r.Offer != nil {
			seen[r.Offer.Agency.Code] = true
		}
	}
	return len(seen)
}
