package stage

import "frontdesk/internal/views/kit"

// LookOf reads "light", "dark" or "contrast"; anything else is as the desktop says.
func LookOf(appearance string) kit.Look {
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
	UsualWidth, UsualHeight           float32 = 1366, 768
	SmallestWidth, SmallestHeight     float32 = 1024, 700
	UsualTouchWidth, UsualTouchHeight float32 = 1280, 800
)
