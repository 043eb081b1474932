package views

import (
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// printOut prints the numbers of the last action; one that did not come out is
// said with them.
func (r *reception) printOut(tickets []desk.Issued) {
	if r.printsAlone() {
		r.printing.print(tickets, r.tellByHand)
	}
}

// printsAlone tells that each new number is printed without a key.
func (r *reception) printsAlone() bool { return r.printing != nil && r.printing.auto }

// tellByHand says what has to be written by hand; it may come while the next
// visitor is served.
func (r *reception) tellByHand(says models.Phrase) {
	r.say = notice{says: says, warns: true}
	r.changed()
}

// reprint prints the number under the cursor of the list, else the last one.
// Only the first print of a number is no copy.
func (r *reception) reprint() {
	ticket, ok := r.reprintable()
	if !ok {
		return
	}
	if r.printing.first(ticket) {
		r.printing.print([]desk.Issued{ticket}, r.tellByHand)
		return
	}
	r.printing.reprint(ticket, func(says models.Phrase) {
		r.say = notice{says: says}
		r.changed()
	})
}

// tryReprint is the mouse's way to Ctrl+P.
func (r *reception) tryReprint() {
	if why := r.whyNoReprint(); why != "" {
		r.hint(why)
		return
	}
	r.reprint()
}

// reprintable is the number that Ctrl+P means now.
func (r *reception) reprintable() (desk.Issued, bool) {
	if r.tickets.open {
		ticket, ok := r.tickets.current()
		return ticket, ok && ticket.State != models.TicketVoided
	}
	if len(r.last.tickets) == 0 || r.last.kind == actionUndone || r.last.kind == actionVoided {
		return desk.Issued{}, false
	}
	return r.last.tickets[len(r.last.tickets)-1], true
}

// whyNoReprint is the text key of why there is nothing to print again.
func (r *reception) whyNoReprint() string {
	if r.printing == nil {
		return "print.none"
	}
	if _, ok := r.reprintable(); !ok {
		return "print.nothing"
	}
	return ""
}
