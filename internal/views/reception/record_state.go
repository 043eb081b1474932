package reception

import (
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
)

// lastAction is what was done last, shown until the next one.
type lastAction struct {
	kind     actionKind
	visitID  string
	at       time.Time
	tickets  []desk.Issued
	replaced desk.Issued     // the ticket that a change of service voided
	service  *models.Service // asked about, or turned away from; may be nil
	why      models.TurnedAway
	warns    []desk.Warning
	small    bool // the banner has become the strip
}

type actionKind int

const (
	ActionNone actionKind = iota
	actionIssued
	actionNoNumber // a visit to a service that gives no numbers
	actionGuest
	actionQuestion
	actionPhoneQuestion
	actionTurnedAway
	actionUndone
	actionShown   // the way of an earlier ticket, shown again
	actionChanged // another service for an earlier ticket
	actionVoided
	ActionRestored // a void or a change of service was taken back
)

// undoable tells whether Ctrl+Z takes the action back.
func (a lastAction) undoable() bool {
	switch a.kind {
	case actionIssued, actionNoNumber, actionGuest, actionQuestion, actionPhoneQuestion, actionTurnedAway:
		return a.visitID != ""
	case actionVoided, actionChanged:
		return len(a.tickets) > 0
	}
	return false
}

// secondsLeft to take the action back; none when it cannot be.
func (a lastAction) secondsLeft(now time.Time) int {
	if !a.undoable() {
		return 0
	}
	left := a.at.Add(desk.UndoWindow).Sub(now)
	return max(0, int((left+time.Second-1)/time.Second))
}

// checkIn records the visitor; a second Enter meanwhile does nothing.
func (r *State) checkIn(who models.Identity) {
	now, not := finds.Issuable(r.wanted())
	switch {
	case r.busy:
		return
	case len(now) == 0 && len(not) > 0 && !r.guest:
		r.askWhy()
		return
	case len(now) == 0 && !r.guest:
		r.spot = spotSearch
		r.Hint("reception.choose_first")
		return
	}
	visit := desk.CheckIn{Errands: r.errands(now), Visitor: who, Priorities: r.visitor.groups,
		Party: r.visitor.partySize(), Guest: r.guest, Print: r.printsAlone(), First: r.order}
	if r.guest {
		visit.Errands = nil
	}
	var receipt desk.Receipt
	r.record(func() (err error) {
		receipt, err = r.desk.CheckIn(r.ctx, visit)
		return err
	}, func() lastAction {
		a := issuedAction(receipt, r.day.today, now, not)
		r.printOut(a.tickets)
		return a
	})
}

// issuedAction is a check-in that was stored: which numbers it gave, and what
// the visitor must hear with them.
func issuedAction(receipt desk.Receipt, today desk.Today, now, not []desk.Offer) lastAction {
	for i := range receipt.Tickets {
		receipt.Tickets[i] = today.Foretell(receipt.Tickets[i])
	}
	a := lastAction{kind: actionIssued, visitID: receipt.Visit.ID, tickets: receipt.Tickets, warns: receipt.Warnings}
	switch {
	case receipt.Visit.Kind == models.VisitGuest:
		a.kind = actionGuest
		return a
	case len(receipt.Tickets) == 0:
		a.kind, a.service = actionNoNumber, now[0].Service
	}
	for _, t := range receipt.Tickets {
		a.warns = append(a.warns, t.Warnings...)
	}
	if len(not) > 0 {
		a.warns = append(a.warns, desk.Warning{Field: "status", Says: models.Say("reception.left_out", serviceNames(not))})
	}
	return a
}

func serviceNames(offers []desk.Offer) []string {
	names := make([]string, len(offers))
	for i, o := range offers {
		names[i] = o.Service.Name
	}
	return names
}

// noIdentity issues without any identity; a guest's purpose is no identity.
func (r *State) noIdentity() {
	r.touched()
	r.checkIn(models.Identity{Purpose: r.visitor.purpose})
	r.changed()
}

// ask counts a mere question about the selected service.
func (r *State) ask(byPhone bool) {
	r.touched()
	service := r.about()
	kind := actionQuestion
	if byPhone {
		kind = actionPhoneQuestion
	}
	var visit models.Visit
	r.record(func() (err error) {
		visit, err = r.desk.Ask(r.ctx, codeOf(service), byPhone)
		return err
	}, func() lastAction { return lastAction{kind: kind, visitID: visit.ID, service: service} })
	r.changed()
}

// about is the service a question or a refusal is about; nil when none.
func (r *State) about() *models.Service {
	if list := r.chosen(); len(list) > 0 {
		return list[0].Service
	}
	if list := r.wanted(); len(list) > 0 {
		return list[0].Service
	}
	return nil
}

func codeOf(s *models.Service) string {
	if s == nil {
		return ""
	}
	return s.Code
}

// askWhy asks in place why the visitor goes home without a number.
func (r *State) askWhy() {
	r.before = r.spot
	r.spot = spotTurnAway
}

// beginTurnAway is the key for a visitor who goes home without a number.
func (r *State) beginTurnAway() {
	r.touched()
	if r.spot != spotTurnAway {
		r.askWhy()
	}
	r.changed()
}

// likelyReason is the one that Enter stands for.
func (r *State) likelyReason() models.TurnedAway {
	_, not := finds.Issuable(r.wanted())
	switch {
	case len(not) == 0:
		return models.TurnedAwayPapers
	case not[0].Service.ReferTo != nil:
		return models.TurnedAwayNotHere
	case not[0].Status.State == models.StateQuotaGone:
		return models.TurnedAwayQuota
	}
	return models.TurnedAwayClosed
}

// turnAwayFor records the reason of key n, from 1.
func (r *State) turnAwayFor(n int) {
	r.touched()
	r.turnAway(models.TurnedAwayReasons[n-1])
	r.changed()
}

func (r *State) turnAway(why models.TurnedAway) {
	service := r.about()
	var visit models.Visit
	r.record(func() (err error) {
		visit, err = r.desk.TurnAway(r.ctx, codeOf(service), why)
		return err
	}, func() lastAction {
		return lastAction{kind: actionTurnedAway, visitID: visit.ID, service: service, why: why}
	})
}

// record writes something new; then the form is empty for the next visitor.
func (r *State) record(work func() error, action func() lastAction) {
	r.write(work, func() {
		r.done(action())
		r.reset()
	})
}

// write works in the background and reads the day anew; a second key
// meanwhile does nothing. A fault or a refusal leaves everything as typed.
func (r *State) write(work func() error, done func()) {
	if r.busy {
		return
	}
	r.busy = true
	var read day
	var err, stale error
	r.dispatch.Run(func() {
		if err = work(); err == nil {
			read, stale = r.readDay()
		}
	}, func() {
		r.busy = false
		if err != nil {
			r.fail(err)
			return
		}
		if stale == nil {
			r.day = read
		}
		done()
		r.again()
		r.Stored()
	})
}

// done remembers what was done last.
func (r *State) done(a lastAction) {
	a.at = r.desk.Now()
	r.last = a
}

// canUndo tells that Ctrl+Z means the last action and not the text of a field.
func (r *State) canUndo() bool { return r.empty() && r.spot == spotSearch }

// whyNoUndo is the text key of why there is nothing to take back.
func (r *State) whyNoUndo() string {
	switch {
	case !r.last.undoable():
		return "reception.nothing_to_undo"
	case r.last.secondsLeft(r.desk.Now()) == 0:
		return "undo.too_late"
	}
	return ""
}

// undo takes the last action back.
func (r *State) undo() {
	if r.busy {
		return
	}
	r.touched()
	taken := r.last
	r.record(func() error { return r.takeBack(taken) }, taken.takenBack)
	r.changed()
}

// takeBack has the desk take an action back; it runs in the background.
func (r *State) takeBack(a lastAction) error {
	switch a.kind {
	case actionVoided:
		return r.desk.UndoVoid(r.ctx, a.tickets[0].ID)
	case actionChanged:
		return r.desk.UndoChange(r.ctx, a.replaced.ID, a.tickets[0].ID)
	}
	return r.desk.Undo(r.ctx, a.visitID)
}

// takenBack is what then was done last.
func (a lastAction) takenBack() lastAction {
	switch a.kind {
	case actionVoided:
		return lastAction{kind: ActionRestored, tickets: a.tickets, small: true}
	case actionChanged:
		return lastAction{kind: ActionRestored, tickets: []desk.Issued{a.replaced}, small: true}
	}
	return lastAction{kind: actionUndone, tickets: a.tickets, small: true}
}

// undoPause parts Ctrl+Z that corrects typing from Ctrl+Z that means the last
// action.
const undoPause = 1500 * time.Millisecond

// undidTyping is told that Ctrl+Z took typing back.
func (r *State) undidTyping() { r.undid = r.desk.Now() }

// undoByKey takes the last action back, but never at the end of a correction:
// who presses Ctrl+Z once too often, or holds it down, means the typing.
func (r *State) undoByKey() {
	now := r.desk.Now()
	if now.Sub(r.undid) < undoPause {
		r.undid = now
		r.Hint("reception.typing_undone")
		return
	}
	r.undo()
}

// tryUndo is the mouse's way to Ctrl+Z.
func (r *State) tryUndo() {
	if why := r.whyNoUndo(); why != "" {
		r.Hint(why)
		return
	}
	r.undo()
}
