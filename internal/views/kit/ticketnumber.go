package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TicketNumber is one of several numbers of a visit, as large as its share of
// the width allows: its service, the number with the first turn, and the way.
type TicketNumber struct {
	widget.BaseWidget

	service *Label
	number  *word
	arrow   *Pictogram
	turns   bool
	place   *Label
	way     *Label
}

// NewTicketNumber shows a ticket; service says in which turn, too.
func NewTicketNumber(t Ticket, service string) *TicketNumber {
	n := &TicketNumber{
		service: SemiBold(service, ColorPlateText, TextButton).Cut(),
		number:  newWord(ColorPlateNumber, TextBannerLow, WeightBold),
		arrow:   NewPictogram(t.Arrow, ColorPlateNumber, 60),
		turns:   t.Arrow != IconNone,
		place:   SemiBold(t.Place, ColorPlateText, TextService).Cut(),
		way:     Text(t.Way, ColorPlateText, TextDetail).Wrapped(),
	}
	n.number.Text.Text = t.Number
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer draws the number.
func (n *TicketNumber) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	return newRenderer(n, n.service, n.number, n.arrow, n.place, n.way)
}

func (n *TicketNumber) paint() { n.number.paint() }

// numberSizes are tried from the largest on.
var numberSizes = []fyne.ThemeSizeName{TextBannerLow, TextSign, TextNumbers, TextPlace}

// fit makes the number as large as the width allows.
func (n *TicketNumber) fit(width float32) {
	for _, size := range numberSizes {
		n.number.size = size
		n.number.paint()
		if n.number.MinSize().Width+n.arrowRoom() <= width {
			return
		}
	}
}

func (n *TicketNumber) side() float32 { return n.number.TextSize * 0.8 }

func (n *TicketNumber) arrowRoom() float32 {
	if !n.turns {
		return 0
	}
	return units(12) + n.side()
}

// HeightFor tells the height at a width.
func (n *TicketNumber) HeightFor(width float32) float32 {
	n.fit(width)
	return n.service.MinSize().Height + n.number.height() + n.place.MinSize().Height + n.way.HeightFor(width)
}

func (n *TicketNumber) measure() fyne.Size {
	return fyne.NewSize(units(120), n.HeightFor(max(n.Size().Width, units(120))))
}

func (n *TicketNumber) arrange(size fyne.Size) {
	n.fit(size.Width)
	y := n.service.MinSize().Height
	place(n.service, 0, 0, size.Width, y)
	right := n.number.at(0, y)
	place(n.arrow, right+units(12), y+(n.number.height()-n.side())/2, n.side(), n.side())
	y += n.number.height()
	line := n.place.MinSize().Height
	place(n.place, 0, y, size.Width, line)
	place(n.way, 0, y+line, size.Width, n.way.HeightFor(size.Width))
}
