package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Smiley is an answer of the satisfaction survey, 1 to 4, told by its mouth and
// its colour; the word stands beside it. The two ends are filled.
type Smiley struct {
	widget.BaseWidget

	answer int
	head   *canvas.Circle
	eyes   [2]*canvas.Circle
	mouth  *canvas.Arc
}

// NewSmiley makes the face of an answer from 1, not good, to 4, very good.
func NewSmiley(answer int) *Smiley {
	f := &Smiley{answer: min(max(answer, 1), len(smileyLooks)), head: canvas.NewCircle(nil),
		eyes: [2]*canvas.Circle{canvas.NewCircle(nil), canvas.NewCircle(nil)}}
	look := smileyLooks[f.answer-1]
	f.mouth = canvas.NewArc(look.from, look.to, look.hollow, nil)
	f.ExtendBaseWidget(f)
	return f
}

// smileyLook is a mouth: an arc in parts of the face's diameter, its angles from
// the top on in degrees.
type smileyLook struct {
	colour           fyne.ThemeColorName
	filled           bool
	from, to         float32
	hollow           float32 // share of the arc that is cut out
	middle, diameter float32 // where the arc's circle lies
}

var smileyLooks = [4]smileyLook{
	{ColorStop, true, -62, 62, 0.8, 0.86, 0.46},
	{ColorWarn, false, -32, 32, 0.88, 1.06, 0.78},
	{ColorOpen, false, 128, 232, 0.86, 0.38, 0.66},
	{ColorOpen, true, 90, 270, 0, 0.54, 0.56},
}

// CreateRenderer draws the face.
func (f *Smiley) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return newRenderer(f, f.head, f.eyes[0], f.eyes[1], f.mouth)
}

func (f *Smiley) paint() {
	look := smileyLooks[f.answer-1]
	colour, features := named(look.colour), named(look.colour)
	f.head.FillColor = named(ColorSurface)
	if look.filled {
		f.head.FillColor, features = colour, named(ColorSurface)
	}
	f.head.StrokeColor = colour
	f.eyes[0].FillColor, f.eyes[1].FillColor = features, features
	f.mouth.FillColor = features
}

func (f *Smiley) measure() fyne.Size { return fyne.NewSquareSize(units(64)) }

func (f *Smiley) arrange(size fyne.Size) {
	look := smileyLooks[f.answer-1]
	side := min(size.Width, size.Height)
	x, y := (size.Width-side)/2, (size.Height-side)/2
	f.head.StrokeWidth = side / 22
	f.mouth.CornerRadius = look.diameter * side * (1 - look.hollow) / 4
	if look.hollow == 0 {
		f.mouth.CornerRadius = 0
	}
	place(f.head, x, y, side, side)
	for i, at := range []float32{0.34, 0.66} {
		circle(f.eyes[i], fyne.NewPos(x+at*side, y+0.38*side), side*0.06)
	}
	radius := look.diameter * side / 2
	place(f.mouth, x+side/2-radius, y+look.middle*side-radius, 2*radius, 2*radius)
}
