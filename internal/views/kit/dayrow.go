package kit

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// AgencyDay is what the row of an agency tells of its day.
type AgencyDay struct {
	Prefix  string // of its tickets
	Name    string
	Status  Status
	Spans   []DaySpan
	Colour  fyne.ThemeColorName // of the spans
	Hollow  bool                // nobody serves in them
	Now     float32             // in parts of the bar
	Quota   string
	Staff   string // counters staffed of all
	Waiting string
	Urgent  bool // Waiting needs somebody to do something
}

// dayColumns are the ends of a day row's columns: left ends, then right ends
// of the three figures.
type dayColumns struct{ prefix, name, status, bar, barEnd, quota, staff, waiting float32 }

// Widths of the columns in units at the usual window, and below dayTightBelow.
const dayTightBelow float32 = 780

var (
	dayRoomy = dayColumns{prefix: 14, name: 62, status: 212, bar: 394, barEnd: 544, quota: 598, staff: 662, waiting: 14}
	dayTight = dayColumns{prefix: 10, name: 42, status: 160, bar: 332, barEnd: 412, quota: 468, staff: 524, waiting: 10}
)

// dayColumnsAt parts a width: what is more than the columns need goes to the
// bar, what is less is taken from the words.
func dayColumnsAt(width float32) dayColumns {
	c, usual := dayRoomy, float32(838)
	if width < units(dayTightBelow) {
		c, usual = dayTight, 640
	}
	more := width - units(usual)
	words := more * 0.45
	at := func(n, shift float32) float32 { return units(n) + shift }
	return dayColumns{prefix: at(c.prefix, 0), name: at(c.name, 0), status: at(c.status, words/2), bar: at(c.bar, words),
		barEnd: at(c.barEnd, more*0.8), quota: at(c.quota, more*0.86), staff: at(c.staff, more*0.93), waiting: width - units(c.waiting)}
}

// DayRow is an agency's day in one line. Rows are reused: SetDay shows another
// agency in the same drawing objects.
type DayRow struct {
	widget.BaseWidget

	OnTapped func()

	day      AgencyDay
	selected bool

	ground  *canvas.Rectangle
	veil    *canvas.Rectangle
	mark    *canvas.Rectangle
	rule    *canvas.Rectangle
	prefix  *word
	name    *word
	status  *StatusLine
	bar     *DayBar
	quota   *word
	staff   *word
	waiting *word
}

var (
	_ fyne.Tappable     = (*DayRow)(nil)
	_ desktop.Hoverable = (*DayRow)(nil)
)

// NewDayRow makes an empty row.
func NewDayRow(tapped func()) *DayRow {
	r := &DayRow{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		veil:     canvas.NewRectangle(nil),
		mark:     canvas.NewRectangle(nil),
		rule:     canvas.NewRectangle(nil),
		prefix:   newWord(ColorMuted, TextButton, WeightSemiBold),
		name:     newWord(ColorInk, TextBody, WeightSemiBold),
		status:   NewStatusLine(Status{}),
		bar:      NewDayBar(),
		quota:    newWord(ColorInk, TextBody, WeightRegular),
		staff:    newWord(ColorInk, TextBody, WeightRegular),
		waiting:  newWord(ColorInk, TextBody, WeightRegular),
	}
	r.veil.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// SetDay shows an agency's day; the same day is not painted again.
func (r *DayRow) SetDay(day AgencyDay, selected bool) {
	if r.selected == selected && reflect.DeepEqual(r.day, day) {
		return
	}
	r.day, r.selected = day, selected
	r.status.Set(day.Status)
	r.bar.Set(day.Spans, day.Colour, day.Hollow, day.Now)
	r.Refresh()
}

// Day gives back what the row shows.
func (r *DayRow) Day() AgencyDay { return r.day }

// Selected tells whether the row is lit.
func (r *DayRow) Selected() bool { return r.selected }

// Tapped takes the row.
func (r *DayRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// MouseIn shades the row.
func (r *DayRow) MouseIn(*desktop.MouseEvent) { show(r.veil, !r.selected) }

// MouseMoved needs no answer.
func (r *DayRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (r *DayRow) MouseOut() { show(r.veil, false) }

// CreateRenderer draws the row.
func (r *DayRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.rule, r.ground, r.veil, r.mark, r.prefix, r.name, r.status, r.bar, r.quota, r.staff, r.waiting)
}

func (r *DayRow) paint() {
	corner := theme.Size(CornerButton)
	fill(r.ground, ColorSoft, "", 0, corner)
	if highContrast() {
		fill(r.ground, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	fill(r.veil, theme.ColorNameHover, "", 0, corner)
	fill(r.mark, ColorAccent, "", 0, units(2))
	fill(r.rule, ColorLine, "", 0, 0)
	r.prefix.Text.Text, r.quota.Text.Text = r.day.Prefix, r.day.Quota
	r.staff.Text.Text = r.day.Staff
	r.waiting.weight = WeightRegular
	if r.day.Urgent {
		r.waiting.weight = WeightSemiBold
	}
	for _, w := range []*word{r.prefix, r.name, r.quota, r.staff, r.waiting} {
		w.paint()
	}
	show(r.ground, r.selected)
	show(r.mark, r.selected && !highContrast())
	show(r.rule, !r.selected)
	if r.selected {
		show(r.veil, false)
	}
}

func (r *DayRow) measure() fyne.Size { return fyne.NewSize(units(600), units(40)) }

func (r *DayRow) arrange(size fyne.Size) {
	c := dayColumnsAt(size.Width)
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.veil, 0, 0, size.Width, size.Height)
	place(r.mark, 0, units(8), units(4), size.Height-units(16))
	place(r.rule, 0, 0, size.Width, theme.Size(LineThin))
	middle := func(w *word) float32 { return (size.Height - w.height()) / 2 }
	r.prefix.at(c.prefix, middle(r.prefix))
	r.name.cut(r.day.Name, c.status-c.name-units(6))
	r.name.at(c.name, middle(r.name))
	place(r.status, c.status, 0, c.bar-c.status-units(10), size.Height)
	place(r.bar, c.bar, (size.Height-units(20))/2, c.barEnd-c.bar, units(20))
	r.quota.endAt(c.quota, middle(r.quota))
	r.staff.endAt(c.staff, middle(r.staff))
	r.waiting.cut(r.day.Waiting, c.waiting-c.staff-units(12))
	r.waiting.endAt(c.waiting, middle(r.waiting))
}

// DayTitles are the words above the columns of day rows.
type DayTitles struct{ Number, Agency, Status, Quota, Staff, Waiting string }

// DayTick is a word above a place of the bars.
type DayTick struct {
	Word string
	At   float32 // in parts of the bar
}

// DayHeader names the columns of day rows.
type DayHeader struct {
	widget.BaseWidget

	ticks []DayTick
	words [6]*word
	hours []*word
	rules [2]*canvas.Rectangle
	shown *renderer
}

// NewDayHeader makes a header.
func NewDayHeader(t DayTitles) *DayHeader {
	h := &DayHeader{rules: [2]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}}
	for i, title := range []string{t.Number, t.Agency, t.Status, t.Quota, t.Staff, t.Waiting} {
		h.words[i] = newWord(ColorMuted, TextCaption, WeightRegular)
		h.words[i].Text.Text = title
	}
	h.ExtendBaseWidget(h)
	return h
}

// SetTicks names hours above the bars.
func (h *DayHeader) SetTicks(ticks []DayTick) {
	if reflect.DeepEqual(h.ticks, ticks) {
		return
	}
	h.ticks, h.hours = ticks, nil
	for _, tick := range ticks {
		w := newWord(ColorMuted, TextCaption, WeightRegular)
		w.Text.Text = tick.Word
		h.hours = append(h.hours, w)
	}
	h.shown.replace(h.parts())
	h.Refresh()
}

func (h *DayHeader) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{h.rules[0], h.rules[1]}
	for _, w := range h.words {
		objects = append(objects, w.Text)
	}
	for _, w := range h.hours {
		objects = append(objects, w.Text)
	}
	return objects
}

// CreateRenderer draws the header.
func (h *DayHeader) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	h.shown = &renderer{widget: h, objects: h.parts()}
	h.paint()
	return h.shown
}

func (h *DayHeader) paint() {
	for _, w := range h.words {
		w.paint()
	}
	for _, w := range h.hours {
		w.paint()
	}
	for _, r := range h.rules {
		fill(r, ColorLine, "", 0, 0)
	}
}

func (h *DayHeader) measure() fyne.Size { return fyne.NewSize(units(600), units(32)) }

// arrange sets the words above the columns of rows that stand daySide units
// from both edges.
func (h *DayHeader) arrange(size fyne.Size) {
	side := units(DaySide)
	c := dayColumnsAt(size.Width - 2*side)
	line := theme.Size(LineThin)
	place(h.rules[0], 0, 0, size.Width, line)
	place(h.rules[1], 0, size.Height-line, size.Width, line)
	y := (size.Height - h.words[0].height()) / 2
	for i, x := range []float32{c.prefix, c.name, c.status} {
		h.words[i].at(side+x, y)
	}
	for i, x := range []float32{c.quota, c.staff, c.waiting} {
		h.words[3+i].endAt(side+x, y)
	}
	end := float32(0)
	for i, w := range h.hours {
		x := side + c.bar + h.ticks[i].At*(c.barEnd-c.bar) - w.MinSize().Width/2
		show(w, x >= end) // where hours would touch, every other one stands
		if w.Visible() {
			end = w.at(x, y) + units(6)
		}
	}
}

// DaySide is the room beside day rows, in units.
const DaySide float32 = 6
