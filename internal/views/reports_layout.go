package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
)

// Heights of the two lines above the parts of F6 in units.
const (
	reportsTopHigh float32 = 58
	reportsBarHigh float32 = 46
)

// reportsTop sets the title, the length of the span, the span between its two
// keys, and at the right the files, in one line.
type reportsTop struct{}

// Layout cuts the name of the span where room is short.
func (reportsTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, spans, before, period, after, files := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5]
	x, right := units(reportsEdge), size.Width-units(reportsEdge)
	place := func(o fyne.CanvasObject, x, width float32) float32 {
		height := o.MinSize().Height
		set(o, x, (size.Height-height)/2, width, height)
		return x + width
	}
	x = place(title, x, title.MinSize().Width) + units(18)
	x = place(spans, x, spans.MinSize().Width) + units(16)
	right -= files.MinSize().Width
	place(files, right, files.MinSize().Width)
	x = place(before, x, before.MinSize().Width) + units(6)
	room := right - units(20) - x - after.MinSize().Width - units(10)
	x = place(period, x, min(room, kit.WidthOf(period))) + units(10)
	place(after, x, after.MinSize().Width)
}

// MinSize is the height of the line.
func (reportsTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(reportsTopHigh))
}

// reportsBar sets the parts, and at the right how fresh they are and the key
// that reads them again.
type reportsBar struct{}

// Layout cuts what is said of their age where room is short.
func (reportsBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	parts, fresh, again := objects[0], objects[1], objects[2]
	own, key := parts.MinSize(), again.MinSize()
	set(parts, units(reportsEdge), 0, own.Width, own.Height)
	right := size.Width - units(reportsEdge) - key.Width
	set(again, right, (own.Height-key.Height)/2, key.Width, key.Height)
	height, left := fresh.MinSize().Height, units(reportsEdge+16)+own.Width
	width := min(kit.WidthOf(fresh), max(0, right-units(16)-left))
	set(fresh, right-units(16)-width, (own.Height-height)/2, width, height)
}

// MinSize is the height of the line.
func (reportsBar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(reportsBarHigh))
}

// reportsQuarters shares the room among four charts, two by two.
type reportsQuarters struct{}

// Layout gives each a quarter.
func (reportsQuarters) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide, high := size.Width/2, size.Height/2
	for i, o := range objects {
		set(o, float32(i%2)*wide, float32(i/2)*high, wide, high)
	}
}

// MinSize leaves the size to the window.
func (reportsQuarters) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(600), units(200))
}

// headedChart sets a title, words beside it, and below both a chart.
type headedChart struct{}

// Layout gives the chart what is left.
func (headedChart) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, beside, chart := objects[0], objects[1], objects[2]
	own, small := title.MinSize(), beside.MinSize()
	set(title, 0, 0, own.Width, own.Height)
	left := own.Width + units(10)
	set(beside, left, own.Height-small.Height-units(1), max(0, size.Width-left), small.Height)
	top := own.Height + units(8)
	set(chart, 0, top, size.Width, max(0, size.Height-top))
}

// MinSize asks for a few lines.
func (headedChart) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(200), units(80))
}

// fittingRows stacks rows and hides those that there is no room for.
type fittingRows struct{}

// Layout places the rows from the top.
func (fittingRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := o.MinSize().Height
		setVisible(o, y+height <= size.Height+1)
		set(o, 0, y, size.Width, height)
		y += height
	}
}

// MinSize asks for nothing: the window decides.
func (fittingRows) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
