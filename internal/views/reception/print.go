package reception

import (
	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// printOut prints the numbers of the last action; one that did not come out is
// said with them.
func (r *State) printOut(tickets []desk.Issued) {
	if r.printsAlone() {
		r.Printing.Print(tickets, r.tellByHand)
	}
}

// printsAlone tells that each new number is printed without a key.
func (r *State) printsAlone() bool { return r.Printing != nil && r.Printing.Auto }

// tellByHand says what has to be written by hand; it may come while the next
// visitor is served.
func (r *State) tellByHand(says models.Phrase) {
	r.say = notice{says: says, warns: true}
	r.changed()
}

// reprint prints the number under the cursor of the list, else the last one.
// Only the first print of a number is no copy.
func (r *State) reprint() {
	ticket, ok := r.reprintable()
	if !ok {
		return
	}
	if r.Printing.First(ticket) {
		r.Printing.Print([]desk.Issued{ticket}, r.tellByHand)
		return
	}
	r.Printing.Reprint(ticket, func(says models.Phrase) {
		r.say = notice{says: says}
		r.changed()
	})
}

// tryReprint is the mouse's way to Ctrl+P.
func (r *State) tryReprint() {
	if why := r.whyNoReprint(); why != "" {
		r.Hint(why)
		return
	}
	r.reprint()
}

// reprintable is the number that Ctrl+P means now.
func (r *State) reprintable() (desk.Issued, bool) {
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
func (r *State) whyNoReprint() string {
	if r.Printing == nil {
		return "print.none"
	}
	if _, ok := r.reprintable(); !ok {
		return "print.nothing"
	}
	return ""
}
