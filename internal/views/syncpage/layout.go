package syncpage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// Measures of the Sync page in units.
const (
	syncSideWidth float32 = 290
	syncTwoFrom   float32 = 760 // width from which two columns stand side by side
)

// flow sets head and note above two columns, or the columns below each other.
func (s *Screen) flow(width float32, put stage.Placing) float32 {
	edge := stage.Units(28)
	inner, y := width-2*edge, stage.Units(14)
	stack := func(o fyne.CanvasObject, gap float32) {
		if !o.Visible() {
			return
		}
		height := kit.HeightFor(o, inner)
		put(o, edge, y, inner, height)
		y += height + stage.Units(gap)
	}
	stack(s.title, 12)
	stack(s.head.content, 12)
	stack(s.note, 12)
	y += stage.Units(8)
	if s.main.Visible() && inner >= stage.Units(syncTwoFrom) {
		return y + s.columns(edge, y, inner, put) + stage.Units(20)
	}
	stack(s.side, 24)
	stack(s.main, 20) // its end, the history, is what matters least
	return y
}

// columns sets the wide and the narrow column, and returns the higher one's
// height.
func (s *Screen) columns(x, y, width float32, put stage.Placing) float32 {
	side, gap := stage.Units(syncSideWidth), stage.Units(36)
	wide := width - side - gap
	left, right := kit.HeightFor(s.main, wide), kit.HeightFor(s.side, side)
	put(s.main, x, y, wide, left)
	put(s.side, x+wide+gap, y, side, right)
	return max(left, right)
}
