package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Figures is a line of a table: a name, whose it is, and right-aligned figures.
type Figures struct {
	Name, Of string
	Cells    [5]string
}

// FigureRow is such a line. Rows are reused: Set shows others in the same
// drawing objects.
type FigureRow struct {
	widget.BaseWidget

	figures Figures
	heading bool
	rule    *canvas.Rectangle
	name    *word
	of      *word
	cells   [5]*word
}

// NewFigureRow makes an empty line.
func NewFigureRow() *FigureRow {
	r := &FigureRow{rule: canvas.NewRectangle(nil),
		name: newWord(ColorInk, TextBody, WeightSemiBold), of: newWord(ColorMuted, TextDetail, WeightRegular)}
	for i := range r.cells {
		r.cells[i] = newWord(ColorInk, TextBody, WeightRegular)
	}
	r.ExtendBaseWidget(r)
	return r
}

// NewFigureHeader makes the line that names the columns.
func NewFigureHeader(titles Figures) *FigureRow {
	r := &FigureRow{heading: true, figures: titles, rule: canvas.NewRectangle(nil),
		name: newWord(ColorMuted, TextCaption, WeightRegular), of: newWord(ColorMuted, TextCaption, WeightRegular)}
	for i := range r.cells {
		r.cells[i] = newWord(ColorMuted, TextCaption, WeightRegular)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows other figures.
func (r *FigureRow) Set(figures Figures) {
	if r.figures == figures {
		return
	}
	r.figures = figures
	r.Refresh()
}

// Figures gives back what the line shows.
func (r *FigureRow) Figures() Figures { return r.figures }

// CreateRenderer draws the line.
func (r *FigureRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	objects := []fyne.CanvasObject{r.rule, r.name, r.of}
	for _, c := range r.cells {
		objects = append(objects, c)
	}
	return newRenderer(r, objects...)
}

func (r *FigureRow) paint() {
	fill(r.rule, ColorLine, "", 0, 0)
	r.name.paint()
	r.of.paint()
	for _, c := range r.cells {
		c.paint()
	}
}

func (r *FigureRow) measure() fyne.Size {
	height := units(34)
	if r.heading {
		height = units(30)
	}
	return fyne.NewSize(units(600), height)
}

// Shares of a line's width: the name, whose it is, and each figure.
const (
	shareName, shareOf = 0.31, 0.13
	shareFigure        = (1 - shareName - shareOf) / 5
)

func (r *FigureRow) arrange(size fyne.Size) {
	line := theme.Size(LineThin)
	place(r.rule, 0, size.Height-line, size.Width, line) // the heading's stays while the rows scroll
	middle := func(w *word) float32 { return (size.Height - w.height()) / 2 }
	of, gap := size.Width*shareName, units(12)
	r.name.cut(r.figures.Name, of-gap)
	r.name.at(0, middle(r.name))
	r.of.cut(r.figures.Of, size.Width*shareOf)
	r.of.at(of, middle(r.of))
	for i, c := range r.cells {
		room := size.Width * shareFigure
		c.cut(r.figures.Cells[i], room-units(8))
		c.endAt(size.Width*(shareName+shareOf)+room*float32(i+1), middle(c))
	}
}
