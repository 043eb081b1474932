package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/stage"
)

// guidePanes sets the list at the left and the chosen row at the right.
type guidePanes struct{}

// Layout gives the list about three tenths of the width, never too little for
// a row nor more than half.
func (guidePanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*0.31, stage.Units(328)), stage.Units(440), size.Width/2)
	stage.Set(objects[0], 0, 0, left, size.Height)
	stage.Set(objects[1], left, 0, size.Width-left, size.Height)
}

// MinSize leaves the size to the window.
func (guidePanes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(400))
}

// guideLeftLayout sets the search field above the rows and the places below
// them.
type guideLeftLayout struct{ places *guidePlaces }

// Layout gives the rows all the height that is left.
func (l guideLeftLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	search, rows, places := objects[0], objects[1], objects[2]
	edge, width := stage.Units(18), size.Width-stage.Units(36)
	field := max(stage.Units(58), search.MinSize().Height)
	stage.Set(search, edge, edge, width, field)
	top := edge + field + stage.Units(6)
	foot := l.places.fit(width, size.Height)
	stage.Set(places, edge, size.Height-foot-stage.Units(16), width, foot)
	stage.Set(rows, stage.Units(10), top, size.Width-stage.Units(20), max(0, size.Height-foot-stage.Units(30)-top))
}

// MinSize leaves the size to the window.
func (guideLeftLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(300), stage.Units(400))
}

// guidePageLayout sets the page at the right: what must be read stays as high
// as its words, and the plan takes what is left.
type guidePageLayout struct{ page *guideDetail }

// Layout places the parts of the page.
func (l guidePageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, head := range l.page.heads {
		stage.SetVisible(head, head == l.page.head(size.Width))
	}
	l.page.arrange(size, stage.Set)
}

// MinSize is the height below which the page scrolls.
func (l guidePageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := l.page.body.Size().Width
	return fyne.NewSize(stage.Units(300), l.page.smallest(width))
}
