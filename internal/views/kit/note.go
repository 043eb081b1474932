package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NoteKind is what a note is about.
type NoteKind int

// The kinds of notes.
const (
	NoteInfo NoteKind = iota
	NoteOK
	NoteWarn
	NoteStop
)

// Note says something in place: a soft ground with a bar, a shape with a
// title, and a sentence.
type Note struct {
	widget.BaseWidget

	kind     NoteKind
	ground   *canvas.Rectangle
	bar      *canvas.Rectangle
	mark     *Mark
	title    *Label
	sentence *Label
}

// NewNote makes a note; title or sentence may be empty.
func NewNote(kind NoteKind, title, sentence string) *Note {
	n := &Note{
		kind:     kind,
		ground:   canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		mark:     NewMark(ShapeInfo, ColorAccent),
		title:    SemiBold(title, ColorInk, TextButton).Wrapped(),
		sentence: Text(sentence, ColorInk, TextDetail).Wrapped(),
	}
	n.ExtendBaseWidget(n)
	return n
}

// Set says something else.
func (n *Note) Set(kind NoteKind, title, sentence string) {
	n.kind = kind
	n.title.SetText(title)
	n.sentence.SetText(sentence)
	n.Refresh()
}

// Kind is what the note is about.
func (n *Note) Kind() NoteKind { return n.kind }

type noteLook struct {
	ground, ink fyne.ThemeColorName
	shape       Shape
}

var noteLooks = map[NoteKind]noteLook{
	NoteInfo: {ColorSoft, ColorAccent, ShapeInfo},
	NoteOK:   {ColorOpenSoft, ColorOpen, ShapeTick},
	NoteWarn: {ColorWarnSoft, ColorWarn, ShapeTriangle},
	NoteStop: {ColorStopSoft, ColorStop, ShapeBarred},
}

// CreateRenderer draws the note.
func (n *Note) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	return newRenderer(n, n.ground, n.bar, n.mark, n.title, n.sentence)
}

func (n *Note) paint() {
	look := noteLooks[n.kind]
	corner := theme.Size(CornerField)
	fill(n.ground, look.ground, "", 0, corner)
	if highContrast() {
		fill(n.ground, look.ground, look.ink, theme.Size(LineThin), corner)
	}
	fill(n.bar, look.ink, "", 0, 0)
	n.bar.TopLeftCornerRadius, n.bar.BottomLeftCornerRadius = corner, corner
	n.mark.Set(look.shape, look.ink)
	n.title.SetColor(look.ink)
	show(n.title, n.title.Text() != "")
	show(n.sentence, n.sentence.Text() != "")
}

// HeightFor tells how high the note is at a width.
func (n *Note) HeightFor(width float32) float32 {
	height := 2 * units(10)
	if n.title.Visible() {
		height += n.title.HeightFor(width - n.left() - n.indent() - units(12))
	}
	if n.title.Visible() && n.sentence.Visible() {
		height += units(3)
	}
	if n.sentence.Visible() {
		height += n.sentence.HeightFor(n.room(width))
	}
	return height
}

// room is the width of the sentence; without a title the mark stands before it.
func (n *Note) room(width float32) float32 {
	room := width - n.left() - units(12)
	if !n.title.Visible() {
		room -= n.indent()
	}
	return room
}

func (n *Note) left() float32   { return units(16) }
func (n *Note) indent() float32 { return units(22) }

func (n *Note) measure() fyne.Size {
	return fyne.NewSize(units(120), n.HeightFor(max(n.Size().Width, units(120))))
}

func (n *Note) arrange(size fyne.Size) {
	place(n.ground, 0, 0, size.Width, size.Height)
	place(n.bar, 0, 0, units(4), size.Height)
	y := units(10)
	n.arrangeMark(y)
	if n.title.Visible() {
		width := size.Width - n.left() - n.indent() - units(12)
		height := n.title.HeightFor(width)
		place(n.title, n.left()+n.indent(), y, width, height)
		y += height + units(3)
	}
	width := n.room(size.Width)
	place(n.sentence, size.Width-units(12)-width, y, width, n.sentence.HeightFor(width))
}

// arrangeMark sets the shape in the middle of the first line.
func (n *Note) arrangeMark(top float32) {
	first := n.title
	if !first.Visible() {
		first = n.sentence
	}
	side := units(13)
	place(n.mark, n.left(), top+(first.line(0).height()-side)/2, side, side)
}
