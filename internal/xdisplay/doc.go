// Package xdisplay runs the real program on a virtual X display with a window
// manager, presses keys and takes pictures: for the tour, the README's
// pictures and the window tests. The program itself never imports it.
package xdisplay
