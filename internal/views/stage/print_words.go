package stage

import (
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// PrinterBar says in the status bar how the printer does, and which numbers
// have to be written by hand.
func PrinterBar(speak *text.Speaker, p *Printer) kit.Status {
	status := kit.Status{Shape: kit.ShapeDisc, Colour: kit.ColorOpen, Word: speak.T("printer.ready")}
	switch p.state {
	case models.PrinterPaperLow:
		status = kit.Status{Shape: kit.ShapeTriangle, Colour: kit.ColorWarn, Word: speak.T("printer.paper_low")}
	case models.PrinterPaperOut:
		status = kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: speak.T("printer.paper_out")}
	case models.PrinterOffline:
		status = kit.Status{Shape: kit.ShapeBarred, Colour: kit.ColorStop, Word: speak.T("printer.offline")}
	}
	if len(p.byHand) > 0 {
		status.Detail = speak.T("printer.by_hand", strings.Join(lastOf(p.byHand, 3), ", "))
	}
	return status
}
