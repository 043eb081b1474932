// Package views is what people at the desk see and press. Each screen is a
// state that knows no widgets and a view that paints it: keys go into the
// state, the state asks for a repaint. Store calls run in the background by
// dispatch.go; everything else happens on the toolkit's own thread.
//
// Read program.go and frame.go for the window, keys.go for the table of all
// keys, then reception_state.go, reception_flow.go and record_state.go for F1
// and reception_screen.go for its picture.
package views
