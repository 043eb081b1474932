// Package wizard is the window of the first run, which founds a desk page by page.
package wizard
