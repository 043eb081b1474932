package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/stage"
)

// Measures of the page in units.
const (
	planSmallest float32 = 160 // plan with its floors
	planDrawn    float32 = 120 // the drawing alone
	narrowBelow  float32 = 700 // width of a page with smaller heads and edges
)

// flowing is as high as its width makes it.
type flowing interface {
	fyne.CanvasObject
	HeightFor(width float32) float32
}

// pageEdge is the free room at both sides of the page.
func pageEdge(width float32) float32 {
	if width < stage.Units(narrowBelow) {
		return stage.Units(18)
	}
	return stage.Units(26)
}

// head is the one of the heads that suits the width.
func (d *guideDetail) head(width float32) *stage.Block {
	if width < stage.Units(narrowBelow) {
		return d.heads[1]
	}
	return d.heads[0]
}

// arrange places the parts; the plan and what stands beside it take the
// height that the others leave.
func (d *guideDetail) arrange(size fyne.Size, put stage.Placing) {
	edge := pageEdge(size.Width)
	width := size.Width - 2*edge
	y := d.arrangeTop(size.Width, put)
	bottom := size.Height - stage.Units(16)
	if d.facts != nil {
		height := d.facts.HeightFor(width)
		bottom -= height
		put(d.facts, edge, bottom, width, height)
		bottom -= stage.Units(12)
	}
	d.arrangeMiddle(edge, y, width, bottom-y, put)
}

// arrangeTop places head, notes and sign, and returns where they end.
func (d *guideDetail) arrangeTop(page float32, put stage.Placing) float32 {
	edge := pageEdge(page)
	width, y := page-2*edge, stage.Units(16)
	stack := func(o flowing, gap float32) {
		height := o.HeightFor(width)
		put(o, edge, y, width, height)
		y += height + stage.Units(gap)
	}
	stack(d.head(page), 14)
	for _, note := range d.notes {
		stack(note, 10)
	}
	if d.sign != nil {
		stack(d.sign, 16)
	}
	return y
}

// arrangeMiddle places the plan at the left and the list at its right, or the
// one of them there is.
func (d *guideDetail) arrangeMiddle(x, y, width, height float32, put stage.Placing) {
	switch {
	case d.aside == nil && d.said.plan:
		d.plan.arrange(x, y, width, height, put)
	case d.aside != nil && !d.said.plan:
		put(d.aside, x, y, width, height)
	case d.aside != nil:
		gap := min(stage.Units(32), width*0.04)
		list := max(width*d.share(), stage.Units(190))
		plan := d.plan.arrange(x, y, width-list-gap, height, put)
		put(d.aside, x+plan+gap, y, width-plan-gap, height)
	}
}

// share is how much of the width the list beside the plan gets at least; a
// chain of services needs more than papers do.
func (d *guideDetail) share() float32 {
	if d.said.aside.wide {
		return 0.4
	}
	return 0.3
}

// smallest is the height below which the page scrolls.
func (d *guideDetail) smallest(width float32) float32 {
	none := func(fyne.CanvasObject, float32, float32, float32, float32) {}
	width = max(width, stage.Units(300))
	height := d.arrangeTop(width, none) + stage.Units(16)
	if d.facts != nil {
		height += d.facts.HeightFor(width-2*pageEdge(width)) + stage.Units(12)
	}
	switch {
	case d.said.plan && d.aside != nil:
		height += d.plan.smallest((width - 2*pageEdge(width)) * (1 - d.share()))
	case d.said.plan:
		height += d.plan.smallest(width - 2*pageEdge(width))
	case d.aside != nil:
		height += stage.Units(planSmallest)
	}
	return height
}
