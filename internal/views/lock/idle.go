package lock

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pointerWatch lies below everything in the window and is told of each move of
// the mouse and each finger: the toolkit asks all that lies under the pointer
// for its shape, and what lies above answers after it.
type pointerWatch struct {
	widget.BaseWidget

	moved func()
}

var _ desktop.Cursorable = (*pointerWatch)(nil)

func newPointerWatch(moved func()) *pointerWatch {
	w := &pointerWatch{moved: moved}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor notes that somebody is there and leaves the pointer as it is.
func (w *pointerWatch) Cursor() desktop.Cursor {
	w.moved()
	return desktop.DefaultCursor
}

// CreateRenderer draws nothing.
func (w *pointerWatch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// Watching is the content of the window with the watch for idle time under it.
func (l *Page) Watching(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newPointerWatch(l.Touch), content)
}
