package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// HeaderBar tells where and when: mall and desk at the left, date and time at
// the right, and after them what the window adds.
type HeaderBar struct {
	widget.BaseWidget

	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	splits [2]*canvas.Rectangle
	mark   *canvas.Image
	mall   *word
	desk   *word
	date   *word
	time   *word
	zone   *word
	more   *fyne.Container
	today  string
}

// NewHeaderBar makes a header; trailing objects stand at its right end.
func NewHeaderBar(trailing ...fyne.CanvasObject) *HeaderBar {
	h := &HeaderBar{
		ground: canvas.NewRectangle(nil),
		rule:   canvas.NewRectangle(nil),
		splits: [2]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)},
		mark:   canvas.NewImageFromResource(AppIcon()),
		mall:   newWord(ColorInk, TextButton, WeightSemiBold),
		desk:   newWord(ColorMuted, TextDetail, WeightRegular),
		date:   newWord(ColorMuted, TextDetail, WeightRegular),
		time:   newWord(ColorInk, TextService, WeightSemiBold),
		zone:   newWord(ColorMuted, TextDetail, WeightRegular),
		more:   Row(10, trailing...),
	}
	h.mark.FillMode = canvas.ImageFillContain
	h.ExtendBaseWidget(h)
	return h
}

// SetPlace says the mall's short name and the desk.
func (h *HeaderBar) SetPlace(mall, desk string) {
	h.mall.Text.Text, h.desk.Text.Text = mall, desk
	h.Refresh()
}

// SetTime says date, time and zone.
func (h *HeaderBar) SetTime(date, clock, zone string) {
	h.today, h.time.Text.Text, h.zone.Text.Text = date, clock, zone
	h.Refresh()
}

// CreateRenderer draws the header.
func (h *HeaderBar) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	return newRenderer(h, h.ground, h.rule, h.splits[0], h.splits[1], h.mark,
		h.mall, h.desk, h.date, h.time, h.zone, h.more)
}

func (h *HeaderBar) paint() {
	fill(h.ground, ColorSurface, "", 0, 0)
	fill(h.rule, ColorLine, "", 0, 0)
	fill(h.splits[0], ColorLine, "", 0, 0)
	fill(h.splits[1], ColorLine, "", 0, 0)
	for _, w := range []*word{h.mall, h.desk, h.date, h.time, h.zone} {
		w.paint()
	}
	show(h.splits[0], h.desk.Text.Text != "")
	show(h.splits[1], len(h.more.Objects) > 0)
}

func (h *HeaderBar) measure() fyne.Size {
	height := max(theme.Size(HeightHeader), h.more.MinSize().Height+units(14))
	return fyne.NewSize(units(400), height)
}

func (h *HeaderBar) arrange(size fyne.Size) {
	place(h.ground, 0, 0, size.Width, size.Height)
	line := theme.Size(LineThin)
	place(h.rule, 0, size.Height-line, size.Width, line)
	middle := size.Height / 2
	end := h.arrangePlace(middle)
	h.arrangeTime(size.Width, middle, end+units(16))
}

func (h *HeaderBar) arrangePlace(middle float32) float32 {
	side := units(26)
	place(h.mark, units(16), middle-side/2, side, side)
	x := h.mall.at(units(52), middle-h.mall.height()/2) + units(10)
	place(h.splits[0], x, middle-units(8), theme.Size(LineThin), units(16))
	return h.desk.at(x+units(11), middle-h.desk.height()/2)
}

// arrangeTime sets the right side; the date gives way to the place.
func (h *HeaderBar) arrangeTime(width, middle, left float32) {
	x := width - units(18)
	if more := h.more.MinSize(); more.Width > 0 {
		x -= more.Width
		place(h.more, x, middle-more.Height/2, more.Width, more.Height)
		x -= units(11)
		place(h.splits[1], x, middle-units(8), theme.Size(LineThin), units(16))
		x -= units(10)
	}
	x = h.zone.endAt(x, middle-h.zone.height()/2+units(1)) - units(4)
	x = h.time.endAt(x, middle-h.time.height()/2) - units(16)
	show(h.date, x-left >= units(90)) // three letters of a date tell nothing
	h.date.cut(h.today, x-left)
	h.date.endAt(x, middle-h.date.height()/2)
}
