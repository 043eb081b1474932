package reception

import (
	"strings"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// lastTickets is how many of today's tickets the list shows.
const lastTickets = 30

// ticketList is the list of today's last tickets, opened in place.
type ticketList struct {
	open   bool
	list   []desk.Issued
	cursor int
	reason string // why the ticket under the cursor is voided
	change *change
}

// change is a ticket that gets another service; the form waits meanwhile.
type change struct {
	ticket desk.Issued
	kept   purpose
}

func (t *ticketList) closed() bool { return !t.open }

func (t *ticketList) move(by int) { t.cursor = max(0, min(t.cursor+by, len(t.list)-1)) }

// current is the ticket under the cursor.
func (t *ticketList) current() (desk.Issued, bool) {
	if t.cursor >= len(t.list) {
		return desk.Issued{}, false
	}
	return t.list[t.cursor], true
}

// openTickets shows today's last tickets; again closes the list.
func (r *State) openTickets() {
	r.touched()
	if r.tickets.open {
		r.closeTickets()
		r.changed()
		return
	}
	r.leaveField(spotTickets)
	r.before = r.spot
	r.tickets = ticketList{open: true}
	r.spot = spotTickets
	r.loadTickets()
	r.changed()
}

func (r *State) loadTickets() {
	var list []desk.Issued
	var err error
	r.dispatch.Run(func() { list, err = r.desk.LastTickets(r.ctx, lastTickets) }, func() {
		if err != nil {
			r.fail(err)
			return
		}
		r.tickets.list = list
		r.tickets.move(0)
		r.changed()
	})
}

// closeTickets goes back to the form as it was.
func (r *State) closeTickets() {
	if c := r.tickets.change; c != nil {
		r.purpose = c.kept
	}
	r.tickets = ticketList{}
	r.spot = r.before
	if r.spot == spotTurnAway || r.spot == spotTickets {
		r.spot = spotSearch
	}
}

// showAgain puts the way of a ticket on the banner; a voided number is never
// shown large, for nobody would see that it is not valid.
func (r *State) showAgain() {
	ticket, ok := r.tickets.waiting()
	if !ok {
		r.Hint("reception.ticket_voided_already")
		return
	}
	r.closeTickets()
	r.done(lastAction{kind: actionShown, tickets: []desk.Issued{r.day.today.Foretell(ticket)}})
}

// beginChange searches another service for the ticket.
func (r *State) beginChange() {
	r.touched()
	ticket, ok := r.tickets.waiting()
	if !ok {
		r.Hint("reception.ticket_voided_already")
		return
	}
	r.tickets.change = &change{ticket: ticket, kept: r.purpose}
	r.purpose = purpose{selected: stage.Nothing}
	r.spot = spotSearch
	r.find()
	r.changed()
}

// waiting is the ticket under the cursor while it can still be mended.
func (t *ticketList) waiting() (desk.Issued, bool) {
	ticket, ok := t.current()
	return ticket, ok && (ticket.State == models.TicketWaiting || ticket.State == models.TicketPrinting)
}

func (r *State) changeService() {
	c := r.tickets.change
	w, ok := r.purpose.current()
	if !ok || w.Offer == nil {
		r.Hint("reception.choose_service")
		return
	}
	var receipt desk.Receipt
	r.mend(func() (err error) {
		receipt, err = r.desk.ChangeService(r.ctx, c.ticket.ID, w.Offer.Service.Code)
		return err
	}, func() lastAction {
		r.printOut(receipt.Tickets)
		return lastAction{kind: actionChanged, tickets: receipt.Tickets, replaced: c.ticket, warns: receipt.Warnings}
	})
}

// beginVoid asks for the reason in place.
func (r *State) beginVoid() {
	r.touched()
	if _, ok := r.tickets.waiting(); !ok {
		r.Hint("reception.ticket_voided_already")
		return
	}
	r.tickets.reason = ""
	r.spot = spotReason
	r.changed()
}

func (r *State) voidTicket() {
	ticket, ok := r.tickets.waiting()
	reason := strings.TrimSpace(r.tickets.reason)
	if !ok {
		return
	}
	if reason == "" {
		r.Hint("void.reason")
		return
	}
	r.mend(func() error { return r.desk.Void(r.ctx, ticket.ID, reason) },
		func() lastAction {
			return lastAction{kind: actionVoided, tickets: []desk.Issued{ticket}, small: true}
		})
}

// mend writes a correction; the form is as it was before.
func (r *State) mend(work func() error, action func() lastAction) {
	r.write(work, func() {
		r.closeTickets()
		r.done(action())
	})
}

// selectTicket lights a ticket by mouse.
func (r *State) selectTicket(i int) {
	r.touched()
	r.tickets.cursor = i
	r.spot = spotTickets
	r.changed()
}
