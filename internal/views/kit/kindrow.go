package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// KindRow is a kind of entries with how many there are.
type KindRow struct {
	widget.BaseWidget

	OnTapped func()

	selected bool

	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	name   *word
	count  *word
}

var _ fyne.Tappable = (*KindRow)(nil)

// NewKindRow makes the row of a kind.
func NewKindRow(name string, tapped func()) *KindRow {
	r := &KindRow{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		name:     newWord(ColorInk, TextBody, WeightRegular),
		count:    newWord(ColorMuted, TextDetail, WeightRegular),
	}
	r.name.Text.Text = name
	r.ExtendBaseWidget(r)
	return r
}

// Set shows how many entries there are; a colour other than muted says that
// some are to be mended.
func (r *KindRow) Set(count string, faulty, selected bool) {
	r.selected = selected
	r.count.Text.Text, r.count.colour = count, ColorMuted
	if faulty {
		r.count.colour = ColorStop
	}
	r.Refresh()
}

// Tapped chooses the kind.
func (r *KindRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// CreateRenderer draws the row.
func (r *KindRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.ground, r.bar, r.name, r.count)
}

func (r *KindRow) paint() {
	corner := theme.Size(CornerButton)
	fill(r.ground, ColorSoft, "", 0, corner)
	if highContrast() {
		fill(r.ground, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	fill(r.bar, ColorAccent, "", 0, units(2))
	r.name.weight = WeightRegular
	if r.selected {
		r.name.weight = WeightSemiBold
	}
	r.name.paint()
	r.count.paint()
	show(r.ground, r.selected)
	show(r.bar, r.selected && !highContrast())
}

func (r *KindRow) measure() fyne.Size { return fyne.NewSize(units(130), units(36)) }

func (r *KindRow) arrange(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	inset := units(8)
	place(r.bar, 0, inset, units(4), size.Height-2*inset)
	r.name.at(units(12), (size.Height-r.name.height())/2)
	r.count.endAt(size.Width-units(10), (size.Height-r.count.height())/2)
}
