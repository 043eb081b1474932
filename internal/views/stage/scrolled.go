package stage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/views/kit"
)

// Scrolled is content that is as high as its width makes it, behind a window
// of any height. What is too wide is cut and never widens the pane.
type Scrolled struct {
	Scroll  *container.Scroll
	content fyne.CanvasObject
	Outer   *fyne.Container
	size    fyne.Size         // of the last layout
	seen    fyne.CanvasObject // to be kept in sight when the size changes
}

// NewScrolled makes content scroll.
func NewScrolled(content fyne.CanvasObject) *Scrolled {
	inner := &fyne.Container{Layout: &pageLayout{}, Objects: []fyne.CanvasObject{content}}
	s := &Scrolled{Scroll: container.NewVScroll(inner), content: content}
	s.Outer = container.New(s, s.Scroll)
	return s
}

// Layout gives the content its width before the scroll asks for its height.
func (s *Scrolled) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.Scroll.Content.Resize(fyne.NewSize(size.Width, kit.HeightFor(s.content, size.Width)))
	s.Scroll.Resize(size)
	s.Scroll.Refresh()
	if size != s.size && s.seen != nil {
		s.Reveal(s.seen)
	}
	s.size = size
}

// MinSize asks for nothing: the window decides.
func (s *Scrolled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// Changed lays out anew what the content has become.
func (s *Scrolled) Changed() {
	s.seen = nil
	s.Layout(nil, s.Outer.Size())
	LayAnew(s.content)
}

// Reveal scrolls as little as needed to see the object within the content, and
// keeps it in sight: a pane that unfolds gets its size later.
func (s *Scrolled) Reveal(o fyne.CanvasObject) {
	s.seen = o
	top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
	offset := s.Scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+s.Scroll.Size().Height:
		offset.Y = bottom - s.Scroll.Size().Height
	default:
		return
	}
	s.Scroll.ScrollToOffset(offset)
}

// Turn scrolls by a part of the height that is seen.
func (s *Scrolled) Turn(part float32) {
	lowest := max(0, s.Scroll.Content.Size().Height-s.Scroll.Size().Height)
	y := min(max(0, s.Scroll.Offset.Y+part*s.Scroll.Size().Height), lowest)
	s.Scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// ToTop shows the beginning.
func (s *Scrolled) ToTop() {
	if s.Scroll.Offset.Y != 0 {
		s.Scroll.ScrollToTop()
	}
}

// pageLayout gives its one object the width it has and the height it wants.
type pageLayout struct{ width float32 }

// Layout fills the page.
func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objects[0].Resize(size)
}

// MinSize asks for the height at the present width, and for no width.
func (l *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, kit.HeightFor(objects[0], l.width))
}
