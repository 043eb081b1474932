package views

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// screen is one entry of the rail. It keeps its state for itself; its widgets
// are built when it is first shown, and again when it is shown after the
// language changed, so that nothing typed is lost. Whatever else is asked of it
// may come before.
type screen interface {
	build(speak *text.Speaker) fyne.CanvasObject
	drop()   // forgets its widgets; the state stays
	arrive() // it came to the window: put the focus, load what changed
	minute() // the clock moved on
}

// stage is what the frame lends to a screen.
type stage struct {
	desk     Desk
	dispatch dispatcher
	log      *slog.Logger
	press    func(kit.KeyPress) bool // offers a key to the table of keys
	focus    func(fyne.Focusable)    // puts the focus, once the screen is shown
	focused  func() fyne.Focusable   // what has the focus; nil when nothing has
	touch    bool                    // a tablet: fingers, no keys
}
