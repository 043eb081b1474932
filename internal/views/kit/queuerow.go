package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Waiting is what a row of the queue shows.
type Waiting struct {
	Number   string
	Service  string
	Priority string // word of the group; empty for none
	Waited   string
	Estimate string // when the turn comes; empty where nobody tells
	Counter  string // number of the advised counter; empty for none
	Vacant   bool   // nobody is at that counter
}

// queueColumns are the left ends of a queue's columns, the last one the right
// end of the plates.
type queueColumns struct {
	number, service, priority, waited, estimate, counter float32
	estimated                                            bool
}

// Measures of the queue's columns in units: roomy and tight.
const (
	queueRoomyFrom float32 = 860
	queueStarBelow float32 = 560
)

// columnsAt parts a width among the columns.
func columnsAt(width float32, estimated bool) queueColumns {
	edge, number, priority, waited, estimate, counter := units(20), units(98), units(162), units(94), units(112), units(70)
	if width < units(queueRoomyFrom) {
		edge, number, priority, waited, estimate, counter = units(16), units(88), units(118), units(80), units(98), units(58)
	}
	if width < units(queueStarBelow) {
		priority, estimated = units(40), false
	}
	c := queueColumns{number: edge, service: edge + number, counter: width - edge, estimated: estimated}
	c.estimate = c.counter - counter
	if estimated {
		c.estimate -= estimate
	}
	c.waited = c.estimate - waited
	c.priority = c.waited - priority
	return c
}

// QueueRow is one waiting ticket. Rows are reused: Set shows another ticket in
// the same drawing objects.
type QueueRow struct {
	widget.BaseWidget

	Index    int // of the ticket in its list
	OnTapped func(index int)

	shown     Waiting
	estimated bool
	selected  bool

	ground   *canvas.Rectangle
	bar      *canvas.Rectangle
	rule     *canvas.Rectangle
	number   *word
	service  *word
	pill     *PriorityPill
	waited   *word
	estimate *word
	plate    *Plate
}

var _ fyne.Tappable = (*QueueRow)(nil)

// NewQueueRow makes an empty row.
func NewQueueRow(tapped func(index int)) *QueueRow {
	r := &QueueRow{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		rule:     canvas.NewRectangle(nil),
		number:   newWord(ColorInk, TextService, WeightBold),
		service:  newWord(ColorInk, TextBody, WeightRegular),
		pill:     NewPriorityPill(""),
		waited:   newWord(ColorInk, TextBody, WeightRegular),
		estimate: newWord(ColorInk, TextBody, WeightRegular),
		plate:    NewSmallPlate(""),
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows a ticket; estimated tells that the table has a column for the
// estimates.
func (r *QueueRow) Set(w Waiting, estimated, selected bool) {
	if r.shown == w && r.estimated == estimated && r.selected == selected {
		return
	}
	r.shown, r.estimated, r.selected = w, estimated, selected
	r.Refresh()
}

// Shown gives back what the row shows.
func (r *QueueRow) Shown() Waiting { return r.shown }

// Tapped selects the row.
func (r *QueueRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped(r.Index)
	}
}

// CreateRenderer draws the row.
func (r *QueueRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.ground, r.bar, r.rule, r.number, r.service, r.pill, r.waited, r.estimate, r.plate)
}

func (r *QueueRow) paint() {
	fill(r.ground, ColorSoft, "", 0, 0)
	fill(r.bar, ColorAccent, "", 0, 0)
	fill(r.rule, ColorLine, "", 0, 0)
	r.number.Text.Text, r.waited.Text.Text, r.estimate.Text.Text = r.shown.Number, r.shown.Waited, r.shown.Estimate
	for _, w := range []*word{r.number, r.service, r.waited, r.estimate} {
		w.paint()
	}
	r.pill.Set(r.shown.Priority)
	kind := PlateStaffed
	if r.shown.Vacant {
		kind = PlateVacant
	}
	r.plate.put(r.shown.Counter, "", kind)
	r.plate.Refresh()
	show(r.ground, r.selected)
	show(r.bar, r.selected)
	show(r.pill, r.shown.Priority != "")
	show(r.plate, r.shown.Counter != "")
}

func (r *QueueRow) measure() fyne.Size { return fyne.NewSize(units(300), units(46)) }

func (r *QueueRow) arrange(size fyne.Size) {
	c := columnsAt(size.Width, r.estimated)
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.bar, 0, 0, units(4), size.Height)
	line := theme.Size(LineThin)
	place(r.rule, 0, size.Height-line, size.Width, line)
	middle := func(w *word) float32 { return (size.Height - w.height()) / 2 }
	r.number.at(c.number, middle(r.number))
	room := c.priority
	if r.shown.Priority == "" {
		room = c.waited
	}
	r.service.cut(r.shown.Service, room-c.service-units(12))
	r.service.at(c.service, middle(r.service))
	pill := r.pill.MinSize()
	place(r.pill, c.priority, (size.Height-pill.Height)/2, min(pill.Width, c.waited-c.priority-units(6)), pill.Height)
	r.waited.at(c.waited, middle(r.waited))
	show(r.estimate, c.estimated)
	r.estimate.at(c.estimate, middle(r.estimate))
	plate := r.plate.MinSize()
	width := min(plate.Width, units(46))
	if r.plate.number.MinSize().Width+units(12) > width {
		width = plate.Width
	}
	place(r.plate, c.counter-width, (size.Height-plate.Height)/2, width, plate.Height)
}

// QueueHeader names the columns of a queue.
type QueueHeader struct {
	widget.BaseWidget

	estimated bool
	rules     [2]*canvas.Rectangle
	words     [6]*word
}

// QueueTitles are the words above the columns.
type QueueTitles struct{ Number, Service, Priority, Waited, Estimate, Counter string }

// NewQueueHeader makes the header.
func NewQueueHeader(t QueueTitles) *QueueHeader {
	h := &QueueHeader{rules: [2]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}}
	for i, title := range []string{t.Number, t.Service, t.Priority, t.Waited, t.Estimate, t.Counter} {
		h.words[i] = newWord(ColorMuted, TextCaption, WeightRegular)
		h.words[i].Text.Text = title
	}
	h.ExtendBaseWidget(h)
	return h
}

// SetEstimated shows or hides the column of the estimates.
func (h *QueueHeader) SetEstimated(estimated bool) {
	if h.estimated != estimated {
		h.estimated = estimated
		h.Refresh()
	}
}

// CreateRenderer draws the header.
func (h *QueueHeader) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	objects := []fyne.CanvasObject{h.rules[0], h.rules[1]}
	for _, w := range h.words {
		objects = append(objects, w.Text)
	}
	return newRenderer(h, objects...)
}

func (h *QueueHeader) paint() {
	for _, w := range h.words {
		w.paint()
	}
	for _, r := range h.rules {
		fill(r, ColorLine, "", 0, 0)
	}
}

func (h *QueueHeader) measure() fyne.Size { return fyne.NewSize(units(300), units(31)) }

func (h *QueueHeader) arrange(size fyne.Size) {
	c := columnsAt(size.Width, h.estimated)
	line := theme.Size(LineThin)
	place(h.rules[0], 0, 0, size.Width, line)
	place(h.rules[1], 0, size.Height-line, size.Width, line)
	y := (size.Height - h.words[0].height()) / 2
	for i, x := range []float32{c.number, c.service, c.priority, c.waited, c.estimate} {
		h.words[i].at(x, y)
	}
	h.words[5].endAt(c.counter, y)
	show(h.words[4], c.estimated)
	show(h.words[2], c.waited-c.priority > units(60))
}
