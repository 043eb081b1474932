package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// settleAfter is how long a ticket may stay in printing: longer than any
// printer is waited for, so that only a program that died leaves one there.
const settleAfter = 30 * time.Second

// Prints tells that this desk has a printer.
func (d *Desk) Prints() bool { return d.printer != nil }

// PrinterState asks the printer how it is; it may take a second.
func (d *Desk) PrinterState(ctx context.Context) models.PrinterState {
	if d.printer == nil {
		return models.PrinterNone
	}
	return d.printer.State(ctx)
}

// Print prints tickets that were issued with CheckIn.Print and lets them wait
// in the queue, printed or not: a number counts in handwriting too. unprinted
// is what to do when one did not come out; empty when all did.
func (d *Desk) Print(ctx context.Context, tickets []Issued) (unprinted models.Phrase, err error) {
	for _, t := range tickets {
		if err := d.printer.Print(ctx, d.slip(t)); err != nil {
			unprinted = models.SaysOf(err)
		}
		if err := d.printed(ctx, t.Ticket); err != nil {
			return unprinted, err
		}
	}
	return unprinted, nil
}

// Reprint prints the same number once more, marked as a copy. ticket is an id,
// or a number of today.
func (d *Desk) Reprint(ctx context.Context, ticket string) (Issued, error) {
	if err := d.may(models.ActionPrint); err != nil {
		return Issued{}, err
	}
	if d.printer == nil {
		return Issued{}, models.Refuse("print.none")
	}
	var found, before models.Ticket
	err := d.store.Write(ctx, func(tx models.Tx) error {
		var err error
		found, err = d.find(tx, Step{Ticket: ticket, At: d.clock.Now()})
		if err == nil && found.Held() {
			before, err = tx.Ticket(found.Follows)
		}
		return err
	})
	if err != nil {
		return Issued{}, err
	}
	if found.State == models.TicketVoided {
		return Issued{}, models.Refuse("print.voided", found.Number)
	}
	issued := d.describe(found)
	issued.Before = before.Number
	slip := d.slip(issued)
	slip.Copy = true
	return issued, d.printer.Print(ctx, slip)
}

// printed lets a ticket wait in the queue, from when it was issued. One that
// somebody voided meanwhile, or that another program settled, stays as it is.
func (d *Desk) printed(ctx context.Context, t models.Ticket) error {
	_, err := d.advance(ctx, Step{Ticket: t.ID, At: t.IssuedAt}, func(tx models.Tx, a action, t models.Ticket) (models.Ticket, error) {
		if t.State != models.TicketPrinting {
			return t, nil
		}
		return d.move(tx, a, models.EventPrinted, t, nil)
	})
	return err
}

// SettlePrints lets tickets wait in the queue that a program left in printing
// when it died.
func (d *Desk) SettlePrints(ctx context.Context) error {
	queue, err := d.Queue(ctx)
	if err != nil {
		return err
	}
	for _, t := range queue.Active {
		if t.State == models.TicketPrinting && d.clock.Now().Sub(t.StateSince()) > settleAfter {
			if err := d.printed(ctx, t.Ticket); err != nil {
				return err
			}
		}
	}
	return nil
}

// slip is what the paper tells of a ticket. Of a sensitive service it tells no
// more than the agency: its papers and its price would name it too.
func (d *Desk) slip(t Issued) models.Slip {
	slip := models.Slip{
		Mall: d.Catalogue().Directory.Mall.ShortName, Number: t.Number, At: t.IssuedAt.In(d.location()),
		Way: t.Way, Code: t.ID,
	}
	switch {
	case t.Before != "":
		slip.Wait = models.Say("wait.follows", t.Before)
	case t.Wait != nil:
		slip.Wait = t.Wait.SayAhead()
	}
	if t.Agency != nil {
		slip.Agency = t.Agency.ShortName
	}
	if t.Counter != nil {
		slip.Counter, slip.Floor = t.Counter.Number, t.Counter.Floor
	}
	if t.Service == nil || t.Service.Sensitive {
		return slip
	}
	slip.Service, slip.Missing = t.Service.Name, t.Missing
	if t.Service.Verified() {
		slip.Fee, slip.Duration = t.Service.Fee, t.Service.Duration
	}
	if t.Papers == models.PapersNotChecked {
		slip.Bring = t.Service.Requirements
	}
	if t.Papers != models.PapersComplete {
		slip.Before = d.slipStops(t.Service)
	}
	return slip
}

// slipStops are the services of this mall whose result is needed first.
func (d *Desk) slipStops(s *models.Service) []models.SlipStop {
	var stops []models.SlipStop
	for _, code := range s.After {
		before, agency := d.Catalogue().Service(code)
		if before == nil || before.Sensitive || len(before.Counters) == 0 {
			continue
		}
		counter, _ := d.Catalogue().Counter(before.Counters[0])
		if counter != nil {
			stops = append(stops, models.SlipStop{Agency: agency.ShortName, Counter: counter.Number, Floor: counter.Floor, Service: before.Name})
		}
	}
	return stops
}
