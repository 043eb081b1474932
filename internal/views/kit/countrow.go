package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Counted is how often something was: what, of what, how often, and its share.
type Counted struct{ Name, Of, Count, Share string }

// CountRow is a line of a short list of counts.
type CountRow struct {
	widget.BaseWidget

	counted Counted
	rule    *canvas.Rectangle
	name    *word
	of      *word
	count   *word
	share   *word
}

// NewCountRow makes a line.
func NewCountRow(c Counted) *CountRow {
	r := &CountRow{counted: c, rule: canvas.NewRectangle(nil), name: newWord(ColorInk, TextBody, WeightSemiBold),
		of: newWord(ColorMuted, TextDetail, WeightRegular), count: newWord(ColorInk, TextBody, WeightRegular),
		share: newWord(ColorMuted, TextDetail, WeightRegular)}
	r.count.Text.Text, r.share.Text.Text = c.Count, c.Share
	r.ExtendBaseWidget(r)
	return r
}

// Counted gives back what the line shows.
func (r *CountRow) Counted() Counted { return r.counted }

// CreateRenderer draws the line.
func (r *CountRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.rule, r.name, r.of, r.count, r.share)
}

func (r *CountRow) paint() {
	fill(r.rule, ColorLine, "", 0, 0)
	for _, w := range []*word{r.name, r.of, r.count, r.share} {
		w.paint()
	}
}

func (r *CountRow) measure() fyne.Size { return fyne.NewSize(units(160), units(countHigh)) }

// Measures of a line in units.
const (
	countHigh  float32 = 30
	countShare float32 = 64
	countRoom  float32 = 56
)

func (r *CountRow) arrange(size fyne.Size) {
	place(r.rule, 0, 0, size.Width, theme.Size(LineThin))
	middle := func(w *word) float32 { return (size.Height - w.height()) / 2 }
	right := size.Width
	if r.counted.Share != "" {
		r.share.endAt(right, middle(r.share))
		right -= units(countShare)
	}
	r.count.endAt(right, middle(r.count))
	room := right - units(countRoom)
	name := room
	if r.counted.Of != "" {
		name = room * 0.55
	}
	r.name.cut(r.counted.Name, name-units(8))
	r.name.at(0, middle(r.name))
	r.of.cut(r.counted.Of, max(0, room-name-units(8)))
	r.of.at(name, middle(r.of))
}
