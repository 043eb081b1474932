package reports

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
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
	x, right := stage.Units(reportsEdge), size.Width-stage.Units(reportsEdge)
	place := func(o fyne.CanvasObject, x, width float32) float32 {
		height := o.MinSize().Height
		stage.Set(o, x, (size.Height-height)/2, width, height)
		return x + width
	}
	x = place(title, x, title.MinSize().Width) + stage.Units(18)
	x = place(spans, x, spans.MinSize().Width) + stage.Units(16)
	right -= files.MinSize().Width
	place(files, right, files.MinSize().Width)
	x = place(before, x, before.MinSize().Width) + stage.Units(6)
	room := right - stage.Units(20) - x - after.MinSize().Width - stage.Units(10)
	x = place(period, x, min(room, kit.WidthOf(period))) + stage.Units(10)
	place(after, x, after.MinSize().Width)
}

// MinSize is the height of the line.
func (reportsTop) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(reportsTopHigh))
}

// reportsBar sets the parts, and at the right how fresh they are and the key
// that reads them again.
type reportsBar struct{}

// Layout cuts what is said of their age where room is short.
func (reportsBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	parts, fresh, again := objects[0], objects[1], objects[2]
	own, key := parts.MinSize(), again.MinSize()
	stage.Set(parts, stage.Units(reportsEdge), 0, own.Width, own.Height)
	right := size.Width - stage.Units(reportsEdge) - key.Width
	stage.Set(again, right, (own.Height-key.Height)/2, key.Width, key.Height)
	height, left := fresh.MinSize().Height, stage.Units(reportsEdge+16)+own.Width
	width := min(kit.WidthOf(fresh), max(0, right-stage.Units(16)-left))
	stage.Set(fresh, right-stage.Units(16)-width, (own.Height-height)/2, width, height)
}

// MinSize is the height of the line.
func (reportsBar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(reportsBarHigh))
}

// reportsQuarters shares the room among four charts, two by two.
type reportsQuarters struct{}

// Layout gives each a quarter.
func (reportsQuarters) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide, high := size.Width/2, size.Height/2
	for i, o := range objects {
		stage.Set(o, float32(i%2)*wide, float32(i/2)*high, wide, high)
	}
}

// MinSize leaves the size to the window.
func (reportsQuarters) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(600), stage.Units(200))
}

// headedChart sets a title, words beside it, and below both a chart.
type headedChart struct{}

// Layout gives the chart what is left.
func (headedChart) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, beside, chart := objects[0], objects[1], objects[2]
	own, small := title.MinSize(), beside.MinSize()
	stage.Set(title, 0, 0, own.Width, own.Height)
	left := own.Width + stage.Units(10)
	stage.Set(beside, left, own.Height-small.Height-stage.Units(1), max(0, size.Width-left), small.Height)
	top := own.Height + stage.Units(8)
	stage.Set(chart, 0, top, size.Width, max(0, size.Height-top))
}

// MinSize asks for a few lines.
func (headedChart) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(200), stage.Units(80))
}

// fittingRows stacks rows and hides those that there is no room for.
type fittingRows struct{}

// Layout places the rows from the top.
func (fittingRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := o.MinSize().Height
		stage.SetVisible(o, y+height <= size.Height+1)
		stage.Set(o, 0, y, size.Width, height)
		y += height
	}
}

// MinSize asks for nothing: the window decides.
func (fittingRows) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
