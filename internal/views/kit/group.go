package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// GroupHeader stands above the rows of one agency: its name at the left, its
// status at the right, a line above both. It stands 8 units in from the sides,
// where the words of a row's pane begin.
type GroupHeader struct {
	widget.BaseWidget

	rule   *canvas.Rectangle
	name   *word
	status *StatusLine
	words  string
}

// NewGroupHeader makes a header.
func NewGroupHeader(name string, status Status) *GroupHeader {
	g := &GroupHeader{
		rule:   canvas.NewRectangle(nil),
		name:   newWord(ColorInk, TextDetail, WeightSemiBold),
		status: NewStatusLine(status),
		words:  name,
	}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows another agency.
func (g *GroupHeader) Set(name string, status Status) {
	g.words = name
	g.status.Set(status)
	g.Refresh()
}

// CreateRenderer draws the header.
func (g *GroupHeader) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	return newRenderer(g, g.rule, g.name, g.status)
}

func (g *GroupHeader) paint() {
	fill(g.rule, ColorLine, "", 0, 0)
	g.name.paint()
}

func (g *GroupHeader) measure() fyne.Size { return fyne.NewSize(units(200), units(30)) }

func (g *GroupHeader) arrange(size fyne.Size) {
	left, right := units(8), size.Width-units(8)
	place(g.rule, left, 0, right-left, theme.Size(LineThin))
	status := g.status.MinSize()
	// The agency's name goes before the details of its status.
	status.Width = min(status.Width, max((right-left)/2, right-left-g.name.width(g.words)-units(12)))
	top := units(4)
	place(g.status, right-status.Width, top+(size.Height-top-status.Height)/2, status.Width, status.Height)
	g.name.cut(g.words, right-left-status.Width-units(12))
	g.name.at(left, top+(size.Height-top-g.name.height())/2)
}
