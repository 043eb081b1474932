package guide

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guideDetail is the page at the right. Its parts are made anew when the page
// says something else, but for the plan.
type guideDetail struct {
	content fyne.CanvasObject
	body    *fyne.Container
	scroll  *stage.Scrolled
	said    guidePage

	heads [2]*stage.Block // for a wide and for a narrow page
	notes []*stage.Block
	sign  *kit.Sign // nil: none
	plan  *guidePlan
	aside fyne.CanvasObject // nil: none
	facts *stage.Block      // nil: none
}

func newGuideDetail(speak *text.Speaker, floors []models.Floor, lookAt func(i int)) *guideDetail {
	d := &guideDetail{plan: newGuidePlan(speak, floors, lookAt)}
	d.body = container.New(guidePageLayout{d})
	d.scroll = stage.NewScrolled(d.body)
	d.content = kit.NewPanel(kit.ColorSurface, kit.Inset{}, 0, d.scroll.Outer)
	return d
}

// paint shows the page of the state.
func (d *guideDetail) paint(s *guideState, words guideWords) {
	floor := s.floorShown()
	page := s.page(words)
	if page.plan && floor != stage.Nothing {
		d.plan.paint(s, floor)
	}
	if d.heads[0] != nil && reflect.DeepEqual(page, d.said) {
		return
	}
	d.said = page
	d.fill(page)
	d.scroll.ToTop()
	d.scroll.Changed()
}

// fill makes the parts of a page.
func (d *guideDetail) fill(page guidePage) {
	d.heads = [2]*stage.Block{guideHead(page, kit.TextTitle), guideHead(page, kit.TextSearch)}
	d.notes, d.sign, d.aside, d.facts = nil, nil, nil, nil
	objects := []fyne.CanvasObject{d.heads[0], d.heads[1]}
	for _, note := range page.notes {
		said := guideNotice(note)
		d.notes, objects = append(d.notes, said), append(objects, said)
	}
	if page.sign.words != "" || page.sign.number != "" {
		d.sign = kit.NewSign()
		d.sign.Set(page.sign.number, page.sign.icons, page.sign.first, page.sign.words)
		objects = append(objects, d.sign)
	}
	if page.plan {
		objects = append(objects, d.plan.content)
	}
	if page.aside.title != "" {
		list := stage.NewScrolled(guideAsideList(page.aside))
		heading := kit.NewPanel(kit.ColorSurface, kit.Inset{Bottom: 10}, 0, kit.NewHeading(page.aside.title))
		d.aside = kit.Border(heading, nil, nil, nil, list.Outer)
		objects = append(objects, d.aside)
	}
	if len(page.facts) > 0 {
		d.facts = guideFacts(page.facts)
		objects = append(objects, d.facts)
	}
	d.body.Objects = objects
}

// guideFacts are duration, fee and when they were verified, below a line.
func guideFacts(facts []guideFact) *stage.Block {
	rule := kit.NewPanel(kit.ColorSurface, kit.Inset{}, kit.EdgeTop, container.NewWithoutLayout())
	parts := []fyne.CanvasObject{rule}
	var labels, values []*kit.Label
	for _, f := range facts {
		label := kit.Text(f.label, kit.ColorMuted, kit.TextDetail)
		value := kit.Text(f.value, kit.ColorInk, kit.TextResult).Wrapped()
		if f.unsure {
			value.SetColor(kit.ColorMuted)
		}
		labels, values = append(labels, label), append(values, value)
		parts = append(parts, label, value)
	}
	shares := []float32{0.24, 0.42, 0.34}
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		put(rule, 0, 0, width, stage.Units(1))
		x, height := float32(0), float32(0)
		for i, value := range values {
			column := width*shares[i] - stage.Units(16)
			caption := labels[i].MinSize().Height
			put(labels[i], x, stage.Units(12), column, caption)
			own := kit.HeightFor(value, column)
			put(value, x, stage.Units(12)+caption, column, own)
			x += width * shares[i]
			height = max(height, stage.Units(12)+caption+own)
		}
		return height
	}, parts...)
}
