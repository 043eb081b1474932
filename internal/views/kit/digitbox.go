package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DigitBox is a box for one digit under its name; the one that the next key
// fills is lit.
type DigitBox struct {
	widget.BaseWidget

	lit   bool
	label *Label
	box   *canvas.Rectangle
	digit *word
}

// NewDigitBox makes an empty box.
func NewDigitBox(label string) *DigitBox {
	b := &DigitBox{label: Text(label, ColorMuted, TextCaption).Wrapped(), box: canvas.NewRectangle(nil),
		digit: newWord(ColorInk, TextPlate, WeightSemiBold)}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a digit, and whether the next key goes here.
func (b *DigitBox) Set(digit string, lit bool) {
	if b.digit.Text.Text == digit && b.lit == lit {
		return
	}
	b.digit.Text.Text, b.lit = digit, lit
	b.Refresh()
}

// Digit tells what stands in the box.
func (b *DigitBox) Digit() string { return b.digit.Text.Text }

// CreateRenderer draws the box.
func (b *DigitBox) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return newRenderer(b, b.label, b.box, b.digit)
}

func (b *DigitBox) paint() {
	fill(b.box, ColorSurface, ColorEdge, theme.Size(LineThin), theme.Size(CornerField))
	if b.lit {
		fill(b.box, ColorSurface, ColorAccent, theme.Size(LineFocus), theme.Size(CornerField))
	}
	b.digit.paint()
}

// labelHigh is the room of two lines, so that all boxes stand in a row.
func (b *DigitBox) labelHigh() float32 { return 2*b.label.line(0).height() + units(4) }

func (b *DigitBox) measure() fyne.Size {
	return fyne.NewSize(units(56), b.labelHigh()+units(46))
}

func (b *DigitBox) arrange(size fyne.Size) {
	top := b.labelHigh()
	words := min(top, HeightFor(b.label, size.Width))
	place(b.label, 0, top-units(4)-words, size.Width, words)
	place(b.box, 0, top, size.Width, size.Height-top)
	b.digit.at((size.Width-b.digit.MinSize().Width)/2, top+(size.Height-top-b.digit.height())/2)
}
