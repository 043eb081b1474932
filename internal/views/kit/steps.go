package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Steps is a bar of pieces: how far one is on a way of known length.
type Steps struct {
	widget.BaseWidget

	count  int // pieces that are shown
	done   int
	pieces []*canvas.Rectangle
}

// NewSteps makes a bar of some pieces.
func NewSteps(count int) *Steps {
	s := &Steps{count: count}
	for range count {
		s.pieces = append(s.pieces, canvas.NewRectangle(nil))
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetCount shows so many of the pieces that the bar was made with.
func (s *Steps) SetCount(count int) {
	s.count = min(count, len(s.pieces))
	s.Refresh()
}

// SetDone fills the first pieces.
func (s *Steps) SetDone(done int) {
	s.done = done
	s.Refresh()
}

// CreateRenderer draws the bar.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	objects := make([]fyne.CanvasObject, len(s.pieces))
	for i, piece := range s.pieces {
		objects[i] = piece
	}
	return newRenderer(s, objects...)
}

func (s *Steps) paint() {
	for i, piece := range s.pieces {
		ground, edge := ColorSunken, ColorEdge
		if i < s.done {
			ground, edge = ColorAccent, ColorAccent
		}
		fill(piece, ground, edge, 1, units(4))
		show(piece, i < s.count)
	}
}

func (s *Steps) measure() fyne.Size {
	return fyne.NewSize(float32(s.count)*units(20), units(10))
}

func (s *Steps) arrange(size fyne.Size) {
	gap := units(6)
	width := (size.Width - gap*float32(s.count-1)) / float32(max(1, s.count))
	for i, piece := range s.pieces {
		place(piece, float32(i)*(width+gap), 0, width, size.Height)
	}
}
