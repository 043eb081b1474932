package views

import "fyne.io/fyne/v2"

// sheetsTop sets the title, the subject, the period, and the key that takes
// the last sheet back, in one line.
type sheetsTop struct{}

// Layout cuts the period where room is short.
func (sheetsTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, subject, period, undo := objects[0], objects[1], objects[2], objects[3]
	x, right := units(reportsEdge), size.Width-units(reportsEdge)
	beside := func(o fyne.CanvasObject, x, width, shift float32) float32 {
		height := o.MinSize().Height
		set(o, x, (size.Height-height)/2+units(shift), width, height)
		return x + width + units(14)
	}
	x = beside(title, x, title.MinSize().Width, 0)
	x = beside(subject, x, subject.MinSize().Width, 2)
	key := undo.MinSize().Width
	beside(undo, right-key, key, 0)
	beside(period, x, max(0, right-key-units(14)-x), 2)
}

// MinSize is the height of the line.
func (sheetsTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(reportsTopHigh))
}
