package kit

import "fyne.io/fyne/v2"

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
