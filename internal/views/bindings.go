package views

import (
	"slices"

	"frontdesk/internal/text"
	"frontdesk/internal/views/editor"
	"frontdesk/internal/views/guestbook"
	"frontdesk/internal/views/guide"
	"frontdesk/internal/views/lock"
	"frontdesk/internal/views/people"
	"frontdesk/internal/views/queue"
	"frontdesk/internal/views/reception"
	"frontdesk/internal/views/reports"
	"frontdesk/internal/views/settings"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/survey"
	"frontdesk/internal/views/syncpage"
	"frontdesk/internal/views/today"
	"frontdesk/internal/views/wizard"
)

// Bindings lists all keys of all screens.
func Bindings() []stage.Binding {
	return slices.Concat(frameKeys(), wizard.Keys(), lock.Keys(), reception.Keys(), guide.Keys(), queue.Keys(), guestbook.Keys(), today.Keys(), reports.Keys(), syncpage.Keys(), settings.Keys(), survey.Keys(), surveyFrameKeys(), survey.SheetsKeys(), editor.Keys(), people.Keys())
}

// KeyLines writes the table of keys for a help sheet or a manual; no screen
// gives the lines of all.
func KeyLines(speak *text.Speaker, screen string) []stage.KeyLine {
	return stage.KeyLines(speak, Bindings(), screen)
}
