package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Stat is one figure: what it is of, the figure, and what it means.
type Stat struct{ Label, Number, Meaning string }

// StatTile shows a figure large. Tiles stand side by side, split by a line.
type StatTile struct {
	widget.BaseWidget

	stat    Stat
	first   bool
	rule    *canvas.Rectangle
	label   *Label
	number  *Label
	meaning *Label
}

// NewStatTile makes a tile; the first of a row has no line before it.
func NewStatTile(stat Stat, first bool) *StatTile {
	t := &StatTile{
		stat: stat, first: first,
		rule:    canvas.NewRectangle(nil),
		label:   Text(stat.Label, ColorMuted, TextDetail).Cut(),
		number:  SemiBold(stat.Number, ColorInk, TextStat).Cut(),
		meaning: Text(stat.Meaning, ColorMuted, TextCaption).Wrapped(),
	}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another figure.
func (t *StatTile) Set(stat Stat) {
	if t.stat == stat {
		return
	}
	t.stat = stat
	t.label.SetText(stat.Label)
	t.number.SetText(stat.Number)
	t.meaning.SetText(stat.Meaning)
	t.Refresh()
}

// Stat gives back what the tile shows.
func (t *StatTile) Stat() Stat { return t.stat }

// CreateRenderer draws the tile.
func (t *StatTile) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return newRenderer(t, t.rule, t.label, t.number, t.meaning)
}

func (t *StatTile) paint() {
	fill(t.rule, ColorLine, "", 0, 0)
	show(t.rule, !t.first)
}

// left is where the words begin, beside the line.
func (t *StatTile) left() float32 {
	if t.first {
		return 0
	}
	return units(20)
}

// room is the width of the words.
func (t *StatTile) room(width float32) float32 { return max(0, width-t.left()-units(16)) }

// HeightFor tells the height: the meaning may need a second line.
func (t *StatTile) HeightFor(width float32) float32 {
	return t.label.MinSize().Height + t.number.MinSize().Height + HeightFor(t.meaning, t.room(width))
}

func (t *StatTile) measure() fyne.Size {
	width := max(t.Size().Width, units(120))
	return fyne.NewSize(units(120), t.HeightFor(width))
}

func (t *StatTile) arrange(size fyne.Size) {
	place(t.rule, 0, 0, theme.Size(LineThin), size.Height)
	left, room, y := t.left(), t.room(size.Width), float32(0)
	for _, l := range []*Label{t.label, t.number, t.meaning} {
		height := HeightFor(l, room)
		place(l, left, y, room, height)
		y += height
	}
}
