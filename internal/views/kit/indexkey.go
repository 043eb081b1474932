package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// indexKey is the number before a row: the key that takes it.
type indexKey struct {
	widget.BaseWidget

	ground *canvas.Rectangle
	number *word
}

func newIndexKey() *indexKey {
	k := &indexKey{
		ground: canvas.NewRectangle(nil),
		number: newWord(ColorMuted, TextCaption, WeightSemiBold),
	}
	k.ExtendBaseWidget(k)
	return k
}

func (k *indexKey) set(number string) {
	k.number.Text.Text = number
	k.Refresh()
}

// CreateRenderer draws the key.
func (k *indexKey) CreateRenderer() fyne.WidgetRenderer {
	k.ExtendBaseWidget(k)
	return newRenderer(k, k.ground, k.number)
}

func (k *indexKey) paint() {
	fill(k.ground, ColorSurface, ColorLine, theme.Size(LineThin), theme.Size(CornerBox))
	k.number.paint()
}

func (k *indexKey) measure() fyne.Size { return fyne.NewSquareSize(units(24)) }

func (k *indexKey) arrange(size fyne.Size) {
	place(k.ground, 0, 0, size.Width, size.Height)
	number := k.number.MinSize()
	k.number.at((size.Width-number.Width)/2, (size.Height-number.Height)/2)
}
