package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// PriorityPill marks a visitor of a priority group in a list: a star and the
// word of the group, never a reason. Where room is short the star stands alone.
type PriorityPill struct {
	widget.BaseWidget

	word string
	pill *canvas.Rectangle
	star *Mark
	said *word
}

// NewPriorityPill makes a pill such as "Lansia".
func NewPriorityPill(group string) *PriorityPill {
	p := &PriorityPill{
		word: group,
		pill: canvas.NewRectangle(nil),
		star: NewMark(ShapeStar, ColorAccent),
		said: newWord(ColorAccent, TextCaption, WeightSemiBold),
	}
	p.ExtendBaseWidget(p)
	return p
}

// Set names another group.
func (p *PriorityPill) Set(group string) {
	if p.word == group {
		return
	}
	p.word = group
	p.Refresh()
}

// CreateRenderer draws the pill.
func (p *PriorityPill) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return newRenderer(p, p.pill, p.star, p.said)
}

func (p *PriorityPill) paint() {
	p.said.paint()
	fill(p.pill, ColorSoft, "", 0, units(12))
	if highContrast() {
		fill(p.pill, ColorSoft, ColorAccent, 1, units(12))
	}
}

func (p *PriorityPill) measure() fyne.Size {
	return fyne.NewSize(p.said.width(p.word)+units(36), units(24))
}

func (p *PriorityPill) arrange(size fyne.Size) {
	width := min(size.Width, p.measure().Width)
	left, side := units(25), units(12)
	p.said.cut(p.word, width-left-units(9))
	if p.said.Text.Text == "" {
		width = units(28)
	}
	place(p.pill, 0, 0, width, size.Height)
	place(p.star, units(8), (size.Height-side)/2, side, side)
	p.said.at(left, (size.Height-p.said.height())/2)
}
