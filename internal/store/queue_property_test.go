package store_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// play holds a real desk on a real file beside the model.
type play struct {
	*bench
	*hall
	day    string
	counts map[string]int // of what was tried and done
}

const modelRun, modelNoShows = 2, 2 // the defaults of the settings

// TestTheLifeOfTicketsFollowsTheModel plays random key presses, with a clock
// that jumps both ways, on one real file, each play on a Monday of its own.
func TestTheLifeOfTicketsFollowsTheModel(t *testing.T) {
	plays := "30"
	if os.Getenv("FRONTDESK_TEST_FULL") != "" {
		plays = "400"
	}
	for name, value := range map[string]string{"rapid.steps": "60", "rapid.checks": plays} {
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	b := openDesk(t, 1)
	week, counts := 0, map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		b.now = monday.AddDate(0, 0, 7*week)
		b.storeNow = b.now
		week++
		p := &play{bench: b, hall: &hall{tickets: map[string]ghost{}}, day: b.BusinessDate(b.now), counts: counts}
		rt.Repeat(map[string]func(*rapid.T){
			"":         p.check,
			"check-in": p.checkIn, "check-in 2": p.checkIn,
			"next": p.next, "next 2": p.next, "call": p.call,
			"recall": p.one(models.TicketCalled, p.Recall, func(g *ghost) { g.calls++ }),
			"serve":  p.one(models.TicketCalled, p.Serve, func(g *ghost) { g.state = models.TicketServing }),
			"done":   p.one(models.TicketServing, p.Done, func(g *ghost) { g.state = models.TicketDone }),
			"no-show": p.one(models.TicketCalled, p.NoShow, func(g *ghost) {
				g.state = models.TicketNoShow
				g.shows++
			}),
			"return": p.comeBack, "park": p.park, "transfer": p.transfer, "void": p.voidOne, "undo": p.undoOne,
			"clock a little": func(rt *rapid.T) {
				b.now = b.now.Add(time.Duration(rapid.IntRange(-20, 20).Draw(rt, "seconds")) * time.Second)
			},
			"clock": func(rt *rapid.T) {
				b.now = b.now.Add(time.Duration(rapid.IntRange(-1200, 1800).Draw(rt, "seconds")) * time.Second)
			},
		})
	})
	t.Logf("%d plays: %v", week, counts)
}

func (p *play) note(what string, err error) {
	if err != nil {
		what += " refused"
	}
	p.counts[what]++
}

// agree compares what the desk said with what the model expects.
func (p *play) agree(rt *rapid.T, what string, err error, legal bool) bool {
	p.note(what, err)
	var e *models.Error
	if err != nil && (!errors.As(err, &e) || e.Kind != models.KindRefused) {
		rt.Fatalf("%s: %v", what, err)
	}
	if (err == nil) != legal {
		rt.Fatalf("%s: the model says legal=%v, the desk says %v", what, legal, err)
	}
	return legal
}

func (p *play) checkIn(rt *rapid.T) {
	some := rapid.SampledFrom([]string{"DUK-01", "DUK-02", "DUK-05", "DUK-11", "DUK-15", "SAM-01"})
	services := rapid.SliceOfNDistinct(some, 1, 3, rapid.ID[string]).Draw(rt, "services")
	in := desk.CheckIn{Errands: errands(services...), Force: "uji"}
	priority := rapid.IntRange(0, 9).Draw(rt, "priority") < 5
	if priority {
		in.Priorities = []models.Priority{models.PriorityElderly}
	}
	r, err := p.CheckIn(context.Background(), in)
	p.agree(rt, "check-in", err, true)
	for i, t := range r.Tickets {
		g := ghost{id: t.ID, number: t.Number, pool: models.Pool{Agency: t.Ticket.Agency, Service: t.Ticket.Service},
			state: models.TicketWaiting, issued: t.IssuedAt, priority: priority, event: t.LastEvent}
		if t.Held() { // as the plan says, which has tests of its own
			if i == 0 || t.Follows != r.Tickets[i-1].ID {
				rt.Fatalf("%s, number %d of its visit, waits for %s", t.Number, i+1, t.Follows)
			}
			g.state, g.follows, g.until = models.TicketParked, t.Follows, t.ParkedUntil
			p.counts["held"]++
		}
		p.tickets[t.ID] = g
	}
}

// pick takes a ticket, mostly one in a state in which the step is legal.
func (p *play) pick(rt *rapid.T, legal ...models.TicketState) (ghost, bool) {
	list := p.sorted()
	if rapid.IntRange(0, 3).Draw(rt, "legal") > 0 {
		list = slices.DeleteFunc(list, func(g ghost) bool { return !slices.Contains(legal, g.state) })
	}
	if len(list) == 0 {
		return ghost{}, false
	}
	return rapid.SampledFrom(list).Draw(rt, "ticket"), true
}

func (p *play) next(rt *rapid.T) {
	counter := rapid.SampledFrom(modelCounters).Draw(rt, "counter")
	var deeds []ghost
	current, busy := p.has(counter)
	if busy {
		if current.state == models.TicketCalled {
			current.shows++
			current.state = models.TicketNoShow
		} else {
			current.state = models.TicketDone
		}
		deeds = append(deeds, current)
	}
	line := p.line(counter, p.now, p.freed(p.tickets[current.id], current))
	got, err := p.Next(context.Background(), counter, time.Time{})
	if p.agree(rt, "next", err, len(line) > 0) {
		called := p.tickets[got.Ticket.ID]
		p.checkOrder(rt, line, called)
		p.called(called, counter, p.now)
		called.state, called.counter, called.until = models.TicketCalled, counter, time.Time{}
		called.calls++
		deeds = append(deeds, called)
		if got.Waited < 0 {
			rt.Fatalf("waited %v", got.Waited)
		}
	}
	if len(deeds) > 0 {
		p.do(p.now, deeds...)
	}
}

// checkOrder: the first who came, or the first of the priority visitors unless
// she would be one too many in a row past somebody who waits.
func (p *play) checkOrder(rt *rapid.T, line []ghost, called ghost) {
	if called.id == line[0].id {
		return
	}
	first := line[slices.IndexFunc(line, func(g ghost) bool { return g.priority || g.id == called.id })]
	if !called.priority || called.id != first.id {
		rt.Fatalf("%s was called out of turn", called.number)
	}
	for _, g := range line {
		if g.id == called.id {
			return
		}
		if n := p.row(g.id); n >= modelRun {
			rt.Fatalf("%s was passed by %d in a row and by %s", g.number, n, called.number)
		}
	}
}

func (p *play) call(rt *rapid.T) {
	g, ok := p.pick(rt, models.TicketWaiting, models.TicketParked)
	if !ok {
		return
	}
	counter := rapid.SampledFrom(modelCounters).Draw(rt, "counter")
	_, busy := p.has(counter)
	legal := !busy && slices.Contains(servedAt[g.pool], counter) &&
		(g.state == models.TicketWaiting || g.state == models.TicketParked)
	_, err := p.Call(context.Background(), desk.Step{Ticket: g.number, Counter: counter})
	if p.agree(rt, "call", err, legal) {
		p.called(g, counter, p.now)
		g.state, g.counter, g.until = models.TicketCalled, counter, time.Time{}
		g.calls++
		p.do(p.now, g)
	}
}

// one is a step that is legal in one state only.
func (p *play) one(from models.TicketState, act func(context.Context, desk.Step) (models.Ticket, error), change func(*ghost)) func(*rapid.T) {
	return func(rt *rapid.T) {
		g, ok := p.pick(rt, from)
		if !ok {
			return
		}
		stale := rapid.IntRange(0, 9).Draw(rt, "stale") == 0
		step := desk.Step{Ticket: g.id, Seen: g.event}
		if stale {
			step.Seen = "another event"
		}
		_, err := act(context.Background(), step)
		if p.agree(rt, string(from)+" step", err, g.state == from && !stale) {
			change(&g)
			p.do(p.now, g)
		}
	}
}

func (p *play) comeBack(rt *rapid.T) {
	g, ok := p.pick(rt, models.TicketNoShow, models.TicketParked)
	if !ok {
		return
	}
	_, err := p.Return(context.Background(), desk.Step{Ticket: g.id})
	legal := g.state == models.TicketNoShow && g.shows <= modelNoShows || g.state == models.TicketParked
	if p.agree(rt, "return", err, legal) {
		g.state, g.counter, g.until = models.TicketWaiting, "", time.Time{}
		p.do(p.now, g)
	}
}

func (p *play) park(rt *rapid.T) {
	g, ok := p.pick(rt, models.TicketWaiting, models.TicketCalled, models.TicketServing)
	if !ok {
		return
	}
	span := time.Duration(rapid.IntRange(1, 30).Draw(rt, "minutes")) * time.Minute
	_, err := p.Park(context.Background(), desk.Step{Ticket: g.id}, span)
	legal := slices.Contains([]models.TicketState{models.TicketWaiting, models.TicketCalled, models.TicketServing}, g.state)
	if p.agree(rt, "park", err, legal) {
		g.state, g.counter, g.until = models.TicketParked, "", p.now.Add(span)
		p.do(p.now, g)
	}
}

func (p *play) transfer(rt *rapid.T) {
	g, ok := p.pick(rt, models.TicketWaiting, models.TicketParked, models.TicketCalled, models.TicketServing)
	if !ok {
		return
	}
	to := rapid.SampledFrom([]desk.Target{{Service: "DUK-11"}, {Service: "SAM-01"}, {Agency: "SAM"}, {Agency: "DUK"},
		{Counter: "DUK-1"}, {Service: "DUK-02", Counter: "DUK-3"}, {Agency: "SAM", Counter: "SAM-2"}}).Draw(rt, "target")
	_, err := p.Transfer(context.Background(), desk.Step{Ticket: g.id}, to)
	pool := g.pool
	switch {
	case to.Service != "":
		pool = models.Pool{Agency: to.Service[:3], Service: to.Service}
	case to.Agency != "":
		pool = models.Pool{Agency: to.Agency}
	}
	legal := slices.Contains([]models.TicketState{models.TicketWaiting, models.TicketParked, models.TicketCalled, models.TicketServing}, g.state) &&
		(to.Counter == "" || slices.Contains(servedAt[pool], to.Counter)) &&
		!(g.state == models.TicketWaiting && pool == g.pool && to.Counter == g.counter)
	if p.agree(rt, "transfer", err, legal) {
		p.transferred(g.id)
		g.state, g.counter, g.until, g.pool = models.TicketWaiting, to.Counter, time.Time{}, pool
		p.do(p.now, g)
	}
}

func (p *play) voidOne(rt *rapid.T) {
	g, ok := p.pick(rt, models.TicketWaiting, models.TicketParked, models.TicketCalled, models.TicketNoShow)
	if !ok {
		return
	}
	_, err := p.VoidStep(context.Background(), desk.Step{Ticket: g.id, Reason: "uji"})
	legal := !slices.Contains([]models.TicketState{models.TicketServing, models.TicketDone, models.TicketVoided}, g.state)
	if p.agree(rt, "void", err, legal) {
		g.state, g.until = models.TicketVoided, time.Time{}
		p.do(p.now, g)
	}
}

func (p *play) undoOne(rt *rapid.T) {
	g, ok := p.pick(rt, models.TicketCalled, models.TicketServing, models.TicketDone, models.TicketNoShow, models.TicketParked, models.TicketVoided)
	if !ok {
		return
	}
	back, err := p.UndoStep(context.Background(), desk.Step{Ticket: g.id})
	if p.agree(rt, "undo", err, p.mayUndo(g, p.now)) {
		if len(back) != len(p.deeds[g.deed-1].before) {
			rt.Fatalf("%d tickets came back", len(back))
		}
		p.hall.undo(g, p.now)
	}
}

// errLooked ends a transaction that only read.
var errLooked = errors.New("looked")

// check compares every stored ticket and its events with the model.
func (p *play) check(rt *rapid.T) {
	err := p.store.Write(context.Background(), func(tx models.Tx) error {
		for id, g := range p.tickets {
			t, err := tx.Ticket(id)
			if err != nil {
				return err
			}
			events, err := tx.Events(id)
			if err != nil {
				return err
			}
			checkTicket(rt, g, t)
			checkEvents(rt, t, events)
			g.event = t.LastEvent
			p.tickets[id] = g
		}
		return errLooked
	})
	if !errors.Is(err, errLooked) {
		rt.Fatal(err)
	}
	for _, g := range p.tickets {
		if g.follows != "" && p.tickets[g.follows].over() {
			rt.Fatalf("%s waits for %s, which is over", g.number, p.tickets[g.follows].number)
		}
	}
	queue, err := p.Queue(context.Background())
	if err != nil {
		rt.Fatal(err)
	}
	p.checkQueue(rt, queue)
}

func checkTicket(rt *rapid.T, g ghost, t models.Ticket) {
	got := ghost{id: t.ID, number: t.Number, pool: models.Pool{Agency: t.Agency, Service: t.Service}, state: t.State, counter: t.AtCounter,
		until: t.ParkedUntil, follows: t.Follows, issued: t.IssuedAt, priority: t.Priority, calls: t.Calls, shows: t.NoShows}
	want := g
	want.deed, want.event = 0, ""
	if !got.issued.Equal(want.issued) || !got.until.Equal(want.until) {
		rt.Fatalf("%s: times %v %v, want %v %v", g.number, got.issued, got.until, want.issued, want.until)
	}
	got.issued, got.until, want.issued, want.until = time.Time{}, time.Time{}, time.Time{}, time.Time{}
	if got != want {
		rt.Fatalf("stored %+v\n model %+v", got, want)
	}
}

// checkEvents: time never goes back, each event leads from where the one
// before led, the last one is where the ticket stands, and no sum is negative.
func checkEvents(rt *rapid.T, t models.Ticket, events []models.TicketEvent) {
	last := events[len(events)-1]
	if last.ID != t.LastEvent || last.State != t.State {
		rt.Fatalf("%s is %s after %s, and its last event is %s %s", t.Number, t.State, t.LastEvent, last.ID, last.State)
	}
	for i, e := range events[1:] {
		if !e.At.After(events[i].At) {
			rt.Fatalf("%s: %s at %v after %v", t.Number, e.Kind, e.At, events[i].At)
		}
		if e.Before.State != events[i].State {
			rt.Fatalf("%s: %s from %s, but it was %s", t.Number, e.Kind, e.Before.State, events[i].State)
		}
	}
	s := models.SpentBy(events, last.At.Add(time.Minute))
	for _, span := range []time.Duration{s.Waiting, s.Walking, s.Serving, s.Parked, s.Absent} {
		if span < 0 {
			rt.Fatalf("%s: %+v", t.Number, s)
		}
	}
	whole := last.At.Add(time.Minute).Sub(events[0].At)
	if over := t.State == models.TicketDone || t.State == models.TicketVoided; !over && s.Waiting+s.Walking+s.Serving+s.Parked+s.Absent > whole {
		rt.Fatalf("%s: the sums %+v exceed its life of %v", t.Number, s, whole)
	}
}

// checkQueue: what the screens read is the model's queue, in its order.
func (p *play) checkQueue(rt *rapid.T, queue models.Queue) {
	if p.BusinessDate(p.now) != p.day {
		return
	}
	var active []string
	busy := map[string]string{}
	finished := 0
	for _, g := range p.sorted() {
		switch {
		case g.state == models.TicketDone:
			finished++
		case g.state != models.TicketVoided:
			active = append(active, g.number)
		}
	}
	var got []string
	for _, q := range queue.Active {
		got = append(got, q.Number)
		if q.State.AtCounter() {
			if other := busy[q.AtCounter]; other != "" {
				rt.Fatalf("%s and %s are both at %s", other, q.Number, q.AtCounter)
			}
			busy[q.AtCounter] = q.Number
		}
	}
	if !slices.Equal(got, active) || len(queue.Finished) != finished {
		rt.Fatalf("the queue shows %v and %d finished, want %v and %d", got, len(queue.Finished), active, finished)
	}
}
