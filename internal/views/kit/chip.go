package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// PriorityChip is a pill that is ticked for a visitor who goes first.
type PriorityChip struct {
	toggle

	pill *canvas.Rectangle
	word *word
}

var (
	_ fyne.Tappable  = (*PriorityChip)(nil)
	_ fyne.Focusable = (*PriorityChip)(nil)
)

// NewPriorityChip makes a chip such as "Lansia".
func NewPriorityChip(label string) *PriorityChip {
	c := &PriorityChip{
		toggle: newToggle(16),
		pill:   canvas.NewRectangle(nil),
		word:   newWord(ColorInk, TextDetail, WeightRegular),
	}
	c.word.Text.Text = label
	c.ExtendBaseWidget(c)
	return c
}

// SetLabel says something else.
func (c *PriorityChip) SetLabel(label string) {
	c.word.Text.Text = label
	c.Refresh()
}

// CreateRenderer draws the chip.
func (c *PriorityChip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newRenderer(c, c.ring, c.pill, c.box, c.word)
}

func (c *PriorityChip) paint() {
	half := theme.Size(HeightCompact) / 2
	c.paintToggle(half + units(3))
	c.word.weight = WeightRegular
	fill(c.pill, ColorSurface, ColorEdge, theme.Size(LineThin), half)
	if c.on {
		c.word.weight = WeightSemiBold
		fill(c.pill, ColorSoft, ColorAccent, theme.Size(LineFocus), half)
	}
	c.word.paint()
}

func (c *PriorityChip) measure() fyne.Size {
	wide := c.word.stressed()
	return fyne.NewSize(units(44)+wide, theme.Size(HeightCompact))
}

func (c *PriorityChip) arrange(size fyne.Size) {
	out := units(3)
	place(c.ring, -out, -out, size.Width+2*out, size.Height+2*out)
	place(c.pill, 0, 0, size.Width, size.Height)
	side := units(16)
	place(c.box, units(10), (size.Height-side)/2, side, side)
	c.word.at(units(32), (size.Height-c.word.height())/2)
}
