package views

import "frontdesk/internal/views/stage"

// addPrinting lets the reception print, when the desk has a printer.
func (p *program) addPrinting(s stage.Stage) {
	if !s.Desk.Prints() {
		return
	}
	p.printing = stage.NewPrinter(s, p.options.AutoPrint)
	p.printing.Changed = func() { p.frame.refreshStatus() }
	p.reception.Printing = p.printing
}
