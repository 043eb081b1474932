package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pane is one of the steps of check-in. The lit pane, white with a bar on top,
// is where the next key goes.
type Pane struct {
	widget.BaseWidget

	Header  *PaneHeader
	Content fyne.CanvasObject

	lit    bool
	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	edge   *canvas.Rectangle
}

// NewPane makes a quiet pane; the content starts below the header.
func NewPane(header *PaneHeader, content fyne.CanvasObject) *Pane {
	p := &Pane{
		Header:  header,
		Content: content,
		ground:  canvas.NewRectangle(nil),
		bar:     canvas.NewRectangle(nil),
		edge:    canvas.NewRectangle(nil),
	}
	p.ExtendBaseWidget(p)
	return p
}

// SetLit lights the pane or puts it out.
func (p *Pane) SetLit(lit bool) {
	if p.lit == lit {
		return
	}
	p.lit = lit
	p.Header.setLit(lit)
	p.Refresh()
}

// Lit tells whether the next key goes here.
func (p *Pane) Lit() bool { return p.lit }

// CreateRenderer draws the pane.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return newRenderer(p, p.ground, p.bar, p.edge, p.Header, p.Content)
}

func (p *Pane) paint() {
	ground := ColorRaised
	if p.lit {
		ground = ColorSurface
	}
	fill(p.ground, ground, "", 0, 0)
	fill(p.bar, ColorAccent, "", 0, 0)
	fill(p.edge, ColorLine, "", 0, 0)
	show(p.bar, p.lit)
}

// side is the free room at the left and the right of the header and of most
// contents; result rows reach 8 units beyond it.
func (p *Pane) side() float32 { return units(18) }

func (p *Pane) head() float32 { return units(44) }

func (p *Pane) measure() fyne.Size {
	content := p.Content.MinSize()
	width := max(content.Width, p.Header.MinSize().Width+2*p.side())
	return fyne.NewSize(width, p.head()+content.Height)
}

func (p *Pane) arrange(size fyne.Size) {
	place(p.ground, 0, 0, size.Width, size.Height)
	place(p.bar, 0, 0, size.Width, units(3))
	line := theme.Size(LineThin)
	place(p.edge, size.Width-line, 0, line, size.Height)
	header := p.Header.MinSize()
	place(p.Header, p.side(), units(24)-header.Height/2, size.Width-2*p.side(), header.Height)
	place(p.Content, 0, p.head(), size.Width-line, size.Height-p.head())
}
