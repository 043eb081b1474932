package views

// addPrinting lets the reception print, when the desk has a printer.
func (p *program) addPrinting(s stage) {
	if !s.desk.Prints() {
		return
	}
	p.printing = newPrinting(s, p.options.AutoPrint)
	p.printing.changed = func() { p.frame.refreshStatus() }
	p.reception.printing = p.printing
}
