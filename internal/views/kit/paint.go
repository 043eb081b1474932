package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// units turns a measure of the design into one at the present text size.
func units(n float32) float32 { return n * theme.Size(Unit) }

// highContrast tells whether the present theme is the high-contrast one.
func highContrast() bool {
	t, ok := theme.Current().(interface{ HighContrast() bool })
	return ok && t.HighContrast()
}

// parts is what the kit's widgets know of themselves: each holds its own
// drawing objects, measures and places them, and paints them from the theme.
type parts interface {
	fyne.Widget
	paint()
	measure() fyne.Size
	arrange(size fyne.Size)
}

// renderer lets a widget of the kit render itself.
type renderer struct {
	widget  parts
	objects []fyne.CanvasObject
}

func newRenderer(w parts, objects ...fyne.CanvasObject) fyne.WidgetRenderer {
	for i, o := range objects {
		if w, ok := o.(*word); ok {
			objects[i] = w.Text // the painter knows the toolkit's texts only
		}
	}
	w.paint()
	return &renderer{widget: w, objects: objects}
}

// replace gives a widget other parts; before it is first drawn there is nothing
// to replace.
func (r *renderer) replace(objects []fyne.CanvasObject) {
	if r != nil {
		r.objects = objects
	}
}

// Layout places the widget's parts.
func (r *renderer) Layout(size fyne.Size) { r.widget.arrange(size) }

// MinSize measures the widget.
func (r *renderer) MinSize() fyne.Size { return r.widget.measure() }

// Objects lists the parts from back to front.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh paints the parts anew and places them, for words may have grown.
func (r *renderer) Refresh() {
	r.widget.paint()
	r.widget.arrange(r.widget.Size())
	canvas.Refresh(r.widget)
}

// Destroy has nothing to free.
func (r *renderer) Destroy() {}

// flowing objects are as high as their width makes them.
type flowing interface {
	HeightFor(width float32) float32
}

// flowingLayout is the same for the layout of a container.
type flowingLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor tells how high o wants to be at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(flowing); ok {
		return f.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if inner, ok := c.Layout.(flowingLayout); ok {
			return inner.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// place moves and resizes o.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// show shows or hides o without repainting what is already so.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// fill paints a rectangle; an empty stroke name leaves it without outline.
func fill(r *canvas.Rectangle, ground, stroke fyne.ThemeColorName, width, corner float32) {
	r.FillColor = named(ground)
	r.StrokeColor = named(stroke)
	r.StrokeWidth = width
	r.CornerRadius = corner
	if stroke == "" {
		r.StrokeWidth = 0
	}
}

// named looks a colour up; no name is no colour.
func named(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return theme.Color(name)
}
