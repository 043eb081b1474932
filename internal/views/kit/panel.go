package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel is a coloured ground behind its content, with lines at chosen edges.
type Panel struct {
	widget.BaseWidget

	Content fyne.CanvasObject

	ground fyne.ThemeColorName
	look   panelLook
	pad    Inset
	area   *canvas.Rectangle
	edges  [4]*canvas.Rectangle
	drawn  Edge
}

type panelLook int

const (
	panelPlain panelLook = iota
	panelCard
	panelRounded
)

// Edge names the sides of a panel that have a line.
type Edge int

// Sides; they can be added up.
const (
	EdgeTop Edge = 1 << iota
	EdgeRight
	EdgeBottom
	EdgeLeft
)

// Inset is the free room within a panel, in units of the design.
type Inset struct{ Top, Right, Bottom, Left float32 }

// Around makes the same room on all sides.
func Around(n float32) Inset { return Inset{n, n, n, n} }

// Sides makes room above and below, left and right.
func Sides(vertical, horizontal float32) Inset {
	return Inset{vertical, horizontal, vertical, horizontal}
}

// NewPanel lays content on a ground.
func NewPanel(ground fyne.ThemeColorName, pad Inset, edges Edge, content fyne.CanvasObject) *Panel {
	p := &Panel{Content: content, ground: ground, pad: pad, drawn: edges, area: canvas.NewRectangle(nil)}
	for i := range p.edges {
		p.edges[i] = canvas.NewRectangle(nil)
	}
	p.ExtendBaseWidget(p)
	return p
}

// NewCard lays content on a white card with a line around it.
func NewCard(pad Inset, content fyne.CanvasObject) *Panel {
	p := NewPanel(ColorSurface, pad, 0, content)
	p.look = panelCard
	return p
}

// Rounded takes the corners of a card, without its line; it returns the panel.
func (p *Panel) Rounded() *Panel {
	p.look = panelRounded
	return p
}

// SetGround changes the colour.
func (p *Panel) SetGround(ground fyne.ThemeColorName) {
	p.ground = ground
	p.Refresh()
}

// CreateRenderer draws the panel.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return newRenderer(p, p.area, p.edges[0], p.edges[1], p.edges[2], p.edges[3], p.Content)
}

func (p *Panel) paint() {
	fill(p.area, p.ground, "", 0, 0)
	switch p.look {
	case panelCard:
		fill(p.area, p.ground, ColorLine, theme.Size(LineThin), theme.Size(CornerCard))
	case panelRounded:
		fill(p.area, p.ground, "", 0, theme.Size(CornerCard))
	}
	for i, e := range p.edges {
		fill(e, ColorLine, "", 0, 0)
		show(e, p.drawn&(1<<i) != 0)
	}
}

// HeightFor tells the height of the content with its room.
func (p *Panel) HeightFor(width float32) float32 {
	inner := width - units(p.pad.Left+p.pad.Right)
	return HeightFor(p.Content, inner) + units(p.pad.Top+p.pad.Bottom)
}

func (p *Panel) measure() fyne.Size {
	return p.Content.MinSize().AddWidthHeight(units(p.pad.Left+p.pad.Right), units(p.pad.Top+p.pad.Bottom))
}

func (p *Panel) arrange(size fyne.Size) {
	place(p.area, 0, 0, size.Width, size.Height)
	line := theme.Size(LineThin)
	place(p.edges[0], 0, 0, size.Width, line)
	place(p.edges[1], size.Width-line, 0, line, size.Height)
	place(p.edges[2], 0, size.Height-line, size.Width, line)
	place(p.edges[3], 0, 0, line, size.Height)
	place(p.Content, units(p.pad.Left), units(p.pad.Top),
		size.Width-units(p.pad.Left+p.pad.Right), size.Height-units(p.pad.Top+p.pad.Bottom))
}
