package reception

import (
	"reflect"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// papersPane paints the second pane, "Berkas".
type papersPane struct {
	r       *State
	speak   *text.Speaker
	pane    *kit.Pane
	list    *fyne.Container
	scroll  *stage.Scrolled
	painted []section
}

func newPapersPane(r *State, speak *text.Speaker) *papersPane {
	p := &papersPane{r: r, speak: speak, list: kit.Column(8)}
	p.scroll = stage.NewScrolled(kit.NewPanel("", kit.Inset{Right: 18, Bottom: 12, Left: 18}, 0, p.list))
	header := kit.NewPaneHeader("2", speak.T("reception.papers"),
		kit.NewKeyHint(speak.T("reception.hint.tick"), r.space, speak.T("keycap.space")))
	p.pane = kit.NewPane(header, p.scroll.Outer)
	return p
}

// refresh paints the page of the state, when it is another one.
func (p *papersPane) refresh() {
	p.pane.SetLit(p.r.lit() == panePapers)
	page := papersPage(p.r, p.speak)
	if reflect.DeepEqual(page, p.painted) {
		return
	}
	sameTitle := len(page) > 0 && len(p.painted) > 0 && page[0].title == p.painted[0].title
	p.painted = page
	p.list.Objects = nil
	var lit, considered fyne.CanvasObject
	for _, s := range page {
		o := p.object(s)
		p.list.Objects = append(p.list.Objects, o)
		if s.lit {
			lit = o
		}
		if s.seen {
			considered = o
		}
	}
	p.scroll.Changed()
	if !sameTitle {
		p.scroll.ToTop()
	}
	switch {
	case lit != nil:
		p.scroll.Reveal(lit)
	case considered != nil:
		p.scroll.Reveal(p.list.Objects[len(p.list.Objects)-1]) // it is the last one
		p.scroll.Reveal(considered)
	}
}

func (p *papersPane) object(s section) fyne.CanvasObject {
	switch s.kind {
	case sectionTitle:
		return kit.Column(2, kit.SemiBold(s.title, kit.ColorInk, kit.TextService).Wrapped(), stage.DetailLine(s.text))
	case sectionHeading:
		return kit.NewPanel("", kit.Inset{Top: 6}, 0, kit.NewHeading(s.title))
	case sectionText:
		return kit.Column(0, stage.DetailLine(s.title), stage.DetailLine(s.text))
	case sectionNote:
		return kit.NewNote(s.note, s.title, s.text)
	case sectionCard:
		return kit.NewCard(kit.Sides(12, 14), kit.Column(2,
			kit.SemiBold(s.title, kit.ColorInk, kit.TextButton).Wrapped(), stage.DetailLine(s.text)))
	case sectionFacts:
		return kit.NewPanel("", kit.Inset{Top: 10}, kit.EdgeTop, kit.NewDefinitions(s.facts...))
	case sectionRoute:
		return kit.NewRoute(s.stops...)
	case sectionCalendar:
		return kit.NewCalendar(s.heads, s.days)
	}
	return p.acting(s)
}

// acting makes the lines that can be chosen.
func (p *papersPane) acting(s section) fyne.CanvasObject {
	switch s.kind {
	case sectionAgency:
		return agencyNews(s)
	case sectionEvent:
		return eventLine(s, func() { p.r.takeRow(s.item + 1) })
	case sectionStop:
		return stopLine(s, p.speak.T("reception.drop"), func() { p.r.dropAt(s.item) })
	}
	check := kit.NewCheckRow(s.title, s.text)
	check.SetOn(s.on)
	check.OnChanged = func(bool) { p.r.tickAt(s.item) }
	if s.lit {
		check.FocusGained()
	}
	return check
}

// agencyNews is an agency, how it is today, and when it can be had.
func agencyNews(s section) fyne.CanvasObject {
	if s.title == "" {
		return kit.NewStatusLine(s.status)
	}
	return kit.NewPanel("", kit.Inset{Top: 8, Bottom: 2}, kit.EdgeTop, kit.Column(1,
		kit.Row(8, kit.NewMark(s.status.Shape, s.status.Colour),
			kit.SemiBold(s.title, kit.ColorInk, kit.TextDetail),
			kit.SemiBold(stage.Lower(s.status.Word), s.status.Colour, kit.TextDetail)),
		kit.NewPanel("", kit.Inset{Left: 20}, 0, stage.DetailLine(s.text))))
}

// eventLine is a life event with the key that takes it.
func eventLine(s section, take func()) fyne.CanvasObject {
	return kit.NewPanel("", kit.Inset{Top: 8, Bottom: 4}, kit.EdgeTop, kit.Column(2,
		kit.SemiBold(s.title, kit.ColorInk, kit.TextButton).Wrapped(), stage.DetailLine(s.text),
		kit.NewKeyHint("", take, s.number)))
}

// stopLine is one service of several, with what takes it off the visit.
func stopLine(s section, drop string, dropped func()) fyne.CanvasObject {
	ground := fyne.ThemeColorName("")
	if s.lit {
		ground = kit.ColorSoft
	}
	plate := kit.NewSmallPlate(s.number)
	if s.vacant {
		plate.Set(s.number, "", kit.PlateVacant)
	}
	again := s.status.Detail
	s.status.Detail = ""
	return kit.NewPanel(ground, kit.Inset{Top: 8, Right: 4, Bottom: 4, Left: 4}, kit.EdgeTop, kit.Column(4,
		kit.Border(nil, nil, plate, kit.NewKeyHint(drop, dropped, "Del"),
			kit.NewPanel("", kit.Inset{Right: 4, Left: 10}, 0, kit.SemiBold(s.text, kit.ColorInk, kit.TextButton).Cut())),
		kit.SemiBold(s.title, kit.ColorInk, kit.TextDetail).Wrapped(),
		kit.NewStatusLine(s.status), stage.DetailLine(again)))
}
