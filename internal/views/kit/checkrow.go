package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// CheckRow is a paper to bring: a box, its name, and where to get it.
type CheckRow struct {
	toggle

	label  *Label
	detail *Label
}

var (
	_ fyne.Tappable  = (*CheckRow)(nil)
	_ fyne.Focusable = (*CheckRow)(nil)
)

// NewCheckRow makes a row; detail may be empty.
func NewCheckRow(label, detail string) *CheckRow {
	c := &CheckRow{
		toggle: newToggle(20),
		label:  Text(label, ColorInk, TextButton).Wrapped(),
		detail: Text(detail, ColorMuted, TextDetail).Wrapped(),
	}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another paper, ticked or not.
func (c *CheckRow) Set(label, detail string, on bool) {
	c.label.SetText(label)
	c.detail.SetText(detail)
	c.SetOn(on)
}

// CreateRenderer draws the row.
func (c *CheckRow) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newRenderer(c, c.ring, c.box, c.label, c.detail)
}

func (c *CheckRow) paint() {
	c.paintToggle(theme.Size(CornerField))
	show(c.detail, c.detail.Text() != "")
}

func (c *CheckRow) left() float32 { return units(32) }

// HeightFor tells the height at a width.
func (c *CheckRow) HeightFor(width float32) float32 {
	words := width - c.left()
	height := c.label.HeightFor(words)
	if c.detail.Text() != "" {
		height += c.detail.HeightFor(words)
	}
	return max(height, units(20)) + units(12)
}

func (c *CheckRow) measure() fyne.Size {
	return fyne.NewSize(units(160), c.HeightFor(max(c.Size().Width, units(160))))
}

func (c *CheckRow) arrange(size fyne.Size) {
	out := units(6)
	place(c.ring, -out, 0, size.Width+2*out, size.Height)
	y, words := units(6), size.Width-c.left()
	side, line := units(20), c.label.line(0).height()
	place(c.box, 0, y+max(0, (line-side)/2), side, side)
	height := c.label.HeightFor(words)
	if height < side {
		y += (side - height) / 2
	}
	place(c.label, c.left(), y, words, height)
	place(c.detail, c.left(), y+height, words, c.detail.HeightFor(words))
}
