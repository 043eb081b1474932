package views

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

// printing is what this window knows of the printer.
type printing struct {
	desk     Printing
	dispatch dispatcher
	log      *slog.Logger
	changed  func()

	auto   bool // each new number is printed without a key
	state  models.PrinterState
	asking bool
	given  map[string]bool // ids of the tickets that this window gave to the printer
	byHand []string        // numbers that did not come out, until one did
}

func newPrinting(s stage, auto bool) *printing {
	return &printing{desk: s.desk, dispatch: s.dispatch, log: s.log, auto: auto,
		state: models.PrinterReady, given: map[string]bool{}}
}

// start asks the printer now and then; it ends with the window.
func (p *printing) start() {
	p.look()
	p.dispatch.every(printerEvery, p.look)
}

// look asks the printer, and lets tickets into the queue that a program left
// in printing.
func (p *printing) look() {
	if p.asking {
		return
	}
	p.asking = true
	var state models.PrinterState
	var err error
	p.dispatch.run(func() {
		state = p.desk.PrinterState(context.Background())
		err = p.desk.SettlePrints(context.Background())
	}, func() {
		p.asking = false
		p.fault(err)
		p.become(state)
	})
}

func (p *printing) become(state models.PrinterState) {
	if state != p.state {
		p.state = state
		p.changed()
	}
}

func (p *printing) fault(err error) {
	if err != nil {
		p.log.Error("printing", "error", err.Error())
	}
}

// first tells that a number was never printed: only where nothing is printed
// without a key.
func (p *printing) first(t desk.Issued) bool { return !p.auto && !p.given[t.ID] }

// print puts tickets on paper, one after the other; told hears what to do when
// one did not come out. The next visitor is served meanwhile.
func (p *printing) print(tickets []desk.Issued, told func(models.Phrase)) {
	if len(tickets) == 0 {
		return
	}
	for _, t := range tickets {
		p.given[t.ID] = true
	}
	var byHand []string
	var why models.Phrase
	var err error
	p.dispatch.run(func() {
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
			p.look()
		}
	})
}

// note keeps the numbers that somebody has to write by hand.
func (p *printing) note(byHand []string) {
	if len(byHand) == 0 {
		p.byHand = nil
	}
	p.byHand = append(p.byHand, byHand...)
	p.changed()
}

// reprint prints a number once more; told hears how it went.
func (p *printing) reprint(ticket desk.Issued, told func(models.Phrase)) {
	var err error
	p.dispatch.run(func() { _, err = p.desk.Reprint(context.Background(), ticket.ID) }, func() {
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
