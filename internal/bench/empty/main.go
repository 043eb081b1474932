// Command empty is a Fyne window with nothing in it: what the toolkit itself
// costs, beside what the program costs.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	window := app.NewWithID("id.go.mpp.frontdesk.empty").NewWindow("empty")
	window.Resize(fyne.NewSize(1366, 768))
	window.ShowAndRun()
}
