package kit

import "fyne.io/fyne/v2"

// Columns sets objects side by side, gap units apart and equally wide, each as
// high as its width makes it.
func Columns(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Objects: objects, Layout: &columns{gap: gap}}
}

type columns struct {
	gap   float32
	width float32
}

// share is the width of one object.
func (l *columns) share(objects []fyne.CanvasObject, width float32) float32 {
	count := float32(max(1, len(objects)))
	return max(0, width-units(l.gap)*(count-1)) / count
}

// Layout places the objects from the left.
func (l *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	share := l.share(objects, size.Width)
	for i, o := range objects {
		place(o, float32(i)*(share+units(l.gap)), 0, share, HeightFor(o, share))
	}
}

// MinSize measures the objects at the width of the last layout.
func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width += o.MinSize().Width
	}
	return fyne.NewSize(width, l.heightFor(objects, max(l.width, width)))
}

func (l *columns) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, HeightFor(o, l.share(objects, width)))
	}
	return height
}
