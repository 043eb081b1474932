package reception

import (
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/stage"
)

// enter does the next thing: take the row, go to the next field, issue.
func (r *State) enter() {
	if r.justDone() {
		return
	}
	r.touched()
	if r.visitor.asking {
		r.visitor.enters = true
		return
	}
	switch r.spot {
	case spotSearch:
		r.take()
	case spotPapers:
		r.toVisitor()
	case spotVisitor:
		r.settle()
	case spotPeople:
		r.choosePerson()
	case spotPurpose:
		r.spot = spotName
	case spotName:
		if r.visitor.takeNIK() {
			r.spot = spotVisitor
			r.settle()
			return
		}
		r.spot = spotPhone
	case spotPhone, spotGroups, spotParty:
		r.finish()
	case spotTurnAway:
		r.turnAway(r.likelyReason())
	case spotTickets:
		r.showAgain()
	case spotReason:
		r.voidTicket()
	}
	r.changed()
}

// enterTwice is how long after an action a second Enter means the first one.
const enterTwice = time.Second

// justDone tells that the form is empty since a moment ago: an Enter more than
// needed neither complains nor takes the number out of sight.
func (r *State) justDone() bool {
	return r.last.kind != ActionNone && r.canUndo() && r.purpose.selected == stage.Nothing && r.desk.Now().Sub(r.last.at) < enterTwice
}

// take takes the selected row and goes on to the visitor.
func (r *State) take() {
	if r.tickets.change != nil {
		r.changeService()
		return
	}
	w, ok := r.purpose.current()
	switch {
	case ok && w.Place != nil:
		r.ask(false)
	case len(r.wanted()) == 0:
		r.Hint("reception.choose_first")
	case r.nowhere():
		r.askWhy()
	default:
		r.toVisitor()
	}
}

// nowhere tells that none of the wanted services can be recorded now.
func (r *State) nowhere() bool {
	now, not := finds.Issuable(r.wanted())
	return len(now) == 0 && len(not) > 0
}

// takeRow takes row n of the list, from 1.
func (r *State) takeRow(n int) {
	r.touched()
	if n > len(r.purpose.rows) {
		return
	}
	r.purpose.selected = n - 1
	r.dropped = map[string]bool{}
	r.spot = spotSearch
	r.take()
	r.changed()
}

// more takes the row and stays for another errand of the same visitor.
func (r *State) more() {
	r.touched()
	now, not := finds.Issuable(r.wanted())
	switch {
	case len(not) > 0:
		r.askWhy()
	case len(now) == 0 || len(r.chosen()) == 0:
		r.Hint("reception.choose_first")
	default:
		r.taken = now
		r.purpose.selected = stage.Nothing
		r.spot = spotSearch
		r.search("")
	}
	r.changed()
}

// toVisitor goes to the first field, or to the last when the visitor is known.
func (r *State) toVisitor() {
	r.spot = spotVisitor
	switch {
	case r.guest && r.visitor.purpose == "":
		r.spot = spotPurpose
	case r.visitor.known.nik != "" && r.visitor.known.nik == r.visitor.typed, r.visitor.name != "":
		r.spot = spotPhone
	}
}

// finish records the visitor with what was told.
func (r *State) finish() { r.checkIn(r.visitor.identity()) }

// back steps back one stage; a second Esc at once clears the form.
func (r *State) back() {
	twice := r.escaped
	r.touched()
	switch {
	case r.spot == spotReason:
		r.spot = spotTickets
	case r.tickets.open:
		r.closeTickets()
	case r.spot == spotTurnAway:
		r.spot = r.before
	case twice:
		r.reset()
	default:
		r.stepBack()
		r.escaped = true
	}
	r.changed()
}

func (r *State) stepBack() {
	switch r.spot {
	case spotPeople:
		r.visitor.people = nil
		r.toName()
	case spotPurpose:
		r.guest = false
		r.spot = spotSearch
	case spotVisitor, spotName, spotPhone, spotGroups, spotParty:
		r.stepBackFromVisitor()
	case spotPapers:
		r.spot = spotSearch
	case spotSearch:
		r.clearSearch()
	}
}

func (r *State) stepBackFromVisitor() {
	r.leaveField(spotPapers)
	switch {
	case r.guest:
		r.spot = spotPurpose
	case len(r.items()) > 0:
		r.spot = spotPapers
	default:
		r.spot = spotSearch
	}
}

// clearSearch empties the search, and the whole form when it is empty already.
func (r *State) clearSearch() {
	if r.purpose.query == "" && r.purpose.selected == stage.Nothing {
		r.reset()
		return
	}
	r.purpose.selected = stage.Nothing
	r.search("")
}

// typed is told what stands in the search field now.
func (r *State) typed(query string) {
	if query == r.purpose.query {
		return
	}
	r.touched()
	r.search(query)
	r.changed()
}

// up and down walk the list that has the focus.
func (r *State) up()   { r.walk(-1) }
func (r *State) down() { r.walk(1) }

func (r *State) walk(by int) {
	r.touched()
	switch r.spot {
	case spotSearch:
		r.purpose.move(by)
		r.dropped = map[string]bool{}
		r.cursor = 0
	case spotPapers:
		r.moveCursor(by)
	case spotPeople:
		r.visitor.person = max(0, min(r.visitor.person+by, len(r.visitor.people))) // the last is somebody else
	case spotGroups:
		r.moveGroup(by)
	case spotTickets:
		r.tickets.move(by)
	}
	r.changed()
}

func (r *State) moveGroup(by int) {
	r.visitor.group = max(0, min(r.visitor.group+by, len(models.Priorities)-1))
}

// space ticks what is under the cursor.
func (r *State) space() {
	r.touched()
	switch r.spot {
	case spotPapers:
		r.tick()
	case spotGroups:
		r.visitor.toggle(models.Priorities[r.visitor.group])
	}
	r.changed()
}

// inForm tells that keys mean the form, and no list or question over it.
func (r *State) inForm() bool { return r.tickets.closed() && r.spot != spotTurnAway }

// remove takes away what is under the cursor: a service off the visit, or a
// ticket out of the queue.
func (r *State) remove() {
	if r.spot == spotTickets {
		r.beginVoid()
		return
	}
	r.touched()
	r.drop()
	r.changed()
}

// beginGuest starts the record of a guest, courier or companion.
func (r *State) beginGuest() {
	r.touched()
	r.guest = true
	r.spot = spotPurpose
	r.changed()
}
