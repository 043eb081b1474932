package stage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"frontdesk/internal/views/kit"
)

// SetVisible shows or hides o, and does nothing where it is so already.
func SetVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// Set moves and resizes o.
func Set(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// Units turns a measure of the design into one at the present text size.
func Units(n float32) float32 { return n * theme.Size(kit.Unit) }

// LayAnew places what stands within o. Giving it a size that it has already
// would not: new objects would stay where nothing put them.
func LayAnew(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *kit.Panel:
		LayAnew(o.Content)
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, inner := range o.Objects {
			LayAnew(inner)
		}
	}
}

// Layers lays everything over one another. What holds the focus lies below
// the rest: on top it would take every tap.
type Layers struct{}

// Layout gives all the whole size.
func (Layers) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		Set(o, 0, 0, size.Width, size.Height)
	}
}

// MinSize leaves the size to the window.
func (Layers) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Units(600), Units(300)) }
