// Package views is the window of the desk: what people there see and press. A
// screen is a room of its own: a state that knows no widgets and a view that
// paints it. Keys go into the state, the state asks for a repaint; store calls
// run in the background, everything else on the toolkit's own thread.
//
// Read stage for what every screen stands on, then program.go and frame.go for
// the window; NAME_frame.go puts the screen of that name into it, bindings.go
// lists the keys of all. reception is the screen that matters most.
package views
