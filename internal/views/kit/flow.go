package kit

import "fyne.io/fyne/v2"

// Flow sets objects side by side and goes on in a further line where room is
// short, as priority chips and place buttons do.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Objects: objects, Layout: &flowLayout{gap: gap}}
}

type flowLayout struct {
	gap   float32
	width float32
}

// Layout places the visible objects line by line.
func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y float32, own fyne.Size) {
		place(o, x, y, own.Width, own.Height)
	})
}

// MinSize measures the lines at the width of the last layout.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, l.heightFor(objects, max(l.width, width)))
}

func (l *flowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}

// walk gives each visible object its place and returns the height of all.
func (l *flowLayout) walk(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y float32, own fyne.Size)) float32 {
	gap := units(l.gap)
	x, y, height := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		own := o.MinSize()
		if x > 0 && x+own.Width > width {
			x, y, height = 0, y+height+gap, 0
		}
		put(o, x, y, own)
		x += own.Width + gap
		height = max(height, own.Height)
	}
	return y + height
}
