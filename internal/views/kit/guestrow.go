package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Guest is what a row of the guest book shows.
type Guest struct {
	Came    string // clock
	Day     string // under the clock; empty for today
	Number  string
	Name    string
	Muted   bool // Name says why there is none
	NIK     string
	Service string
	Agency  string
	Status  Status
}

// guestColumns are the left ends of the columns of the guest book.
type guestColumns struct {
	came, number, name, nik, service, state, end float32
	tells                                        bool // there is room for the NIK
}

// guestRoomyFrom is the width in units from which the NIK has a column.
const guestRoomyFrom float32 = 780

func guestColumnsAt(width float32) guestColumns {
	c := guestColumns{came: units(20), number: units(80), name: units(160), end: width - units(16), tells: width >= units(guestRoomyFrom)}
	c.nik, c.state = units(286), c.end-units(112)
	c.service = units(290)
	if c.tells {
		c.service = units(444)
	}
	return c
}

// GuestRow is one visitor with one number. Rows are reused: Set shows another
// in the same drawing objects.
type GuestRow struct {
	widget.BaseWidget

	Index    int // in its list
	OnTapped func(index int)

	shown    Guest
	selected bool

	ground  *canvas.Rectangle
	bar     *canvas.Rectangle
	rule    *canvas.Rectangle
	came    *word
	day     *word
	number  *word
	name    *word
	nik     *word
	service *word
	agency  *word
	status  *StatusLine
}

var _ fyne.Tappable = (*GuestRow)(nil)

// NewGuestRow makes an empty row.
func NewGuestRow(tapped func(index int)) *GuestRow {
	r := &GuestRow{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		rule:     canvas.NewRectangle(nil),
		came:     newWord(ColorMuted, TextDetail, WeightRegular),
		day:      newWord(ColorMuted, TextCaption, WeightRegular),
		number:   newWord(ColorInk, TextResult, WeightBold),
		name:     newWord(ColorInk, TextDetail, WeightRegular),
		nik:      newWord(ColorMuted, TextDetail, WeightRegular),
		service:  newWord(ColorInk, TextDetail, WeightRegular),
		agency:   newWord(ColorMuted, TextCaption, WeightRegular),
		status:   NewStatusLine(Status{}),
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows a visitor.
func (r *GuestRow) Set(g Guest, selected bool) {
	if r.shown == g && r.selected == selected {
		return
	}
	r.shown, r.selected = g, selected
	r.status.Set(g.Status)
	r.Refresh()
}

// Shown gives back what the row shows.
func (r *GuestRow) Shown() Guest { return r.shown }

// Selected tells whether the row is lit.
func (r *GuestRow) Selected() bool { return r.selected }

// Tapped selects the row.
func (r *GuestRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped(r.Index)
	}
}

// CreateRenderer draws the row.
func (r *GuestRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.ground, r.bar, r.rule, r.came, r.day, r.number, r.name, r.nik, r.service, r.agency, r.status)
}

func (r *GuestRow) paint() {
	fill(r.ground, ColorSoft, "", 0, units(8))
	fill(r.bar, ColorAccent, "", 0, units(2))
	fill(r.rule, ColorLine, "", 0, 0)
	r.name.colour = ColorInk
	if r.shown.Muted {
		r.name.colour = ColorMuted
	}
	r.came.Text.Text, r.day.Text.Text = r.shown.Came, r.shown.Day
	for _, w := range []*word{r.came, r.day, r.number, r.name, r.nik, r.service, r.agency} {
		w.paint()
	}
	show(r.ground, r.selected)
	show(r.bar, r.selected)
}

func (r *GuestRow) measure() fyne.Size { return fyne.NewSize(units(400), units(45)) }

func (r *GuestRow) arrange(size fyne.Size) {
	c := guestColumnsAt(size.Width)
	place(r.ground, units(6), 0, size.Width-units(12), size.Height)
	place(r.bar, units(9), units(7), units(3), size.Height-units(14))
	line := theme.Size(LineThin)
	place(r.rule, units(6), size.Height-line, size.Width-units(12), line)
	middle := func(w *word) float32 { return (size.Height - w.height()) / 2 }
	pair := func(upper, lower *word, x float32, both bool) {
		if !both {
			upper.at(x, middle(upper))
			lower.at(x, middle(upper))
			return
		}
		top := (size.Height - upper.height() - lower.height()) / 2
		upper.at(x, top)
		lower.at(x, top+upper.height())
	}
	pair(r.came, r.day, c.came, r.shown.Day != "")
	r.number.cut(r.shown.Number, c.name-c.number-units(6))
	r.number.at(c.number, middle(r.number))
	right := c.service
	if c.tells {
		right = c.nik
	}
	r.name.cut(r.shown.Name, right-c.name-units(10))
	r.name.at(c.name, middle(r.name))
	show(r.nik, c.tells)
	r.nik.cut(r.shown.NIK, c.service-c.nik-units(8))
	r.nik.at(c.nik, middle(r.nik))
	room := c.state - c.service - units(14)
	r.service.cut(r.shown.Service, room)
	r.agency.cut(r.shown.Agency, room)
	pair(r.service, r.agency, c.service, r.shown.Agency != "")
	status := r.status.MinSize()
	place(r.status, c.state, (size.Height-status.Height)/2, c.end-c.state, status.Height)
}

// GuestHeader names the columns of the guest book.
type GuestHeader struct {
	widget.BaseWidget

	rules [2]*canvas.Rectangle
	words [6]*word
}

// NewGuestHeader makes the header from the titles in their order: came, number,
// name, NIK, service, state.
func NewGuestHeader(titles [6]string) *GuestHeader {
	h := &GuestHeader{rules: [2]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}}
	for i, title := range titles {
		h.words[i] = newWord(ColorMuted, TextCaption, WeightRegular)
		h.words[i].Text.Text = title
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the header.
func (h *GuestHeader) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	objects := []fyne.CanvasObject{h.rules[0], h.rules[1]}
	for _, w := range h.words {
		objects = append(objects, w.Text)
	}
	return newRenderer(h, objects...)
}

func (h *GuestHeader) paint() {
	for _, w := range h.words {
		w.paint()
	}
	for _, r := range h.rules {
		fill(r, ColorLine, "", 0, 0)
	}
}

func (h *GuestHeader) measure() fyne.Size { return fyne.NewSize(units(400), units(32)) }

func (h *GuestHeader) arrange(size fyne.Size) {
	c := guestColumnsAt(size.Width)
	line := theme.Size(LineThin)
	place(h.rules[0], 0, 0, size.Width, line)
	place(h.rules[1], 0, size.Height-line, size.Width, line)
	y := (size.Height - h.words[0].height()) / 2
	for i, x := range []float32{c.came, c.number, c.name, c.nik, c.service, c.state} {
		h.words[i].at(x, y)
	}
	show(h.words[3], c.tells)
}
