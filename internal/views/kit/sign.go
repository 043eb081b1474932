package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sign is the guide's answer to "where": number, arrows and the way in words
// on one ink plate.
type Sign struct {
	widget.BaseWidget

	ground *canvas.Rectangle
	number *word
	arrows []*Pictogram
	floor  *word
	way    *Label
	shown  *renderer
}

// NewSign makes an empty sign.
func NewSign() *Sign {
	s := &Sign{
		ground: canvas.NewRectangle(nil),
		number: newWord(ColorPlateNumber, TextSign, WeightBold),
		floor:  newWord(ColorPlateText, TextWay, WeightSemiBold),
		way:    Text("", ColorPlateText, TextWay).Wrapped(),
	}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a place: its number, the legs as arrows, the floor, the way.
func (s *Sign) Set(number string, arrows []Icon, floor, way string) {
	s.number.Text.Text = number
	s.floor.Text.Text = floor
	s.way.SetText(way)
	s.arrows = s.arrows[:0]
	for _, a := range arrows {
		s.arrows = append(s.arrows, NewPictogram(a, ColorPlateNumber, 50))
	}
	s.shown.replace(s.parts())
	s.Refresh()
}

func (s *Sign) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{s.ground, s.number.Text, s.floor.Text, s.way}
	for _, a := range s.arrows {
		objects = append(objects, a)
	}
	return objects
}

// CreateRenderer draws the sign.
func (s *Sign) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.shown = &renderer{widget: s, objects: s.parts()}
	s.paint()
	return s.shown
}

func (s *Sign) paint() {
	fill(s.ground, ColorPlate, ColorPlateEdge, 1, theme.Size(CornerButton))
	s.number.paint()
	s.floor.paint()
	s.way.indent = 0
	if s.floor.Text.Text != "" {
		s.way.indent = s.floor.width(s.floor.Text.Text + " ")
	}
}

// left is where the words begin.
func (s *Sign) left(width float32) float32 {
	columns, side := s.grid(width)
	return s.afterNumber() + float32(columns)*(side+units(6)) + units(12)
}

func (s *Sign) afterNumber() float32 {
	if s.number.Text.Text == "" {
		return units(22)
	}
	return units(22) + s.number.MinSize().Width + units(20)
}

// signLines of words stand beside large arrows in one row; more words get more
// room beside small arrows in two rows.
const signLines = 3

// grid tells how many arrows stand in a row, and how large they are.
func (s *Sign) grid(width float32) (columns int, side float32) {
	count := len(s.arrows)
	side = units(50)
	beside := width - s.afterNumber() - float32(count)*(side+units(6)) - units(34)
	if count < 2 || s.way.HeightFor(beside) <= signLines*s.way.line(0).height() {
		return count, side
	}
	return (count + 1) / 2, units(34)
}

// signBeside is the least width of words beside the number; with less they
// stand below it.
const signBeside = 170

func (s *Sign) below(width float32) bool {
	return width-s.left(width)-units(22) < units(signBeside)
}

func (s *Sign) words(width float32) float32 {
	if s.below(width) {
		return max(units(80), width-units(44))
	}
	return width - s.left(width) - units(22)
}

// signHead is the height of number and arrows above words that stand below.
const signHead = 84

// HeightFor tells the height at a width.
func (s *Sign) HeightFor(width float32) float32 {
	words := s.way.HeightFor(s.words(width)) + units(28)
	if s.below(width) {
		return words + units(signHead-8)
	}
	return max(units(92), words)
}

func (s *Sign) measure() fyne.Size {
	width := max(s.Size().Width, units(420))
	return fyne.NewSize(units(420), s.HeightFor(width))
}

func (s *Sign) arrange(size fyne.Size) {
	place(s.ground, 0, 0, size.Width, size.Height)
	middle, below := size.Height/2, s.below(size.Width)
	if below {
		middle = units(8 + signHead/2)
	}
	s.number.at(units(22), middle-s.number.height()/2)
	columns, side := s.grid(size.Width)
	step := side + units(6)
	top := middle - side/2
	if columns < len(s.arrows) {
		top = middle - step + units(3)
	}
	for i, a := range s.arrows {
		place(a, s.afterNumber()+float32(i%columns)*step, top+float32(i/columns)*step, side, side)
	}
	left, width := s.left(size.Width), s.words(size.Width)
	height := s.way.HeightFor(width)
	y := middle - height/2
	if below {
		left, y = units(22), units(8+signHead)
	}
	s.floor.at(left, y)
	place(s.way, left, y, width, height)
}
