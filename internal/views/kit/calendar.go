package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DayKind is what a day of the small calendar is.
type DayKind int

const (
	DayPlain DayKind = iota
	DayToday         // outlined
	DayNext          // filled: the next opening
	DayOpen          // soft: a further opening
)

// Day is a cell of the small calendar.
type Day struct {
	Number int
	Kind   DayKind
}

// Calendar is a few weeks with the days on which an agency comes.
type Calendar struct {
	widget.BaseWidget

	columns int
	heads   []*word
	days    []Day
	grounds []*canvas.Rectangle
	numbers []*word
	shown   *renderer
}

// NewCalendar makes a calendar: the names of the weekdays, then the days row
// by row, as many in a row as there are names.
func NewCalendar(heads []string, days []Day) *Calendar {
	c := &Calendar{}
	c.ExtendBaseWidget(c)
	c.fill(heads, days)
	return c
}

// Set shows other days.
func (c *Calendar) Set(heads []string, days []Day) {
	c.fill(heads, days)
	c.shown.replace(c.parts())
	c.Refresh()
}

func (c *Calendar) fill(heads []string, days []Day) {
	c.columns, c.days = len(heads), days
	c.heads, c.grounds, c.numbers = nil, nil, nil
	for _, head := range heads {
		w := newWord(ColorMuted, TextCaption, WeightRegular)
		w.Text.Text = head
		c.heads = append(c.heads, w)
	}
	for _, day := range days {
		w := newWord(ColorMuted, TextCaption, WeightRegular)
		w.Text.Text = strconv.Itoa(day.Number)
		c.numbers = append(c.numbers, w)
		c.grounds = append(c.grounds, canvas.NewRectangle(nil))
	}
}

func (c *Calendar) parts() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, head := range c.heads {
		objects = append(objects, head.Text)
	}
	for i, number := range c.numbers {
		objects = append(objects, c.grounds[i], number.Text)
	}
	return objects
}

// CreateRenderer draws the calendar.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.shown = &renderer{widget: c, objects: c.parts()}
	c.paint()
	return c.shown
}

type dayLook struct {
	ground, edge, ink fyne.ThemeColorName
	weight            Weight
}

var dayLooks = map[DayKind]dayLook{
	DayPlain: {"", "", ColorMuted, WeightRegular},
	DayToday: {ColorSurface, ColorEdge, ColorInk, WeightSemiBold},
	DayNext:  {ColorOpen, "", ColorSurface, WeightSemiBold},
	DayOpen:  {ColorOpenSoft, "", ColorOpen, WeightSemiBold},
}

func (c *Calendar) paint() {
	for _, head := range c.heads {
		head.paint()
	}
	for i, number := range c.numbers {
		look := dayLooks[c.days[i].Kind]
		fill(c.grounds[i], look.ground, look.edge, theme.Size(LineThin), theme.Size(CornerBox))
		if c.days[i].Kind == DayOpen && highContrast() {
			fill(c.grounds[i], look.ground, ColorOpen, theme.Size(LineThin), theme.Size(CornerBox))
		}
		number.colour, number.weight = look.ink, look.weight
		number.paint()
	}
}

func (c *Calendar) cellHeight() float32 { return units(25) }

func (c *Calendar) measure() fyne.Size {
	rows := 0
	if c.columns > 0 {
		rows = (len(c.days) + c.columns - 1) / c.columns
	}
	return fyne.NewSize(float32(c.columns)*units(34), units(24)+float32(rows)*(c.cellHeight()+units(4)))
}

func (c *Calendar) arrange(size fyne.Size) {
	if c.columns == 0 {
		return
	}
	step := size.Width / float32(c.columns)
	for i, head := range c.heads {
		head.at(float32(i)*step+(step-head.MinSize().Width)/2, units(2))
	}
	gap, height := units(4), c.cellHeight()
	for i, number := range c.numbers {
		x := float32(i%c.columns) * step
		y := units(24) + float32(i/c.columns)*(height+gap)
		place(c.grounds[i], x+gap/2, y, step-gap, height)
		own := number.MinSize()
		number.at(x+(step-own.Width)/2, y+(height-own.Height)/2)
	}
}
