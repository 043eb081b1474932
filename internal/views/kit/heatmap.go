package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// heatShades of the look, few to many, the same on every ground; the words on
// the last two are white, on the others ink.
var (
	heatShades = []color.NRGBA{{0xD6, 0xE8, 0xE4, 255}, {0xB2, 0xD5, 0xCE, 255}, {0x85, 0xBB, 0xB2, 255},
		{0x4F, 0x99, 0x90, 255}, {0x24, 0x77, 0x6D, 255}, {0x0A, 0x55, 0x4D, 255}}
	heatInk   = color.NRGBA{0x12, 0x20, 0x1D, 255}
	heatWhite = color.NRGBA{255, 255, 255, 255}
)

// HeatCell is a value of the map; Step is its shade, 0 to 5, below 0 nothing.
type HeatCell struct {
	Value string
	Step  int
}

// HeatRow is a line of the map.
type HeatRow struct {
	Name  string
	Cells []HeatCell
}

// HeatMap shows values as shades with their numbers, in lines and columns that
// share its room.
type HeatMap struct {
	widget.BaseWidget

	columns []string
	rows    []HeatRow

	heads, names []*word
	grounds      []*canvas.Rectangle
	values       []*word
	shown        *renderer
}

// NewHeatMap makes an empty map.
func NewHeatMap() *HeatMap {
	h := &HeatMap{}
	h.ExtendBaseWidget(h)
	return h
}

// Set shows other values.
func (h *HeatMap) Set(columns []string, rows []HeatRow) {
	h.columns, h.rows = columns, rows
	h.heads, h.names, h.grounds, h.values = nil, nil, nil, nil
	for _, c := range columns {
		h.heads = append(h.heads, newWord(ColorMuted, TextCaption, WeightRegular))
		h.heads[len(h.heads)-1].Text.Text = c
	}
	for _, r := range rows {
		h.names = append(h.names, newWord(ColorMuted, TextDetail, WeightRegular))
		h.names[len(h.names)-1].Text.Text = r.Name
		for _, c := range r.Cells {
			h.grounds = append(h.grounds, canvas.NewRectangle(nil))
			h.values = append(h.values, newWord(ColorInk, TextDetail, WeightSemiBold))
			h.values[len(h.values)-1].Text.Text = c.Value
		}
	}
	h.shown.replace(h.parts())
	h.Refresh()
}

// Rows gives back what the map shows.
func (h *HeatMap) Rows() []HeatRow { return h.rows }

func (h *HeatMap) parts() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, g := range h.grounds {
		objects = append(objects, g)
	}
	for _, list := range [][]*word{h.heads, h.names, h.values} {
		for _, w := range list {
			objects = append(objects, w.Text)
		}
	}
	return objects
}

// CreateRenderer draws the map.
func (h *HeatMap) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	h.shown = &renderer{widget: h, objects: h.parts()}
	h.paint()
	return h.shown
}

func (h *HeatMap) paint() {
	for _, list := range [][]*word{h.heads, h.names, h.values} {
		for _, w := range list {
			w.paint()
		}
	}
	i := 0
	for _, r := range h.rows {
		for _, c := range r.Cells {
			h.paintCell(h.grounds[i], h.values[i], c)
			i++
		}
	}
}

func (h *HeatMap) paintCell(ground *canvas.Rectangle, value *word, c HeatCell) {
	corner := theme.Size(CornerBox)
	if c.Step < 0 {
		fill(ground, "", ColorLine, theme.Size(LineThin), corner)
		return
	}
	step := min(c.Step, len(heatShades)-1)
	fill(ground, "", "", 0, corner)
	ground.FillColor = heatShades[step]
	value.Color = heatInk
	if step >= len(heatShades)-2 {
		value.Color = heatWhite
	}
}

func (h *HeatMap) measure() fyne.Size { return fyne.NewSize(units(200), units(100)) }

// Measures of the map in units.
const (
	heatName float32 = 44 // room of a line's name
	heatHead float32 = 22
	heatGap  float32 = 3
	heatHigh float32 = 36 // of a line, at most
)

func (h *HeatMap) arrange(size fyne.Size) {
	if len(h.rows) == 0 || len(h.columns) == 0 {
		return
	}
	left, top, gap := units(heatName), units(heatHead), units(heatGap)
	width := (size.Width - left) / float32(len(h.columns))
	height := min((size.Height-top)/float32(len(h.rows)), units(heatHigh)+gap)
	middle := func(w *word, x, y, high float32) {
		own := w.MinSize()
		w.at(x+(width-gap-own.Width)/2, y+(high-own.Height)/2)
	}
	for i, head := range h.heads {
		middle(head, left+float32(i)*width, 0, top-gap)
	}
	i := 0
	for r, row := range h.rows {
		y := top + float32(r)*height
		h.names[r].at(0, y+(height-gap-h.names[r].height())/2)
		for c := range row.Cells {
			x := left + float32(c)*width
			place(h.grounds[i], x, y, width-gap, height-gap)
			middle(h.values[i], x, y, height-gap)
			i++
		}
	}
}
