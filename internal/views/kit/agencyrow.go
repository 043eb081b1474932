package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// AgencyCount is an agency with how many people wait for it.
type AgencyCount struct {
	Prefix string // of its tickets
	Name   string
	Count  string
	Empty  bool   // nobody waits: the count is muted
	Note   Status // what is unusual today; without a word for nothing
}

// AgencyRow is one line of the list of agencies: prefix, name, note, count.
type AgencyRow struct {
	widget.BaseWidget

	OnTapped func()

	shown    AgencyCount
	selected bool

	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	rule   *canvas.Rectangle
	prefix *word
	name   *word
	note   *StatusLine
	count  *word
}

var _ fyne.Tappable = (*AgencyRow)(nil)

// NewAgencyRow makes an empty row.
func NewAgencyRow() *AgencyRow {
	r := &AgencyRow{
		ground: canvas.NewRectangle(nil),
		bar:    canvas.NewRectangle(nil),
		rule:   canvas.NewRectangle(nil),
		prefix: newWord(ColorFaint, TextDetail, WeightRegular),
		name:   newWord(ColorInk, TextBody, WeightRegular),
		note:   NewSizedStatus(Status{}, TextKey),
		count:  newWord(ColorInk, TextBody, WeightSemiBold),
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows an agency.
func (r *AgencyRow) Set(a AgencyCount, selected bool) {
	if r.shown == a && r.selected == selected {
		return
	}
	r.shown, r.selected = a, selected
	r.Refresh()
}

// Tapped chooses the agency.
func (r *AgencyRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// CreateRenderer draws the row.
func (r *AgencyRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.ground, r.bar, r.rule, r.prefix, r.name, r.note, r.count)
}

func (r *AgencyRow) paint() {
	corner := theme.Size(CornerButton)
	fill(r.ground, ColorSoft, "", 0, corner)
	if highContrast() {
		fill(r.ground, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	fill(r.bar, ColorAccent, "", 0, units(2))
	fill(r.rule, ColorLine, "", 0, 0)
	r.prefix.Text.Text, r.count.Text.Text = r.shown.Prefix, r.shown.Count
	r.count.colour, r.count.weight = ColorInk, WeightSemiBold
	if r.shown.Empty {
		r.count.colour, r.count.weight = ColorFaint, WeightRegular
	}
	r.name.weight = WeightRegular
	if r.selected {
		r.name.weight = WeightSemiBold
	}
	for _, w := range []*word{r.prefix, r.name, r.count} {
		w.paint()
	}
	r.note.Set(r.shown.Note)
	show(r.ground, r.selected)
	show(r.bar, r.selected && !highContrast())
	show(r.rule, !r.selected)
	show(r.note, r.shown.Note.Word != "")
}

func (r *AgencyRow) measure() fyne.Size { return fyne.NewSize(units(160), units(38)) }

func (r *AgencyRow) arrange(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	inset := units(10)
	place(r.bar, 0, inset, units(4), size.Height-2*inset)
	line := theme.Size(LineThin)
	place(r.rule, 0, size.Height-line, size.Width, line)
	middle := func(h float32) float32 { return (size.Height - h) / 2 }
	r.prefix.at(units(14), middle(r.prefix.height()))
	right := r.count.endAt(size.Width-units(18), middle(r.count.height())) - units(8)
	left := units(44)
	note := fyne.Size{}
	if r.note.Visible() {
		note = r.note.MinSize()
		note.Width += units(8)
	}
	r.name.cut(r.shown.Name, right-left-note.Width)
	end := r.name.at(left, middle(r.name.height()))
	place(r.note, end+units(8), middle(note.Height)+units(1), note.Width-units(8), note.Height)
}
