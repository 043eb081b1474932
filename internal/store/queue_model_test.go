package store_test

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// servedAt is which of the sample's counters serve the services of this test;
// a service that was not said is served by all counters of its agency.
var servedAt = map[models.Pool][]string{
	{Agency: "DUK", Service: "DUK-01"}: {"DUK-3"},
	{Agency: "DUK", Service: "DUK-02"}: {"DUK-1", "DUK-3"},
	{Agency: "DUK", Service: "DUK-05"}: {"DUK-1"},
	{Agency: "DUK", Service: "DUK-11"}: {"DUK-2"},
	{Agency: "DUK", Service: "DUK-15"}: {"DUK-1", "DUK-2"},
	{Agency: "DUK"}:                    {"DUK-1", "DUK-2", "DUK-3"},
	{Agency: "SAM", Service: "SAM-01"}: {"SAM-1"},
	{Agency: "SAM"}:                    {"SAM-1", "SAM-2"},
}

var modelCounters = []string{"DUK-1", "DUK-2", "DUK-3", "SAM-1", "SAM-2"}

// ghost is a ticket in the model.
type ghost struct {
	id, number   string
	pool         models.Pool
	state        models.TicketState
	counter      string
	until        time.Time // parked
	follows      string    // held until this one is over
	issued       time.Time
	priority     bool
	calls, shows int    // shows counts no-shows
	deed         int    // of the last thing done to it; 0: only issued
	event        string // last event, as the desk told it
}

// deed is one key press in the model, with the tickets as they were before.
type deed struct {
	at     time.Time
	before map[string]ghost
	undo   bool
}

// call is a call in the model: whom it passed, and whose row it ended.
type call struct {
	deed        int
	passed, end map[string]bool
}

// hall is the model: a queue as the issue describes it, without a database.
type hall struct {
	tickets map[string]ghost
	deeds   []deed
	calls   []call // without those taken back
}

func (h *hall) sorted() []ghost {
	return slices.SortedFunc(maps.Values(h.tickets), func(a, b ghost) int {
		return cmp.Or(a.issued.Compare(b.issued), cmp.Compare(a.id, b.id))
	})
}

// line is who stands for a counter, with tickets that the same key press
// lets go on.
func (h *hall) line(counter string, now time.Time, freed []ghost) []ghost {
	var line []ghost
	for _, g := range h.sorted() {
		if i := slices.IndexFunc(freed, func(f ghost) bool { return f.id == g.id }); i >= 0 {
			g = freed[i]
		}
		if g.stands(counter, now) {
			line = append(line, g)
		}
	}
	return line
}

// has is the ticket at a counter.
func (h *hall) has(counter string) (ghost, bool) {
	for _, g := range h.tickets {
		if g.counter == counter && (g.state == models.TicketCalled || g.state == models.TicketServing) {
			return g, true
		}
	}
	return ghost{}, false
}

// stands tells that a counter may call a ticket in its turn.
func (g ghost) stands(counter string, now time.Time) bool {
	switch g.state {
	case models.TicketWaiting:
		if g.counter != "" {
			return g.counter == counter
		}
	case models.TicketParked:
		if now.Before(g.until) {
			return false
		}
	default:
		return false
	}
	return slices.Contains(servedAt[g.pool], counter)
}

// do changes tickets by one key press, and those that were held by them.
func (h *hall) do(at time.Time, after ...ghost) {
	before := map[string]ghost{}
	h.deeds = append(h.deeds, deed{at: at, before: before})
	for i := 0; i < len(after); i++ {
		g := after[i]
		was := h.tickets[g.id]
		if g.state != models.TicketParked {
			g.follows = ""
		}
		before[g.id] = was
		g.deed = len(h.deeds)
		h.tickets[g.id] = g
		for _, f := range h.freed(was, g) {
			if !slices.ContainsFunc(after, func(o ghost) bool { return o.id == f.id }) { // else called at once
				after = append(after, f)
			}
		}
	}
}

// over tells that a ticket ended or was given up.
func (g ghost) over() bool {
	return g.state == models.TicketDone || g.state == models.TicketVoided || g.state == models.TicketNoShow && g.shows > modelNoShows
}

// freed are the held tickets that go on once a ticket is over; those of one
// that was itself held go on waiting for the one before it.
func (h *hall) freed(was, now ghost) []ghost {
	if was.over() || !now.over() {
		return nil
	}
	var list []ghost
	for _, g := range h.sorted() {
		if g.follows != now.id || g.state != models.TicketParked {
			continue
		}
		if g.follows = was.follows; was.follows == "" || was.state != models.TicketParked {
			g.state, g.follows, g.until, g.counter = models.TicketWaiting, "", time.Time{}, ""
		}
		list = append(list, g)
	}
	return list
}

// called notes whom the call of the coming deed passes, and whose row it ends.
// An ordinary call, her own too, ends the row also of one who is away just
// then: those who were called past her were not called in a row.
func (h *hall) called(x ghost, counter string, now time.Time) {
	c := call{deed: len(h.deeds) + 1, passed: map[string]bool{}, end: map[string]bool{}}
	for id, v := range h.tickets {
		if v.priority {
			continue
		}
		c.end[id] = !x.priority && slices.Contains(servedAt[v.pool], counter)
		c.passed[id] = x.priority && v.stands(counter, now) && !x.issued.Before(v.issued)
	}
	h.calls = append(h.calls, c)
}

// transferred begins a new wait: its row starts anew.
func (h *hall) transferred(id string) {
	h.calls = append(h.calls, call{deed: len(h.deeds) + 1, end: map[string]bool{id: true}})
}

// row is how many priority visitors in a row were called past an ordinary one.
func (h *hall) row(id string) int {
	n := 0
	for _, c := range slices.Backward(h.calls) {
		if c.end[id] {
			break
		}
		if c.passed[id] {
			n++
		}
	}
	return n
}

// mayUndo tells whether the last key press on a ticket can be taken back.
func (h *hall) mayUndo(g ghost, now time.Time) bool {
	if g.deed == 0 {
		return false
	}
	last := h.deeds[g.deed-1]
	if last.undo || now.Sub(last.at) > desk.UndoWindow {
		return false
	}
	for id, was := range last.before {
		if h.tickets[id].deed != g.deed {
			return false
		}
		other, busy := h.has(was.counter)
		_, inDeed := last.before[other.id]
		if (was.state == models.TicketCalled || was.state == models.TicketServing) && busy && !inDeed {
			return false
		}
	}
	return true
}

func (h *hall) undo(g ghost, now time.Time) {
	last := h.deeds[g.deed-1]
	h.calls = slices.DeleteFunc(h.calls, func(c call) bool { return c.deed == g.deed })
	h.deeds = append(h.deeds, deed{at: now, undo: true})
	for id, was := range last.before {
		was.deed = len(h.deeds)
		h.tickets[id] = was
	}
	for id := range last.before {
		if g := h.tickets[id]; g.follows != "" && h.tickets[g.follows].over() { // it ended meanwhile
			g.state, g.follows, g.until, g.counter = models.TicketWaiting, "", time.Time{}, ""
			h.tickets[id] = g
		}
	}
}
