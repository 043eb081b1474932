package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CounterWork is what a counter does now.
type CounterWork struct {
	Number  string // of the counter
	Name    string
	Vacant  bool   // nobody is there
	Ticket  string // at the counter, or the next one; empty for none
	Beside  string // small words beside the ticket: it is only the next one
	Service string
	Status  Status
}

// CounterCard is a counter with its visitor and what can be done now.
type CounterCard struct {
	widget.BaseWidget

	OnTapped func()

	shown  CounterWork
	chosen bool

	edge    *canvas.Rectangle // shows around the card: a line, and a bar on top
	card    *canvas.Rectangle
	plate   *Plate
	name    *word
	ticket  *word
	beside  *word
	service *word
	status  *StatusLine
	buttons *fyne.Container
	actions []fyne.CanvasObject
}

var _ fyne.Tappable = (*CounterCard)(nil)

// NewCounterCard makes an empty card.
func NewCounterCard() *CounterCard {
	c := &CounterCard{
		edge:    canvas.NewRectangle(nil),
		card:    canvas.NewRectangle(nil),
		plate:   NewSmallPlate(""),
		name:    newWord(ColorInk, TextBody, WeightSemiBold),
		ticket:  newWord(ColorInk, TextStation, WeightBold),
		beside:  newWord(ColorMuted, TextDetail, WeightRegular),
		service: newWord(ColorInk, TextBody, WeightRegular),
		status:  NewStatusLine(Status{}),
		buttons: Row(8),
	}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows what the counter does now.
func (c *CounterCard) Set(work CounterWork, chosen bool) {
	if c.shown == work && c.chosen == chosen {
		return
	}
	c.shown, c.chosen = work, chosen
	c.Refresh()
}

// Shown gives back what the card shows.
func (c *CounterCard) Shown() CounterWork { return c.shown }

// SetActions offers buttons, the most likely first; those that have no room are
// left out.
func (c *CounterCard) SetActions(buttons ...fyne.CanvasObject) {
	c.actions = buttons
	c.Refresh()
}

// Tapped chooses the counter.
func (c *CounterCard) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// CreateRenderer draws the card.
func (c *CounterCard) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newRenderer(c, c.edge, c.card, c.plate, c.name, c.ticket, c.beside, c.service, c.status, c.buttons)
}

func (c *CounterCard) paint() {
	edge := ColorLine
	if c.chosen {
		edge = ColorAccent
	}
	fill(c.edge, edge, "", 0, theme.Size(CornerCard))
	fill(c.card, ColorSurface, "", 0, theme.Size(CornerCard)-c.line())
	kind := PlateStaffed
	if c.shown.Vacant {
		kind = PlateVacant
	}
	c.plate.put(c.shown.Number, "", kind)
	c.plate.Refresh()
	c.ticket.Text.Text, c.ticket.colour = c.shown.Ticket, ColorInk
	if c.shown.Beside != "" {
		c.ticket.colour = ColorMuted
	}
	c.beside.Text.Text = c.shown.Beside
	for _, w := range []*word{c.name, c.ticket, c.beside, c.service} {
		w.paint()
	}
	c.status.Set(c.shown.Status)
}

// line is how much of the edge shows at the sides.
func (c *CounterCard) line() float32 {
	if c.chosen {
		return theme.Size(LineFocus)
	}
	return theme.Size(LineThin)
}

func (c *CounterCard) measure() fyne.Size { return fyne.NewSize(units(200), units(209)) }

func (c *CounterCard) arrange(size fyne.Size) {
	place(c.edge, 0, 0, size.Width, size.Height)
	line, bar := c.line(), max(c.line(), units(3))
	place(c.card, line, bar, size.Width-2*line, size.Height-bar-line)
	left, width := units(17), size.Width-units(34)
	plate := c.plate.MinSize()
	plate.Width = max(units(46), c.plate.number.MinSize().Width+units(14))
	place(c.plate, left, units(16), plate.Width, plate.Height)
	c.name.cut(c.shown.Name, width-plate.Width-units(11))
	c.name.at(left+plate.Width+units(11), units(16)+(plate.Height-c.name.height())/2)
	y := units(50)
	end := c.ticket.at(left, y)
	c.beside.at(end+units(12), y+c.ticket.height()-c.beside.height()-units(8))
	show(c.beside, end+units(12)+c.beside.MinSize().Width <= left+width)
	y += c.ticket.height()
	c.service.cut(c.shown.Service, width)
	c.service.at(left, y)
	y += c.service.height() + units(8)
	place(c.status, left, y, width, c.status.MinSize().Height)
	c.arrangeActions(left, width, size.Height-units(16))
}

// arrangeActions sets as many buttons as there is room for above bottom.
func (c *CounterCard) arrangeActions(left, width, bottom float32) {
	c.buttons.Objects = c.actions
	for n := len(c.actions) - 1; n > 0 && c.buttons.MinSize().Width > width; n-- {
		c.buttons.Objects = c.actions[:n]
	}
	own := c.buttons.MinSize()
	place(c.buttons, left, bottom-own.Height, own.Width, own.Height)
	c.buttons.Layout.Layout(c.buttons.Objects, own)
	if len(c.buttons.Objects) == 1 {
		place(c.buttons.Objects[0], 0, 0, min(own.Width, width), own.Height)
	}
}
