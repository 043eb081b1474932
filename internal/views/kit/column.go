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

// Row sets objects side by side, gap units apart, each as wide as it needs and
// in the middle of the height.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Objects: objects, Layout: row{gap}}
}

type row struct{ gap float32 }

// Layout places the visible objects from the left.
func (l row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		place(o, x, (size.Height-own.Height)/2, own.Width, own.Height)
		x += own.Width + units(l.gap)
	}
}

// MinSize adds the objects up.
func (l row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, gap := fyne.Size{}, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		size = fyne.NewSize(size.Width+gap+own.Width, max(size.Height, own.Height))
		gap = units(l.gap)
	}
	return size
}
