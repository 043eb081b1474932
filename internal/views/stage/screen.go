package stage

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// Screen is one entry of the rail. It keeps its state for itself; its widgets
// are built when it is first shown, and again when it is shown after the
// language changed, so that nothing typed is lost. Whatever else is asked of it
// may come before.
type Screen interface {
	Build(speak *text.Speaker) fyne.CanvasObject
	Drop()   // forgets its widgets; the state stays
	Arrive() // it came to the window: put the focus, load what changed
	Minute() // the clock moved on
}

// Stage is what the frame lends to a screen.
type Stage struct {
	Desk     Desk
	Dispatch Dispatcher
	Log      *slog.Logger
	Press    func(kit.KeyPress) bool // offers a key to the table of keys
	Focus    func(fyne.Focusable)    // puts the focus, once the screen is shown
	Focused  func() fyne.Focusable   // what has the focus; nil when nothing has
	Touch    bool                    // a tablet: fingers, no keys
}
