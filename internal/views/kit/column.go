package kit

import "fyne.io/fyne/v2"

// Column stacks objects, gap units apart, each as high as the column's width
// makes it. It is a container that asks wrapping texts for their height first,
// which the toolkit's own boxes do a frame too late.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Objects: objects}
	c.Layout = &column{gap: gap}
	return c
}

type column struct {
	gap   float32
	width float32
}

// Layout places the visible objects from the top.
func (l *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := HeightFor(o, size.Width)
		place(o, 0, y, size.Width, height)
		y += height + units(l.gap)
	}
}

// MinSize measures the objects at the width of the last layout.
func (l *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, l.heightFor(objects, max(l.width, width)))
}

func (l *column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height, gap := float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height += gap + HeightFor(o, width)
		gap = units(l.gap)
	}
	return height
}
