package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"frontdesk/internal/models"
)

// planHere is the accent ring and dot of "you are here".
type planHere struct {
	spot *models.Point
	halo *canvas.Circle
	ring *canvas.Circle
	dot  *canvas.Circle
}

func newPlanHere() planHere {
	return planHere{halo: canvas.NewCircle(nil), ring: canvas.NewCircle(nil), dot: canvas.NewCircle(nil)}
}

func (h *planHere) objects() []fyne.CanvasObject { return []fyne.CanvasObject{h.halo, h.ring, h.dot} }

func (h *planHere) paint() {
	h.halo.FillColor = named(ColorSurface)
	h.ring.FillColor = named(ColorSurface)
	h.ring.StrokeColor, h.ring.StrokeWidth = named(ColorAccent), units(2.5)
	h.dot.FillColor = named(ColorAccent)
	for _, c := range []*canvas.Circle{h.halo, h.ring, h.dot} {
		show(c, h.spot != nil)
	}
}

func (h *planHere) arrange(s scale) {
	if h.spot == nil {
		return
	}
	middle := s.at(h.spot.X, h.spot.Y)
	circle(h.halo, middle, units(14))
	circle(h.ring, middle, units(12))
	circle(h.dot, middle, units(6.5))
}
