package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tickBox is the square of a check row or a chip.
type tickBox struct {
	widget.BaseWidget

	side   float32
	ticked bool
	box    *canvas.Rectangle
	tick   *Pictogram
}

func newTickBox(side float32) *tickBox {
	b := &tickBox{side: side, box: canvas.NewRectangle(nil), tick: NewPictogram(IconCheck, ColorOnAccent, side-4)}
	b.ExtendBaseWidget(b)
	return b
}

func (b *tickBox) set(ticked bool) {
	if b.ticked == ticked {
		return
	}
	b.ticked = ticked
	b.Refresh()
}

// CreateRenderer draws the box.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return newRenderer(b, b.box, b.tick)
}

func (b *tickBox) paint() {
	fill(b.box, ColorSurface, ColorEdge, max(theme.Size(LineThin), units(1.2)), theme.Size(CornerBox))
	if b.ticked {
		fill(b.box, ColorAccent, "", 0, theme.Size(CornerBox))
	}
	show(b.tick, b.ticked)
}

func (b *tickBox) measure() fyne.Size { return fyne.NewSquareSize(units(b.side)) }

func (b *tickBox) arrange(size fyne.Size) {
	place(b.box, 0, 0, size.Width, size.Height)
	inset := units(2)
	place(b.tick, inset, inset, size.Width-2*inset, size.Height-2*inset)
}
