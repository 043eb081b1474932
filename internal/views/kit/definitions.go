package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Definition is a term and what holds of it: cost, time, when verified.
type Definition struct {
	Term    string
	Value   string
	Detail  string // a second, muted line
	Stress  bool   // value in semi-bold
	Verdict Status // instead of a detail: "belum dikonfirmasi instansi"
}

// Definitions is a list of terms and values in two columns.
type Definitions struct {
	widget.BaseWidget

	rows  []*definitionRow
	shown *renderer
}

type definitionRow struct {
	term    *word
	value   *Label
	detail  *Label
	verdict *StatusLine
}

// NewDefinitions makes a list.
func NewDefinitions(list ...Definition) *Definitions {
	d := &Definitions{}
	d.ExtendBaseWidget(d)
	d.fill(list)
	return d
}

// Set shows another list.
func (d *Definitions) Set(list ...Definition) {
	d.fill(list)
	d.shown.replace(d.parts())
	d.Refresh()
}

func (d *Definitions) fill(list []Definition) {
	d.rows = d.rows[:0]
	for _, def := range list {
		row := &definitionRow{
			term:    newWord(ColorMuted, TextDetail, WeightRegular),
			value:   Text(def.Value, ColorInk, TextDetail).Wrapped(),
			detail:  Text(def.Detail, ColorMuted, TextDetail).Wrapped(),
			verdict: NewStatusLine(def.Verdict),
		}
		if def.Stress {
			row.value.weight = WeightSemiBold
		}
		row.term.Text.Text = def.Term
		show(row.detail, def.Detail != "")
		show(row.verdict, def.Verdict.Word != "")
		d.rows = append(d.rows, row)
	}
}

func (d *Definitions) parts() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 4*len(d.rows))
	for _, row := range d.rows {
		objects = append(objects, row.term.Text, row.value, row.detail, row.verdict)
	}
	return objects
}

// CreateRenderer draws the list.
func (d *Definitions) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	d.shown = &renderer{widget: d, objects: d.parts()}
	return d.shown
}

func (d *Definitions) paint() {
	for _, row := range d.rows {
		row.term.paint()
	}
}

// left is where the values begin.
func (d *Definitions) left() float32 {
	widest := units(60)
	for _, row := range d.rows {
		widest = max(widest, row.term.MinSize().Width)
	}
	return widest + units(14)
}

func (row *definitionRow) height(width float32) float32 {
	height := row.value.HeightFor(width)
	if row.detail.Visible() {
		height += row.detail.HeightFor(width)
	}
	if row.verdict.Visible() {
		height += row.verdict.MinSize().Height + units(2)
	}
	return height
}

// HeightFor tells the height at a width.
func (d *Definitions) HeightFor(width float32) float32 {
	height, values := float32(0), width-d.left()
	for _, row := range d.rows {
		height += row.height(values) + units(5)
	}
	return height
}

func (d *Definitions) measure() fyne.Size {
	return fyne.NewSize(units(180), d.HeightFor(max(d.Size().Width, units(180))))
}

func (d *Definitions) arrange(size fyne.Size) {
	left, y := d.left(), float32(0)
	width := size.Width - left
	for _, row := range d.rows {
		row.term.at(0, y)
		height := row.value.HeightFor(width)
		place(row.value, left, y, width, height)
		next := y + height
		if row.detail.Visible() {
			height = row.detail.HeightFor(width)
			place(row.detail, left, next, width, height)
			next += height
		}
		if row.verdict.Visible() {
			place(row.verdict, left, next+units(2), width, row.verdict.MinSize().Height)
		}
		y += row.height(width) + units(5)
	}
}
