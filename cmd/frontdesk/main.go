// Command frontdesk is the reception desk of a public service mall.
package main

import "fyne.io/fyne/v2/app"

func main() { app.New().NewWindow("Frontdesk").ShowAndRun() }
