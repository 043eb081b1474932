package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// Measures of the Sync page in units.
const (
	syncSideWidth float32 = 290
	syncTwoFrom   float32 = 760 // width from which two columns stand side by side
)

// flow sets head and note above two columns, or the columns below each other.
func (s *syncScreen) flow(width float32, put placing) float32 {
	edge := units(28)
	inner, y := width-2*edge, units(14)
	stack := func(o fyne.CanvasObject, gap float32) {
		if !o.Visible() {
			return
		}
		height := kit.HeightFor(o, inner)
		put(o, edge, y, inner, height)
		y += height + units(gap)
	}
	stack(s.title, 12)
	stack(s.head.content, 12)
	stack(s.note, 12)
	y += units(8)
	if s.main.Visible() && inner >= units(syncTwoFrom) {
		return y + s.columns(edge, y, inner, put) + units(20)
	}
	stack(s.side, 24)
	stack(s.main, 20) // its end, the history, is what matters least
	return y
}

// columns sets the wide and the narrow column, and returns the higher one's
// height.
func (s *syncScreen) columns(x, y, width float32, put placing) float32 {
	side, gap := units(syncSideWidth), units(36)
	wide := width - side - gap
	left, right := kit.HeightFor(s.main, wide), kit.HeightFor(s.side, side)
	put(s.main, x, y, wide, left)
	put(s.side, x+wide+gap, y, side, right)
	return max(left, right)
}
