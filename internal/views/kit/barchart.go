package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar is a line of a chart: a name, a figure in words, and how long it is, from
// 0 to 1. With a From above 0 it is a range: a dot there and an upright at To.
type Bar struct {
	Name, Value string
	From, To    float32
}

// BarChart shows bars below each other, or ranges; as many as it has room for.
type BarChart struct {
	widget.BaseWidget

	ranges bool
	bars   []Bar
	names  []*word
	values []*word
	beams  []*canvas.Rectangle
	dots   []*canvas.Circle
	ends   []*canvas.Rectangle
	shown  *renderer
}

// NewBarChart makes an empty chart of bars.
func NewBarChart() *BarChart { return newBarChart(false) }

// NewRangeChart makes an empty chart of ranges.
func NewRangeChart() *BarChart { return newBarChart(true) }

func newBarChart(ranges bool) *BarChart {
	c := &BarChart{ranges: ranges}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other bars.
func (c *BarChart) Set(bars []Bar) {
	c.bars = bars
	for len(c.names) < len(bars) {
		c.names = append(c.names, newWord(ColorInk, TextDetail, WeightRegular))
		c.values = append(c.values, newWord(ColorInk, TextDetail, WeightRegular))
		c.beams = append(c.beams, canvas.NewRectangle(nil))
		c.dots = append(c.dots, canvas.NewCircle(nil))
		c.ends = append(c.ends, canvas.NewRectangle(nil))
	}
	for i, b := range bars {
		c.values[i].Text.Text = b.Value
	}
	c.shown.replace(c.parts())
	c.Refresh()
}

// Bars gives back what the chart shows.
func (c *BarChart) Bars() []Bar { return c.bars }

func (c *BarChart) parts() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range c.names {
		objects = append(objects, c.beams[i], c.dots[i], c.ends[i], c.names[i].Text, c.values[i].Text)
	}
	return objects
}

// CreateRenderer draws the chart.
func (c *BarChart) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.shown = &renderer{widget: c, objects: c.parts()}
	c.paint()
	return c.shown
}

func (c *BarChart) paint() {
	for i := range c.names {
		c.names[i].paint()
		c.values[i].paint()
		fill(c.beams[i], ColorAccent, "", 0, units(2))
		fill(c.ends[i], ColorInk, "", 0, 0)
		c.dots[i].FillColor = named(ColorAccent)
	}
}

func (c *BarChart) measure() fyne.Size { return fyne.NewSize(units(200), units(60)) }

// Measures of a chart in units.
const (
	barRow   float32 = 24
	barHigh  float32 = 14
	barName  float32 = 138
	barValue float32 = 62
	barAir   float32 = 16
	rangeDot float32 = 11
)

func (c *BarChart) arrange(size fyne.Size) {
	row, left, tail := units(barRow), units(barName), c.tail(size.Height)
	for i := range c.names {
		y := float32(i) * row
		visible := i < len(c.bars) && y+row <= size.Height+1
		show(c.names[i].Text, visible)
		show(c.values[i].Text, visible)
		show(c.beams[i], visible)
		show(c.dots[i], visible && c.ranges)
		show(c.ends[i], visible && c.ranges)
		if !visible {
			continue
		}
		b, text := c.bars[i], c.names[i]
		text.cut(b.Name, left-units(10))
		text.at(0, y+(row-text.height())/2)
		c.values[i].endAt(size.Width, y+(row-text.height())/2)
		c.draw(i, left, y+row/2, size.Width-left-tail)
	}
}

// tail is what the figures at the right need, and air between them and the bars.
func (c *BarChart) tail(height float32) float32 {
	widest := units(barValue)
	for i := range min(len(c.bars), int((height+1)/units(barRow))) {
		widest = max(widest, c.values[i].MinSize().Width+units(barAir))
	}
	return widest
}

// draw places the bar or the range of a line about its middle.
func (c *BarChart) draw(i int, left, middle, room float32) {
	from, to := left+room*min(max(c.bars[i].From, 0), 1), left+room*min(max(c.bars[i].To, 0), 1)
	high := units(barHigh)
	if c.ranges {
		high = units(3)
		dot, end := units(rangeDot), max(units(4), theme.Size(LineThin))
		place(c.dots[i], from-dot/2, middle-dot/2, dot, dot)
		place(c.ends[i], to-end/2, middle-units(7), end, units(14))
	}
	place(c.beams[i], from, middle-high/2, max(to-from, units(1)), high)
}
