package kit

import "fyne.io/fyne/v2"

// Border sets objects at the sides of a middle one without gaps; any may be
// nil. The toolkit's own leaves a seam of its padding between them.
func Border(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	l := border{top, bottom, left, right, middle}
	c := &fyne.Container{Layout: l}
	for _, o := range l {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// border holds top, bottom, left, right and middle.
type border [5]fyne.CanvasObject

// extent is the room that a side takes: none when absent or hidden.
func extent(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Layout gives top and bottom the whole width, left and right what is between.
func (b border) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom := extent(b[0]).Height, extent(b[1]).Height
	left, right := extent(b[2]).Width, extent(b[3]).Width
	between := size.Height - top - bottom
	areas := [5][4]float32{
		{0, 0, size.Width, top},
		{0, size.Height - bottom, size.Width, bottom},
		{0, top, left, between},
		{size.Width - right, top, right, between},
		{left, top, size.Width - left - right, between},
	}
	for i, o := range b {
		if o != nil {
			place(o, areas[i][0], areas[i][1], areas[i][2], areas[i][3])
		}
	}
}

// MinSize adds the sides to the middle.
func (b border) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := extent(b[0]), extent(b[1]), extent(b[2]), extent(b[3]), extent(b[4])
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+middle.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, middle.Height, right.Height),
	)
}
