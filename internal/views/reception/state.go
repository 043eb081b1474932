package reception

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
)

// spot is where the next key goes.
type spot int

const (
	spotSearch  spot = iota // Keperluan: the search field
	spotPapers              // Berkas: the list of papers
	spotVisitor             // Pengunjung: "NIK, nomor HP, atau nama"
	spotPeople              // the choice of people with one phone
	spotName
	spotPhone
	spotGroups   // priority chips
	spotParty    // how many people
	spotPurpose  // a guest's purpose
	spotTurnAway // why a visitor goes home: one key 1–4
	spotTickets  // today's last tickets
	spotReason   // why a ticket is voided
)

// State is the state of F1, "Penerimaan": what was typed, found, chosen and done.
// It knows no widgets. Keys change it, and changed is called for a repaint.
type State struct {
	desk     stage.Desk
	dispatch stage.Dispatcher
	log      *slog.Logger
	changed  func()
	Stored   func()         // a record was written
	Printing *stage.Printer // nil: the desk has no printer
	ctx      context.Context

	day day

	spot    spot
	purpose purpose
	taken   []desk.Offer      // errands taken before the selected row
	dropped map[string]bool   // services of the selected chain that are not wanted
	order   []string          // service codes in the order on which the visitor insists; empty: as planned
	papers  map[string]papers // by service code
	cursor  int               // in the list of papers
	visitor visitor
	guest   bool      // no service: a guest, courier or companion
	before  spot      // where Esc leads from a question in place
	escaped bool      // the last key was Esc: a second one clears
	undid   time.Time // when Ctrl+Z last took typing back; zero after another key
	busy    bool      // a record is being written
	say     notice    // in place, until the next key

	last    lastAction
	tickets ticketList
}

// notice is a sentence for the receptionist: what to do next, or what failed.
type notice struct {
	says  models.Phrase
	warns bool // something is to be done by hand
	err   error
}

// NewState is an empty form.
func NewState(s stage.Stage) *State {
	r := &State{desk: s.Desk, dispatch: s.Dispatch, log: s.Log, changed: func() {}, Stored: func() {}, ctx: context.Background()}
	r.reset()
	return r
}

// reset empties the form; what was done last stays, and the list of numbers
// over it.
func (r *State) reset() {
	r.leaveSearch()
	r.purpose = purpose{selected: stage.Nothing}
	r.taken, r.order = nil, nil
	r.dropped = map[string]bool{}
	r.papers = map[string]papers{}
	r.cursor = 0
	r.visitor = newVisitor()
	r.guest = false
	r.before = spotSearch
	if r.tickets.closed() {
		r.spot = spotSearch
	}
	r.search("")
}

// waits tells that letters cannot go anywhere yet: the store is at work.
func (r *State) waits() bool { return r.busy || r.visitor.asking }

// empty tells that there is nothing in the form that could be lost.
func (r *State) empty() bool {
	return r.purpose.query == "" && len(r.taken) == 0 && !r.guest && r.visitor.empty() && r.tickets.closed()
}

// day is what the desk gave out today and what is asked for most.
type day struct {
	today      desk.Today
	favourites []desk.Offer
}

// readDay asks the store; it runs in the background.
func (r *State) readDay() (day, error) {
	at := r.desk.Now()
	today, err := r.desk.Today(r.ctx, at)
	if err != nil {
		return day{}, err
	}
	r.desk.Find("", 1, today, at) // makes the index of a new directory before the next key needs it
	favourites, err := r.desk.Favourites(r.ctx, favouriteRows, today, at)
	return day{today, favourites}, err
}

// load looks at the day anew.
func (r *State) load() {
	var read day
	var err error
	r.dispatch.Run(func() { read, err = r.readDay() }, func() {
		if err != nil {
			r.fail(err)
			return
		}
		r.day = read
		r.again()
	})
}

// again looks everything up anew: the day went on or a number was issued.
func (r *State) again() {
	r.find()
	for i, o := range r.taken {
		if fresh, ok := r.desk.Offer(o.Service.Code, r.day.today, r.desk.Now()); ok {
			r.taken[i] = fresh
		}
	}
	r.changed()
}

// fail shows an error in place; nothing typed is lost.
func (r *State) fail(err error) {
	r.log.Error("reception", "kind", string(models.KindOf(err)), "error", err.Error())
	r.say = notice{err: err}
	r.changed()
}

// Hint says what to do next.
func (r *State) Hint(key string, args ...any) {
	r.say = notice{says: models.Say(key, args...)}
	r.changed()
}

// touched is called for each key: what was said is read, and the ticket's
// banner makes room.
func (r *State) touched() {
	r.say = notice{}
	r.escaped = false
	r.undid = time.Time{}
	r.last.small = true
}

// focused is told that the person put the focus somewhere by mouse or Tab.
func (r *State) focused(at spot) {
	if r.spot == at {
		return
	}
	r.leaveField(at)
	r.spot = at
	r.changed()
}

// lit is the pane that takes the next key; a question in place leaves the
// light where it was.
func (r *State) lit() pane {
	if r.spot == spotTurnAway {
		return paneOf(r.before)
	}
	return paneOf(r.spot)
}

// pane is a part of the screen, lit when the next key goes there.
type pane int

const (
	panePurpose pane = iota
	panePapers
	paneVisitor
	paneTickets
)

// paneOf tells which pane a spot belongs to.
func paneOf(s spot) pane {
	switch s {
	case spotSearch, spotTurnAway:
		return panePurpose
	case spotPapers:
		return panePapers
	case spotTickets, spotReason:
		return paneTickets
	}
	return paneVisitor
}
