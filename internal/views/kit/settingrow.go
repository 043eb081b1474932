package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SettingLine is a setting, what it holds, and what it means.
type SettingLine struct {
	Name  string
	Value string
	Usual bool // the value is the default: it is muted
	Means string
}

// SettingRow is such a line. Rows are reused: Set shows another one.
type SettingRow struct {
	widget.BaseWidget

	OnTapped func()

	line     SettingLine
	selected bool

	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	rule   *canvas.Rectangle
	name   *word
	value  *word
	means  *word
}

var _ fyne.Tappable = (*SettingRow)(nil)

// NewSettingRow makes an empty line.
func NewSettingRow(tapped func()) *SettingRow {
	r := &SettingRow{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		rule:     canvas.NewRectangle(nil),
		name:     newWord(ColorInk, TextButton, WeightSemiBold),
		value:    newWord(ColorInk, TextBody, WeightRegular),
		means:    newWord(ColorMuted, TextDetail, WeightRegular),
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows a setting.
func (r *SettingRow) Set(line SettingLine, selected bool) {
	if r.line == line && r.selected == selected {
		return
	}
	r.line, r.selected = line, selected
	r.Refresh()
}

// Line gives back what the row shows.
func (r *SettingRow) Line() SettingLine { return r.line }

// Tapped chooses the setting.
func (r *SettingRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// CreateRenderer draws the line.
func (r *SettingRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.ground, r.bar, r.rule, r.name, r.value, r.means)
}

func (r *SettingRow) paint() {
	corner := theme.Size(CornerButton)
	fill(r.ground, ColorSoft, "", 0, corner)
	if highContrast() {
		fill(r.ground, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	fill(r.bar, ColorAccent, "", 0, units(2))
	fill(r.rule, ColorLine, "", 0, 0)
	r.value.colour, r.value.weight = ColorInk, WeightSemiBold
	if r.line.Usual {
		r.value.colour, r.value.weight = ColorMuted, WeightRegular
	}
	for _, w := range []*word{r.name, r.value, r.means} {
		w.paint()
	}
	show(r.ground, r.selected)
	show(r.bar, r.selected && !highContrast())
	show(r.rule, !r.selected)
}

func (r *SettingRow) measure() fyne.Size { return fyne.NewSize(units(240), units(54)) }

func (r *SettingRow) arrange(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	inset := units(12)
	place(r.bar, 0, inset, units(4), size.Height-2*inset)
	line := theme.Size(LineThin)
	place(r.rule, 0, size.Height-line, size.Width, line)
	left, right := units(14), size.Width-units(14)
	r.name.cut(r.line.Name, (right-left)*0.7)
	begin := r.name.at(left, units(7)) + units(12)
	r.value.cut(r.line.Value, right-begin)
	r.value.endAt(right, units(8))
	r.means.cut(r.line.Means, right-left)
	r.means.at(left, units(8)+r.name.height()+units(1))
}
