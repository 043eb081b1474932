package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The visitors' display is designed on a screen of 1920 by 1080 and scaled as
// a whole, so that it reads from five metres on any screen.
const (
	BoardWidth  float32 = 1920
	BoardHeight float32 = 1080
)

// Board is the visitors' display: one picture, drawn anew when what it shows
// or its size changes.
type Board struct {
	widget.BaseWidget

	draw  func(*Pen)
	pen   Pen
	drawn fyne.Size // the size of the last drawing
	shown *renderer
}

// NewBoard makes an empty board.
func NewBoard() *Board {
	b := &Board{draw: func(*Pen) {}}
	b.ExtendBaseWidget(b)
	return b
}

// Draw shows what draw draws; it is called again for another size.
func (b *Board) Draw(draw func(*Pen)) {
	b.draw = draw
	b.redraw(b.Size())
}

func (b *Board) redraw(size fyne.Size) {
	unit := min(size.Width/BoardWidth, size.Height/BoardHeight)
	if unit <= 0 {
		return
	}
	b.drawn = size
	b.pen = Pen{unit: unit, left: (size.Width - unit*BoardWidth) / 2, top: (size.Height - unit*BoardHeight) / 2}
	ground := canvas.NewRectangle(named(ColorBoard))
	place(ground, 0, 0, size.Width, size.Height)
	b.pen.objects = append(b.pen.objects, ground)
	b.draw(&b.pen)
	b.shown.replace(b.pen.objects)
	canvas.Refresh(b)
}

// CreateRenderer draws the board.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.shown = &renderer{widget: b, objects: b.pen.objects}
	return b.shown
}

func (b *Board) paint() {}

func (b *Board) measure() fyne.Size { return fyne.NewSize(BoardWidth/4, BoardHeight/4) }

func (b *Board) arrange(size fyne.Size) {
	if size != b.drawn {
		b.redraw(size)
	}
}

// Pen draws on a board, in units of the design.
type Pen struct {
	unit      float32
	left, top float32
	objects   []fyne.CanvasObject
}

func (p *Pen) put(o fyne.CanvasObject, x, y, w, h float32) {
	place(o, p.left+x*p.unit, p.top+y*p.unit, w*p.unit, h*p.unit)
	p.objects = append(p.objects, o)
}

// Face is how words on the board look: size in units, weight, colour.
type Face struct {
	Size   float32
	Weight Weight
	Colour fyne.ThemeColorName
}

func (p *Pen) text(face Face, words string) *canvas.Text {
	t := canvas.NewText(words, named(face.Colour))
	t.TextSize = face.Size * p.unit
	t.FontSource = sources[face.Weight]
	return t
}

// Text writes words with their top at y, cut where they are wider than room;
// it returns their right end.
func (p *Pen) Text(face Face, x, y, room float32, words string) float32 {
	t := p.text(face, words)
	width := func(s string) float32 {
		size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, t.TextSize, t.TextStyle, t.FontSource)
		return size.Width
	}
	t.Text = ellipsis(words, room*p.unit, width)
	size := t.MinSize()
	p.put(t, x, y, size.Width/p.unit, size.Height/p.unit)
	return x + size.Width/p.unit
}

// TextEnd writes words that end at right; it returns their left end.
func (p *Pen) TextEnd(face Face, right, y float32, words string) float32 {
	t := p.text(face, words)
	size := t.MinSize()
	left := right - size.Width/p.unit
	p.put(t, left, y, size.Width/p.unit, size.Height/p.unit)
	return left
}

// Fit is the largest size up to face's at which words are no wider than room.
func (p *Pen) Fit(face Face, room float32, words string) Face {
	for range 4 { // letters do not shrink quite as their size does
		width := p.text(face, words).MinSize().Width / p.unit
		if width <= room {
			break
		}
		face.Size *= 0.99 * room / width
	}
	return face
}

// Box fills a rectangle with rounded corners.
func (p *Pen) Box(colour fyne.ThemeColorName, corner, x, y, w, h float32) {
	r := canvas.NewRectangle(named(colour))
	r.CornerRadius = corner * p.unit
	p.put(r, x, y, w, h)
}

// Logo draws the program's own picture in a square.
func (p *Pen) Logo(x, y, side float32) {
	logo := canvas.NewImageFromResource(AppIcon())
	logo.FillMode = canvas.ImageFillContain
	p.put(logo, x, y, side, side)
}

// Icon draws a line icon in a square.
func (p *Pen) Icon(icon Icon, colour fyne.ThemeColorName, x, y, side float32) {
	p.put(NewPictogram(icon, colour, side*p.unit/theme.Size(Unit)), x, y, side, side)
}

// Mark draws a status shape in a square.
func (p *Pen) Mark(shape Shape, colour fyne.ThemeColorName, x, y, side float32) {
	p.put(NewMark(shape, colour), x, y, side, side)
}

// Object puts another widget there.
func (p *Pen) Object(o fyne.CanvasObject, x, y, w, h float32) { p.put(o, x, y, w, h) }
