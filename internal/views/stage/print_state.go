package stage

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Printing puts numbers on paper.
type Printing interface {
	Prints() bool
	PrinterState(ctx context.Context) models.PrinterState
	Print(ctx context.Context, tickets []desk.Issued) (unprinted models.Phrase, err error)
	Reprint(ctx context.Context, ticket string) (desk.Issued, error)
	SettlePrints(ctx context.Context) error
}

// printerEvery is how often the printer is asked how it is.
const printerEvery = 30 * time.Second

// Printer is what this window knows of the printer.
type Printer struct {
	desk     Printing
	dispatch Dispatcher
	log      *slog.Logger
	Changed  func()

	Auto   bool // each new number is printed without a key
	state  models.PrinterState
	asking bool
	given  map[string]bool // ids of the tickets that this window gave to the printer
	byHand []string        // numbers that did not come out, until one did
}

// NewPrinter is a printer that nothing is known of yet; auto prints each new number.
func NewPrinter(s Stage, auto bool) *Printer {
	return &Printer{desk: s.Desk, dispatch: s.Dispatch, log: s.Log, Auto: auto,
		state: models.PrinterReady, given: map[string]bool{}}
}

// Start asks the printer now and then; it ends with the window.
func (p *Printer) Start() {
	p.Look()
	p.dispatch.Every(printerEvery, p.Look)
}

// Look asks the printer, and lets tickets into the queue that a program left
// in printing.
func (p *Printer) Look() {
	if p.asking {
		return
	}
	p.asking = true
	var state models.PrinterState
	var err error
	p.dispatch.Run(func() {
		state = p.desk.PrinterState(context.Background())
		err = p.desk.SettlePrints(context.Background())
	}, func() {
		p.asking = false
		p.fault(err)
		p.become(state)
	})
}

func (p *Printer) become(state models.PrinterState) {
	if state != p.state {
		p.state = state
		p.Changed()
	}
}

func (p *Printer) fault(err error) {
	if err != nil {
		p.log.Error("printing", "error", err.Error())
	}
}

// First tells that a number was never printed: only where nothing is printed
// without a key.
func (p *Printer) First(t desk.Issued) bool { return !p.Auto && !p.given[t.ID] }

// Print puts tickets on paper, one after the other; told hears what to do when
// one did not come out. The next visitor is served meanwhile.
func (p *Printer) Print(tickets []desk.Issued, told func(models.Phrase)) {
	if len(tickets) == 0 {
		return
	}
	for _, t := range tickets {
		p.given[t.ID] = true
	}
	var byHand []string
	var why models.Phrase
	var err error
	p.dispatch.Run(func() {
		for _, t := range tickets {
			unprinted, fault := p.desk.Print(context.Background(), []desk.Issued{t})
			if err = errors.Join(err, fault); !unprinted.Empty() {
				byHand, why = append(byHand, t.Number), unprinted
			}
		}
	}, func() {
		p.fault(err)
		p.note(byHand)
		if len(byHand) > 0 {
			told(models.Say("print.of_numbers", strings.Join(byHand, ", "), why))
			p.Look()
		}
	})
}

// note keeps the numbers that somebody has to write by hand.
func (p *Printer) note(byHand []string) {
	if len(byHand) == 0 {
		p.byHand = nil
	}
	p.byHand = append(p.byHand, byHand...)
	p.Changed()
}

// Reprint prints a number once more; told hears how it went.
func (p *Printer) Reprint(ticket desk.Issued, told func(models.Phrase)) {
	var err error
	p.dispatch.Run(func() { _, err = p.desk.Reprint(context.Background(), ticket.ID) }, func() {
		says := models.SaysOf(err)
		switch {
		case err == nil:
			says = models.Say("print.copy", ticket.Number)
		case says.Empty():
			says = models.Say("error.unknown")
		}
		p.fault(err)
		told(says)
	})
}
