package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// PaneHeader is a pane's number, its title and the keys that act in it.
type PaneHeader struct {
	widget.BaseWidget

	lit    bool
	badge  *canvas.Circle
	number *word
	title  *word
	hints  *fyne.Container
}

// NewPaneHeader makes a header.
func NewPaneHeader(number, title string, hints ...*KeyHint) *PaneHeader {
	h := &PaneHeader{
		badge:  canvas.NewCircle(nil),
		number: newWord(ColorMuted, TextKey, WeightSemiBold),
		title:  newWord(ColorMuted, TextDetail, WeightSemiBold),
		hints:  Row(14),
	}
	h.number.Text.Text, h.title.Text.Text = number, title
	h.ExtendBaseWidget(h)
	h.SetHints(hints...)
	return h
}

// SetTitle says something else.
func (h *PaneHeader) SetTitle(title string) {
	h.title.Text.Text = title
	h.Refresh()
}

// SetHints shows other keys.
func (h *PaneHeader) SetHints(hints ...*KeyHint) {
	h.hints.Objects = h.hints.Objects[:0]
	for _, hint := range hints {
		h.hints.Objects = append(h.hints.Objects, hint)
	}
	h.hints.Refresh()
	h.Refresh()
}

func (h *PaneHeader) setLit(lit bool) {
	h.lit = lit
	h.Refresh()
}

// CreateRenderer draws the header.
func (h *PaneHeader) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	return newRenderer(h, h.badge, h.number, h.title, h.hints)
}

func (h *PaneHeader) paint() {
	h.badge.FillColor, h.badge.StrokeColor, h.badge.StrokeWidth = nil, named(ColorMuted), units(1.2)
	h.number.colour, h.title.colour = ColorMuted, ColorMuted
	if h.lit {
		h.badge.FillColor, h.badge.StrokeWidth = named(ColorAccent), 0
		h.number.colour, h.title.colour = ColorOnAccent, ColorAccent
	}
	h.number.paint()
	h.title.paint()
}

func (h *PaneHeader) measure() fyne.Size {
	return fyne.NewSize(units(28)+h.title.MinSize().Width, units(20))
}

func (h *PaneHeader) arrange(size fyne.Size) {
	side := units(20)
	place(h.badge, 0, (size.Height-side)/2, side, side)
	number := h.number.MinSize()
	h.number.at((side-number.Width)/2, (size.Height-number.Height)/2)
	end := h.title.at(side+units(8), (size.Height-h.title.height())/2)
	h.fitHints(size.Width - end - units(12))
	hints := h.hints.MinSize()
	place(h.hints, size.Width-hints.Width, (size.Height-hints.Height)/2, hints.Width, hints.Height)
}

// fitHints hides hints from the left until the others have room.
func (h *PaneHeader) fitHints(room float32) {
	for _, o := range h.hints.Objects {
		show(o, true)
	}
	for _, o := range h.hints.Objects {
		if h.hints.MinSize().Width <= room {
			return
		}
		show(o, false)
	}
}
