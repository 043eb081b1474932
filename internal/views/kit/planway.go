package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"frontdesk/internal/models"
)

// planWay is the way on a floor plan: a yellow line in a dark one, with round
// joints, for the toolkit's lines end bluntly, and an arrowhead.
type planWay struct {
	line   []models.Point
	under  []*canvas.Line
	over   []*canvas.Line
	joints []*canvas.Circle // under and over in turn
	rim    *canvas.ArbitraryPolygon
	head   *canvas.ArbitraryPolygon
}

// Widths of the way, in units of the design.
const (
	wayUnder = 13
	wayOver  = 6
)

func newPlanWay(line []models.Point) planWay {
	w := planWay{line: line}
	if len(line) < 2 {
		return planWay{}
	}
	for range line[1:] {
		w.under = append(w.under, canvas.NewLine(nil))
		w.over = append(w.over, canvas.NewLine(nil))
	}
	for range line {
		w.joints = append(w.joints, canvas.NewCircle(nil), canvas.NewCircle(nil))
	}
	w.rim = canvas.NewArbitraryPolygon(nil, nil)
	w.head = canvas.NewArbitraryPolygon(nil, nil)
	return w
}

func (w *planWay) empty() bool { return len(w.under) == 0 }

func (w *planWay) objects() []fyne.CanvasObject {
	if w.empty() {
		return nil
	}
	var objects []fyne.CanvasObject
	for _, l := range w.under {
		objects = append(objects, l)
	}
	for i := 0; i < len(w.joints); i += 2 {
		objects = append(objects, w.joints[i])
	}
	objects = append(objects, w.rim)
	for _, l := range w.over {
		objects = append(objects, l)
	}
	for i := 1; i < len(w.joints); i += 2 {
		objects = append(objects, w.joints[i])
	}
	return append(objects, w.head)
}

func (w *planWay) paint() {
	if w.empty() {
		return
	}
	dark, bright := named(ColorPlate), named(ColorPlateNumber)
	if highContrast() {
		dark, bright = bright, dark // the plate itself is yellow there
	}
	for i := range w.under {
		w.under[i].StrokeColor, w.under[i].StrokeWidth = dark, units(wayUnder)
		w.over[i].StrokeColor, w.over[i].StrokeWidth = bright, units(wayOver)
	}
	for i := 0; i < len(w.joints); i += 2 {
		w.joints[i].FillColor, w.joints[i+1].FillColor = dark, bright
	}
	w.rim.FillColor, w.head.FillColor = dark, bright
}

func (w *planWay) arrange(s scale) {
	if w.empty() {
		return
	}
	spots := make([]fyne.Position, len(w.line))
	for i, p := range w.line {
		spots[i] = s.at(p.X, p.Y)
	}
	cutCorner(spots)
	tip := spots[len(spots)-1]
	along := direction(spots[len(spots)-2], tip)
	// The line ends where the arrowhead begins.
	spots[len(spots)-1] = tip.SubtractXY(along.X*units(20), along.Y*units(20))
	for i := range w.under {
		w.under[i].Position1, w.under[i].Position2 = spots[i], spots[i+1]
		w.over[i].Position1, w.over[i].Position2 = spots[i], spots[i+1]
	}
	for i, spot := range spots {
		circle(w.joints[2*i], spot, units(wayUnder)/2)
		circle(w.joints[2*i+1], spot, units(wayOver)/2)
	}
	arrowhead(w.rim, tip, along, units(24), units(18))
	arrowhead(w.head, tip.SubtractXY(along.X*units(5.5), along.Y*units(5.5)), along, units(15), units(11))
}

// leastLeg has room for the arrowhead and a piece of line behind it.
const leastLeg = 30

// cutCorner lets a last leg that is too short for the arrowhead begin earlier,
// aslant, so that the head does not stand on the corner.
func cutCorner(spots []fyne.Position) {
	last := len(spots) - 1
	if last < 2 || distance(spots[last-1], spots[last]) >= units(leastLeg) {
		return
	}
	back := min(units(leastLeg), distance(spots[last-2], spots[last-1]))
	along := direction(spots[last-2], spots[last-1])
	spots[last-1] = spots[last-1].SubtractXY(along.X*back, along.Y*back)
}

func distance(a, b fyne.Position) float32 {
	return float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
}

// direction is the unit step from a to b.
func direction(a, b fyne.Position) fyne.Position {
	length := distance(a, b)
	if length == 0 {
		return fyne.NewPos(0, -1)
	}
	return fyne.NewPos((b.X-a.X)/length, (b.Y-a.Y)/length)
}

func circle(c *canvas.Circle, middle fyne.Position, radius float32) {
	place(c, middle.X-radius, middle.Y-radius, 2*radius, 2*radius)
}

// arrowhead is a triangle with its tip at tip, so long and half as wide as half.
func arrowhead(p *canvas.ArbitraryPolygon, tip, along fyne.Position, long, half float32) {
	base := tip.SubtractXY(along.X*long, along.Y*long)
	side := fyne.NewPos(-along.Y*half, along.X*half)
	corners := []fyne.Position{tip, base.AddXY(side.X, side.Y), base.SubtractXY(side.X, side.Y)}
	low, high := corners[0], corners[0]
	for _, c := range corners {
		low = fyne.NewPos(min(low.X, c.X), min(low.Y, c.Y))
		high = fyne.NewPos(max(high.X, c.X), max(high.Y, c.Y))
	}
	for i, c := range corners {
		corners[i] = c.Subtract(low)
	}
	p.Points = corners
	place(p, low.X, low.Y, high.X-low.X, high.Y-low.Y)
	p.Refresh()
}
