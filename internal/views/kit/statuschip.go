package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// StatusChip is a status on its soft ground.
type StatusChip struct {
	widget.BaseWidget

	pill *canvas.Rectangle
	line *StatusLine
}

// NewStatusChip makes a chip of shape and word.
func NewStatusChip(status Status) *StatusChip {
	c := &StatusChip{pill: canvas.NewRectangle(nil), line: NewSizedStatus(status, TextCaption)}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another status.
func (c *StatusChip) Set(status Status) {
	c.line.Set(status)
	c.Refresh()
}

// softGrounds of the status colours.
var softGrounds = map[fyne.ThemeColorName]fyne.ThemeColorName{
	ColorOpen: ColorOpenSoft, ColorWarn: ColorWarnSoft, ColorStop: ColorStopSoft,
	ColorOff: ColorSunken, ColorAccent: ColorSoft,
}

// CreateRenderer draws the chip.
func (c *StatusChip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newRenderer(c, c.pill, c.line)
}

func (c *StatusChip) paint() {
	colour := c.line.status.Colour
	fill(c.pill, softGrounds[colour], "", 0, units(12))
	if highContrast() {
		fill(c.pill, ColorSurface, colour, 1, units(12))
	}
}

func (c *StatusChip) measure() fyne.Size {
	return fyne.NewSize(c.line.MinSize().Width+units(20), units(24))
}

func (c *StatusChip) arrange(size fyne.Size) {
	place(c.pill, 0, 0, size.Width, size.Height)
	line := c.line.MinSize()
	place(c.line, units(10), (size.Height-line.Height)/2, size.Width-units(20), line.Height)
}
