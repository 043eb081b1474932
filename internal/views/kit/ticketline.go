package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// TicketLine is a ticket in one short line: shape, number, service, detail.
type TicketLine struct {
	widget.BaseWidget

	OnTapped func()

	shown    TicketWords
	selected bool

	ground  *canvas.Rectangle
	bar     *canvas.Rectangle
	mark    *Mark
	number  *word
	service *word
	detail  *word
}

// TicketWords is what a ticket's line says.
type TicketWords struct {
	Shape   Shape
	Colour  fyne.ThemeColorName
	Number  string
	Service string
	Detail  string
}

var _ fyne.Tappable = (*TicketLine)(nil)

// NewTicketLine makes an empty line.
func NewTicketLine(tapped func()) *TicketLine {
	l := &TicketLine{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		mark:     NewMark(ShapeNone, ColorOff),
		number:   newWord(ColorInk, TextResult, WeightBold),
		service:  newWord(ColorInk, TextDetail, WeightRegular),
		detail:   newWord(ColorMuted, TextDetail, WeightRegular),
	}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows a ticket.
func (l *TicketLine) Set(words TicketWords, selected bool) {
	if l.shown == words && l.selected == selected {
		return
	}
	l.shown, l.selected = words, selected
	l.Refresh()
}

// Shown gives back what the line says.
func (l *TicketLine) Shown() TicketWords { return l.shown }

// Tapped selects the ticket.
func (l *TicketLine) Tapped(*fyne.PointEvent) {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// CreateRenderer draws the line.
func (l *TicketLine) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return newRenderer(l, l.ground, l.bar, l.mark, l.number, l.service, l.detail)
}

func (l *TicketLine) paint() {
	fill(l.ground, ColorSoft, "", 0, units(4))
	fill(l.bar, ColorAccent, "", 0, 0)
	l.mark.Set(l.shown.Shape, l.shown.Colour)
	l.number.Text.Text, l.detail.Text.Text = l.shown.Number, l.shown.Detail
	for _, w := range []*word{l.number, l.service, l.detail} {
		w.paint()
	}
	show(l.ground, l.selected)
	show(l.bar, l.selected)
}

func (l *TicketLine) measure() fyne.Size { return fyne.NewSize(units(120), units(30)) }

func (l *TicketLine) arrange(size fyne.Size) {
	out := units(6)
	place(l.ground, -out, 0, size.Width+2*out, size.Height)
	place(l.bar, -out, 0, units(3), size.Height)
	side := units(11)
	place(l.mark, 0, (size.Height-side)/2, side, side)
	middle := func(w *word) float32 { return (size.Height - w.height()) / 2 }
	end := l.number.at(units(22), middle(l.number)) + units(14)
	l.detail.cut(l.shown.Detail, size.Width-end)
	right := l.detail.endAt(size.Width, middle(l.detail))
	l.service.cut(l.shown.Service, right-end-units(10))
	l.service.at(end, middle(l.service))
}
