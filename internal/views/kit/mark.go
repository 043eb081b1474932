package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Shape is the form of a status, so that colour never speaks alone.
type Shape int

const (
	ShapeNone     Shape = iota
	ShapeDisc           // open, serving
	ShapeTriangle       // warning, late
	ShapeBarred         // absent, closed: a square with a bar
	ShapeSquare         // not yet: an empty square
	ShapeRing           // waiting
	ShapeCalled         // called: a triangle to the right
	ShapeParked         // parked: two bars
	ShapeTick           // done
	ShapeCross          // did not come
	ShapeHalf           // break
	ShapeInfo           // a mere note: a ring with an i
	ShapeHere           // "you are here" on a floor plan: a ring with a dot
	ShapeStar           // goes first
)

// Mark is a status shape, 12 units wide.
type Mark struct {
	widget.BaseWidget

	shape  Shape
	colour fyne.ThemeColorName

	round   *canvas.Circle
	square  *canvas.Rectangle
	polygon *canvas.ArbitraryPolygon
	half    *canvas.Arc
	dot     *canvas.Circle
	info    *Pictogram
	strokes [2]*canvas.Line
}

// NewMark makes a status shape in a colour.
func NewMark(shape Shape, colour fyne.ThemeColorName) *Mark {
	m := &Mark{
		shape: shape, colour: colour,
		round:   canvas.NewCircle(nil),
		square:  canvas.NewRectangle(nil),
		polygon: canvas.NewArbitraryPolygon(nil, nil),
		half:    canvas.NewPieArc(180, 360, nil),
		dot:     canvas.NewCircle(nil),
		info:    NewPictogram(IconInfo, colour, 14),
		strokes: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
	m.polygon.NormalizedPoints = true
	m.ExtendBaseWidget(m)
	return m
}

// Set changes shape and colour.
func (m *Mark) Set(shape Shape, colour fyne.ThemeColorName) {
	if m.shape == shape && m.colour == colour {
		return
	}
	m.shape, m.colour = shape, colour
	m.Refresh()
}

// CreateRenderer draws the shape.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	return newRenderer(m, m.round, m.square, m.polygon, m.half, m.dot, m.info, m.strokes[0], m.strokes[1])
}

func (m *Mark) measure() fyne.Size { return fyne.NewSquareSize(units(12)) }

func (m *Mark) paint() {
	colour := named(m.colour)
	m.round.FillColor, m.round.StrokeColor, m.round.StrokeWidth = nil, colour, units(1.6)
	if m.shape == ShapeDisc {
		m.round.FillColor, m.round.StrokeWidth = colour, 0
	}
	fill(m.square, m.colour, "", 0, units(2))
	if m.shape == ShapeSquare {
		fill(m.square, "", m.colour, units(1.6), units(2))
	}
	m.polygon.FillColor = colour
	m.half.FillColor, m.dot.FillColor = colour, colour
	for _, s := range m.strokes {
		s.StrokeColor, s.StrokeWidth = colour, units(2)
	}
	if m.shape == ShapeBarred {
		m.strokes[0].StrokeColor = named(ColorSurface)
	}
	m.polygon.Points = polygons[m.shape]

	show(m.round, rounded[m.shape])
	show(m.dot, m.shape == ShapeHere)
	m.info.Set(IconInfo, m.colour)
	show(m.info, m.shape == ShapeInfo)
	show(m.square, m.shape == ShapeBarred || m.shape == ShapeSquare)
	show(m.polygon, m.polygon.Points != nil)
	show(m.half, m.shape == ShapeHalf)
	lines := strokes[m.shape]
	for i, s := range m.strokes {
		show(s, i < len(lines))
	}
}

// rounded shapes have a circle.
var rounded = map[Shape]bool{ShapeDisc: true, ShapeRing: true, ShapeHalf: true, ShapeHere: true}

// polygons in parts of the mark's square.
var polygons = map[Shape][]fyne.Position{
	ShapeTriangle: {{X: 0.5, Y: 0.06}, {X: 1, Y: 0.94}, {X: 0, Y: 0.94}},
	ShapeCalled:   {{X: 0.1, Y: 0}, {X: 1, Y: 0.5}, {X: 0.1, Y: 1}},
	ShapeStar: {{X: 0.500, Y: 0.000}, {X: 0.632, Y: 0.358}, {X: 1.014, Y: 0.373}, {X: 0.714, Y: 0.610}, {X: 0.817, Y: 0.977},
		{X: 0.500, Y: 0.765}, {X: 0.183, Y: 0.977}, {X: 0.286, Y: 0.610}, {X: -0.014, Y: 0.373}, {X: 0.368, Y: 0.358}},
}

// strokes in parts of the mark's square: from x, y to x, y.
var strokes = map[Shape][][4]float32{
	ShapeBarred: {{0.25, 0.5, 0.75, 0.5}},
	ShapeParked: {{0.3, 0.08, 0.3, 0.92}, {0.7, 0.08, 0.7, 0.92}},
	ShapeTick:   {{0.04, 0.54, 0.37, 0.85}, {0.34, 0.86, 0.96, 0.2}},
	ShapeCross:  {{0.1, 0.1, 0.9, 0.9}, {0.1, 0.9, 0.9, 0.1}},
}

func (m *Mark) arrange(size fyne.Size) {
	side := min(size.Width, size.Height)
	x, y := (size.Width-side)/2, (size.Height-side)/2
	inset := side / 12
	place(m.round, x+inset, y+inset, side-2*inset, side-2*inset)
	place(m.square, x+inset, y+inset, side-2*inset, side-2*inset)
	place(m.half, x+inset, y+inset, side-2*inset, side-2*inset)
	place(m.polygon, x, y, side, side)
	place(m.info, x-inset, y-inset, side+2*inset, side+2*inset)
	circle(m.dot, fyne.NewPos(x+side/2, y+side/2), side/4.5)
	for i, s := range strokes[m.shape] {
		m.strokes[i].Position1 = fyne.NewPos(x+s[0]*side, y+s[1]*side)
		m.strokes[i].Position2 = fyne.NewPos(x+s[2]*side, y+s[3]*side)
	}
}
