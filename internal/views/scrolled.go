package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/views/kit"
)

// scrolled is content that is as high as its width makes it, behind a window
// of any height. What is too wide is cut and never widens the pane.
type scrolled struct {
	scroll  *container.Scroll
	content fyne.CanvasObject
	outer   *fyne.Container
	size    fyne.Size         // of the last layout
	seen    fyne.CanvasObject // to be kept in sight when the size changes
}

func newScrolled(content fyne.CanvasObject) *scrolled {
	inner := &fyne.Container{Layout: &pageLayout{}, Objects: []fyne.CanvasObject{content}}
	s := &scrolled{scroll: container.NewVScroll(inner), content: content}
	s.outer = container.New(s, s.scroll)
	return s
}

// Layout gives the content its width before the scroll asks for its height.
func (s *scrolled) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.scroll.Content.Resize(fyne.NewSize(size.Width, kit.HeightFor(s.content, size.Width)))
	s.scroll.Resize(size)
	s.scroll.Refresh()
	if size != s.size && s.seen != nil {
		s.reveal(s.seen)
	}
	s.size = size
}

// MinSize asks for nothing: the window decides.
func (s *scrolled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// changed lays out anew what the content has become.
func (s *scrolled) changed() {
	s.seen = nil
	s.Layout(nil, s.outer.Size())
	layAnew(s.content)
}

// reveal scrolls as little as needed to see the object within the content, and
// keeps it in sight: a pane that unfolds gets its size later.
func (s *scrolled) reveal(o fyne.CanvasObject) {
	s.seen = o
	top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
	offset := s.scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+s.scroll.Size().Height:
		offset.Y = bottom - s.scroll.Size().Height
	default:
		return
	}
	s.scroll.ScrollToOffset(offset)
}

// turn scrolls by a part of the height that is seen.
func (s *scrolled) turn(part float32) {
	lowest := max(0, s.scroll.Content.Size().Height-s.scroll.Size().Height)
	y := min(max(0, s.scroll.Offset.Y+part*s.scroll.Size().Height), lowest)
	s.scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// toTop shows the beginning.
func (s *scrolled) toTop() {
	if s.scroll.Offset.Y != 0 {
		s.scroll.ScrollToTop()
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
