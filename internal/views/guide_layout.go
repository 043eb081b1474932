package views

import "fyne.io/fyne/v2"

// guidePanes sets the list at the left and the chosen row at the right.
type guidePanes struct{}

// Layout gives the list about three tenths of the width, never too little for
// a row nor more than half.
func (guidePanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*0.31, units(328)), units(440), size.Width/2)
	set(objects[0], 0, 0, left, size.Height)
	set(objects[1], left, 0, size.Width-left, size.Height)
}

// MinSize leaves the size to the window.
func (guidePanes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(units(600), units(400)) }

// guideLeftLayout sets the search field above the rows and the places below
// them.
type guideLeftLayout struct{ places *guidePlaces }

// Layout gives the rows all the height that is left.
func (l guideLeftLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	search, rows, places := objects[0], objects[1], objects[2]
	edge, width := units(18), size.Width-units(36)
	field := max(units(58), search.MinSize().Height)
	set(search, edge, edge, width, field)
	top := edge + field + units(6)
	foot := l.places.fit(width, size.Height)
	set(places, edge, size.Height-foot-units(16), width, foot)
	set(rows, units(10), top, size.Width-units(20), max(0, size.Height-foot-units(30)-top))
}

// MinSize leaves the size to the window.
func (guideLeftLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(300), units(400))
}

// guidePageLayout sets the page at the right: what must be read stays as high
// as its words, and the plan takes what is left.
type guidePageLayout struct{ page *guideDetail }

// Layout places the parts of the page.
func (l guidePageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, head := range l.page.heads {
		setVisible(head, head == l.page.head(size.Width))
	}
	l.page.arrange(size, set)
}

// MinSize is the height below which the page scrolls.
func (l guidePageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := l.page.body.Size().Width
	return fyne.NewSize(units(300), l.page.smallest(width))
}
