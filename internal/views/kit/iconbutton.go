package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// iconButton is a picture to tap, without words of its own: the words stand
// beside it.
type iconButton struct {
	widget.BaseWidget

	tapped func()
	veil   *canvas.Rectangle
	icon   *Pictogram
}

var (
	_ fyne.Tappable     = (*iconButton)(nil)
	_ desktop.Hoverable = (*iconButton)(nil)
)

func newIconButton(icon Icon, tapped func()) *iconButton {
	b := &iconButton{tapped: tapped, veil: canvas.NewRectangle(nil), icon: NewPictogram(icon, ColorAccent, 20)}
	b.veil.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// Tapped does what the picture says.
func (b *iconButton) Tapped(*fyne.PointEvent) { b.tapped() }

// MouseIn shades the button.
func (b *iconButton) MouseIn(*desktop.MouseEvent) { b.veil.Show() }

// MouseMoved needs no answer.
func (b *iconButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (b *iconButton) MouseOut() { b.veil.Hide() }

// CreateRenderer draws the button.
func (b *iconButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return newRenderer(b, b.veil, b.icon)
}

func (b *iconButton) paint() { fill(b.veil, theme.ColorNameHover, "", 0, theme.Size(CornerField)) }

func (b *iconButton) measure() fyne.Size { return fyne.NewSquareSize(units(44)) }

func (b *iconButton) arrange(size fyne.Size) {
	place(b.veil, 0, 0, size.Width, size.Height)
	side := units(20)
	place(b.icon, (size.Width-side)/2, (size.Height-side)/2, side, side)
}
