package views

import "fyne.io/fyne/v2"

// Measures of the page in units.
const (
	pageEdge     float32 = 26
	planSmallest float32 = 200 // plan with its floors
	asideWidth   float32 = 0.3 // share of the page
)

// arrange places the parts; the plan and what stands beside it take the
// height that the others leave.
func (d *guideDetail) arrange(size fyne.Size, put put) {
	edge := units(pageEdge)
	width := size.Width - 2*edge
	y := d.arrangeTop(width, put)
	bottom := size.Height - units(16)
	if d.facts != nil {
		height := d.facts.HeightFor(width)
		bottom -= height
		put(d.facts, edge, bottom, width, height)
		bottom -= units(12)
	}
	d.arrangeMiddle(edge, y, width, bottom-y, put)
}

// arrangeTop places head, notes and sign, and returns where they end.
func (d *guideDetail) arrangeTop(width float32, put put) float32 {
	edge, y := units(pageEdge), units(18)
	stack := func(o interface {
		fyne.CanvasObject
		HeightFor(float32) float32
	}, gap float32) {
		height := o.HeightFor(width)
		put(o, edge, y, width, height)
		y += height + units(gap)
	}
	stack(d.head, 14)
	for _, note := range d.notes {
		stack(note, 10)
	}
	if d.sign != nil {
		stack(d.sign, 18)
	}
	return y
}

// arrangeMiddle places the plan at the left and the list at its right, or the
// one of them there is.
func (d *guideDetail) arrangeMiddle(x, y, width, height float32, put put) {
	switch {
	case d.aside == nil && d.said.plan:
		d.plan.arrange(x, y, width, height, put)
	case d.aside != nil && !d.said.plan:
		put(d.aside, x, y, width, height)
	case d.aside != nil:
		gap := units(32)
		plan := width - max(width*asideWidth, units(200)) - gap
		plan = d.plan.arrange(x, y, plan, height, put)
		put(d.aside, x+plan+gap, y, width-plan-gap, height)
	}
}

// smallest is the height below which the page scrolls.
func (d *guideDetail) smallest(width float32) float32 {
	none := func(fyne.CanvasObject, float32, float32, float32, float32) {}
	inner := max(width-2*units(pageEdge), units(100))
	height := d.arrangeTop(inner, none) + units(16)
	if d.facts != nil {
		height += d.facts.HeightFor(inner) + units(12)
	}
	if d.said.plan || d.aside != nil {
		height += units(planSmallest)
	}
	return height
}
