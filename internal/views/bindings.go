package views

import (
	"slices"

	"frontdesk/internal/text"
)

// Bindings lists all keys of all screens.
func Bindings() []Binding {
	return slices.Concat(frameKeys(), wizardKeys(), lockKeys(), receptionKeys(), guideKeys(), queueKeys(), guestbookKeys(), todayKeys(), reportsKeys(), syncKeys(), settingsKeys(), surveyKeys(), surveyFrameKeys(), sheetsKeys(), editorKeys(), peopleKeys())
}

// KeyLines writes the table of keys for a help sheet or a manual; no screen
// gives the lines of all.
func KeyLines(speak *text.Speaker, screen string) []KeyLine {
	return keyLines(speak, Bindings(), screen)
}
