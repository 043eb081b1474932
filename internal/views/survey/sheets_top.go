package survey

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/stage"
)

const sheetsTopHigh float32 = 60

// sheetsTop sets the title, what it is about, its days, and the key at the
// right, in one line.
type sheetsTop struct{}

// Layout cuts the days where room is short.
func (sheetsTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, subject, days, key := objects[0], objects[1], objects[2], objects[3]
	x, right := stage.Units(sheetsEdge), size.Width-stage.Units(sheetsEdge)
	beside := func(o fyne.CanvasObject, x, width, shift float32) float32 {
		height := o.MinSize().Height
		stage.Set(o, x, (size.Height-height)/2+stage.Units(shift), width, height)
		return x + width + stage.Units(14)
	}
	x = beside(title, x, title.MinSize().Width, 0)
	x = beside(subject, x, subject.MinSize().Width, 2)
	wide := key.MinSize().Width
	beside(key, right-wide, wide, 0)
	beside(days, x, max(0, right-wide-stage.Units(14)-x), 2)
}

// MinSize is the height of the line.
func (sheetsTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), stage.Units(sheetsTopHigh))
}
