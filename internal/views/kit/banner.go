package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Ticket is what the banner says of a number just issued.
type Ticket struct {
	Caption string // "Nomor antrean"
	Number  string
	Arrow   Icon
	Place   string // counter and floor
	Way     string
	Ahead   string // people ahead and how long
	Called  string // about when
}

// Banner shows a number and where to go, large enough to be read aloud from.
type Banner struct {
	widget.BaseWidget

	ticket Ticket

	ground  *canvas.Rectangle
	caption *word
	number  *word
	arrow   *Pictogram
	place   *word
	way     *Label
	ahead   *word
	called  *word
	hints   []*KeyHint
}

// NewBanner makes a banner with key hints at its foot (see NewPlateHint).
func NewBanner(hints ...*KeyHint) *Banner {
	b := &Banner{
		ground:  canvas.NewRectangle(nil),
		caption: newWord(ColorPlateMuted, TextDetail, WeightRegular),
		number:  newWord(ColorPlateNumber, TextBanner, WeightBold),
		arrow:   NewPictogram(IconNone, ColorPlateNumber, 70),
		place:   newWord(ColorPlateText, TextPlace, WeightSemiBold),
		way:     Text("", ColorPlateText, TextService).Wrapped(),
		ahead:   newWord(ColorPlateText, TextWay, WeightSemiBold),
		called:  newWord(ColorPlateMuted, TextDetail, WeightRegular),
		hints:   hints,
	}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows another ticket.
func (b *Banner) Set(t Ticket) {
	b.ticket = t
	b.caption.Text.Text, b.number.Text.Text = t.Caption, t.Number
	b.place.Text.Text = t.Place
	b.ahead.Text.Text, b.called.Text.Text = t.Ahead, t.Called
	b.arrow.Set(t.Arrow, ColorPlateNumber)
	b.way.SetText(t.Way)
	b.Refresh()
}

// CreateRenderer draws the banner.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	objects := []fyne.CanvasObject{b.ground, b.caption.Text, b.number.Text, b.arrow, b.place.Text, b.way, b.ahead.Text, b.called.Text}
	for _, h := range b.hints {
		objects = append(objects, h)
	}
	return newRenderer(b, objects...)
}

func (b *Banner) paint() {
	fill(b.ground, ColorPlate, "", 0, 0)
	for _, w := range []*word{b.caption, b.number, b.place, b.ahead, b.called} {
		w.paint()
	}
}

func (b *Banner) measure() fyne.Size {
	return fyne.NewSize(units(600), theme.Size(HeightBanner))
}

func (b *Banner) arrange(size fyne.Size) {
	place(b.ground, 0, 0, size.Width, size.Height)
	edge := units(26)
	right := b.arrangeRight(size, size.Width-edge) - units(24)
	for _, sizes := range bannerSizes {
		b.number.size, b.place.size = sizes[0], sizes[1]
		b.arrangeLeft(size, edge, right)
		if b.place.Position().X+b.place.MinSize().Width <= right {
			return
		}
	}
}

// bannerSizes of number and place: in a narrow window the place first gives
// way, then the number; a long number, of a desk that works alone, once more.
var bannerSizes = [][2]fyne.ThemeSizeName{{TextBanner, TextPlace}, {TextBanner, TextSearch}, {TextBannerLow, TextSearch},
	{TextSign, TextSearch}, {TextNumbers, TextSearch}}

// arrangeLeft sets number, arrow and place between left and right.
func (b *Banner) arrangeLeft(size fyne.Size, left, right float32) {
	b.number.paint()
	b.place.paint()
	b.caption.at(left, units(20))
	middle := size.Height * 0.58
	x := b.number.at(left-units(2), middle-b.number.height()/2)
	side := b.number.TextSize * 0.8
	x += units(20)
	if b.ticket.Arrow != IconNone {
		place(b.arrow, x, middle-side/2, side, side)
		x += side + units(24)
	}
	room := max(0, right-x)
	way := b.way.HeightFor(room)
	top := (size.Height - b.place.height() - way) / 2
	b.place.at(x, top)
	place(b.way, x, top+b.place.height(), room, way)
}

// arrangeRight sets the right column and returns its left end.
func (b *Banner) arrangeRight(size fyne.Size, right float32) float32 {
	hints := b.roomFor(size.Width)
	left := b.ahead.endAt(right, units(33))
	left = min(left, b.called.endAt(right, units(34)+b.ahead.height()))
	x := right
	for i := len(hints) - 1; i >= 0; i-- {
		hint := hints[i].MinSize()
		x -= hint.Width
		place(hints[i], x, size.Height-units(30)-hint.Height, hint.Width, hint.Height)
		left = min(left, x)
		x -= units(20)
	}
	return left
}

// narrowBanner is the width in units below which two hints leave room for the
// way in words.
const narrowBanner = 1000

// roomFor are the hints that fit a width; the first of three gives way.
func (b *Banner) roomFor(width float32) []*KeyHint {
	if len(b.hints) < 3 {
		return b.hints
	}
	narrow := width < units(narrowBanner)
	show(b.hints[0], !narrow)
	if narrow {
		return b.hints[1:]
	}
	return b.hints
}
