package views

import "frontdesk/internal/views/kit"

func lookOf(appearance string) kit.Look {
	switch appearance {
	case "light":
		return kit.LookLight
	case "dark":
		return kit.LookDark
	case "contrast":
		return kit.LookContrast
	}
	return kit.LookSystem
}

// Sizes of the window in units, before the text size.
const (
	usualWidth, usualHeight           float32 = 1366, 768
	smallestWidth, smallestHeight     float32 = 1024, 700
	usualTouchWidth, usualTouchHeight float32 = 1280, 800
)
