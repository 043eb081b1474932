package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Span is a piece of a name; matched letters are drawn in the accent.
type Span struct {
	Text  string
	Match bool
}

// Result is what a row of the result list shows.
type Result struct {
	Index     string // key that takes the row; empty for none
	Name      []Span
	Line      string // agency and counter
	Status    Status // without a word: a row of two lines, below its group's header
	Number    string // of the plate; empty for no plate
	Floor     string
	PlateKind PlateKind
}

// ResultRow is a row of the result list. Rows are reused: SetResult shows
// another result in the same drawing objects.
type ResultRow struct {
	widget.BaseWidget

	OnTapped func()

	result   Result
	selected bool
	divided  bool

	ground *canvas.Rectangle
	veil   *canvas.Rectangle
	bar    *canvas.Rectangle
	rule   *canvas.Rectangle
	index  *indexKey
	name   *spanText
	line   *word
	status *StatusLine
	plate  *Plate
}

var (
	_ fyne.Tappable     = (*ResultRow)(nil)
	_ desktop.Hoverable = (*ResultRow)(nil)
)

// NewResultRow makes an empty row.
func NewResultRow(tapped func()) *ResultRow {
	r := &ResultRow{
		OnTapped: tapped,
		ground:   canvas.NewRectangle(nil),
		veil:     canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		rule:     canvas.NewRectangle(nil),
		index:    newIndexKey(),
		name:     newSpanText(),
		line:     newWord(ColorMuted, TextDetail, WeightRegular),
		status:   NewStatusLine(Status{}),
		plate:    NewPlate("", "", PlateStaffed),
	}
	r.veil.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// SetResult shows a result.
func (r *ResultRow) SetResult(result Result) {
	r.result = result
	r.index.set(result.Index)
	r.name.set(result.Name)
	r.status.Set(result.Status)
	r.plate.Set(result.Number, result.Floor, result.PlateKind)
	r.Refresh()
}

// SetSelected lights the row or puts it out.
func (r *ResultRow) SetSelected(selected bool) {
	if r.selected == selected {
		return
	}
	r.selected = selected
	r.Refresh()
}

// SetDivider draws a line at the foot of the row, for all but the last one.
func (r *ResultRow) SetDivider(divided bool) {
	if r.divided == divided {
		return
	}
	r.divided = divided
	r.Refresh()
}

// Selected tells whether the row is lit.
func (r *ResultRow) Selected() bool { return r.selected }

// Result gives back what the row shows.
func (r *ResultRow) Result() Result { return r.result }

// Tapped takes the row.
func (r *ResultRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// MouseIn shades the row.
func (r *ResultRow) MouseIn(*desktop.MouseEvent) { show(r.veil, !r.selected) }

// MouseMoved needs no answer.
func (r *ResultRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (r *ResultRow) MouseOut() { show(r.veil, false) }

// CreateRenderer draws the row.
func (r *ResultRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.rule, r.ground, r.veil, r.bar, r.index, r.name, r.line, r.status, r.plate)
}

func (r *ResultRow) paint() {
	corner := theme.Size(CornerButton)
	fill(r.ground, ColorSoft, "", 0, corner)
	if highContrast() {
		fill(r.ground, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	fill(r.veil, theme.ColorNameHover, "", 0, corner)
	fill(r.bar, ColorAccent, "", 0, units(2))
	fill(r.rule, ColorLine, "", 0, 0)
	r.line.paint()

	show(r.ground, r.selected)
	show(r.bar, r.selected && !highContrast())
	show(r.rule, r.divided && !r.selected)
	show(r.index, r.result.Index != "")
	show(r.status, r.result.Status.Word != "")
	show(r.plate, r.result.Number != "")
	if r.selected {
		show(r.veil, false)
	}
}

// HeightFor tells the height: three lines, and one more for a long name.
func (r *ResultRow) HeightFor(width float32) float32 {
	lines := r.name.lineCount(r.room(width))
	height := float32(lines)*r.name.lineHeight() + units(3) + r.line.height()
	if !r.status.Visible() {
		return height + units(12)
	}
	return height + units(5) + r.status.MinSize().Height + units(22)
}

// left is where the words begin.
func (r *ResultRow) left() float32 {
	if r.result.Index == "" {
		return units(16)
	}
	return units(48)
}

// room is the width of the words beside the plate.
func (r *ResultRow) room(width float32) float32 {
	room := width - r.left() - units(12)
	if r.result.Number != "" {
		room -= r.plate.MinSize().Width + units(12)
	}
	return room
}

func (r *ResultRow) measure() fyne.Size {
	width := r.Size().Width
	if width == 0 {
		width = units(400)
	}
	return fyne.NewSize(units(240), r.HeightFor(width))
}

func (r *ResultRow) arrange(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.veil, 0, 0, size.Width, size.Height)
	inset := min(units(10), size.Height/6)
	place(r.bar, 0, inset, units(4), size.Height-2*inset)
	rule := theme.Size(LineThin)
	place(r.rule, r.left(), size.Height-rule, size.Width-r.left()-units(12), rule)

	key := r.index.MinSize()
	place(r.index, units(10), (size.Height-key.Height)/2, key.Width, key.Height)

	plate := r.plate.MinSize()
	if !r.status.Visible() {
		plate.Height = min(plate.Height, units(44))
	}
	place(r.plate, size.Width-plate.Width-units(12), (size.Height-plate.Height)/2, plate.Width, plate.Height)
	r.arrangeWords(size)
}

func (r *ResultRow) arrangeWords(size fyne.Size) {
	left, room := r.left(), r.room(size.Width)
	y := (size.Height - r.HeightFor(size.Width)) / 2
	if r.status.Visible() {
		y += units(10)
	} else {
		y += units(4)
	}
	height := float32(r.name.lineCount(room)) * r.name.lineHeight()
	place(r.name, left, y, room, height)
	y += height + units(3)
	r.line.cut(r.result.Line, room)
	r.line.at(left, y)
	y += r.line.height() + units(5)
	place(r.status, left, y, room, r.status.MinSize().Height)
}

// PlainName makes a name without matched letters.
func PlainName(name string) []Span { return []Span{{Text: name}} }

// NameOf joins the pieces of a name.
func NameOf(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
