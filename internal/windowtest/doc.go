// Package windowtest drives the real program in a real window on a virtual
// display, by key events alone. It needs what scripts/install test installs.
package windowtest
