package simulate

import (
	"context"
	"math"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// hall is the mall's counters, each serving one visitor after the other.
type hall struct {
	dice
	world    *world
	counters []*counter
	issued   map[string]int // numbers of the day, by agency code
}

// counter is one of them.
type counter struct {
	code   string
	agency *models.Agency
	mean   time.Duration // of a service
	free   time.Time     // ends what it does
	busy   bool
	came   bool // whom it called
	seen   int  // numbers of the agency when nobody was there to call
}

// Services take as long as lets a counter be busy for this share of its day,
// within bounds that a visitor would find usual.
const (
	workload     = 0.65
	shortService = 4 * time.Minute
	longService  = 25 * time.Minute
	workingDay   = 7 * time.Hour
)

func newHall(w *world, plan Plan) *hall {
	h := &hall{dice: newDice(plan.Seed, happenings+2), world: w}
	all := 0.0
	for _, weight := range w.popularity {
		all += weight
	}
	for i := range w.directory.Agencies {
		a := &w.directory.Agencies[i]
		if !a.Calls() {
			continue
		}
		visits := max(1, float64(plan.Visits)*w.popularity[i]/all)
		mean := time.Duration(workload * float64(len(a.Counters)) * float64(workingDay) / visits)
		for _, c := range a.Counters {
			h.counters = append(h.counters, &counter{code: c.Code, agency: a, mean: min(max(mean, shortService), longService)})
		}
	}
	return h
}

// open begins a day.
func (h *hall) open(day time.Time) {
	if h == nil {
		return
	}
	h.issued = map[string]int{}
	for _, c := range h.counters {
		c.free, c.busy, c.seen = day, false, 0
	}
}

// expect counts the numbers that a visitor got.
func (h *hall) expect(tickets []desk.Issued) {
	if h == nil {
		return
	}
	for _, t := range tickets {
		h.issued[t.Ticket.Agency]++
	}
}

// work lets the counters serve until an instant.
func (h *hall) work(ctx context.Context, until time.Time) error {
	if h == nil {
		return nil
	}
	for c := h.next(until); c != nil; c = h.next(until) {
		if err := h.call(ctx, c); err != nil {
			return err
		}
	}
	for _, c := range h.counters {
		if c.free.Before(until) {
			c.free = until // idle until somebody comes
		}
	}
	return nil
}

// next is the counter that is free first before an instant and has something
// to do.
func (h *hall) next(until time.Time) *counter {
	var first *counter
	for _, c := range h.counters {
		if (c.busy || c.seen < h.issued[c.agency.Code]) && c.free.Before(until) && (first == nil || c.free.Before(first.free)) {
			first = c
		}
	}
	return first
}

// call ends what a counter does and begins the next service, within the
// agency's hours.
func (h *hall) call(ctx context.Context, c *counter) error {
	open, later := h.serves(c)
	if !open && !c.busy {
		c.free = later
		return nil
	}
	h.world.now = c.free
	if !open {
		c.busy, c.free = false, later
		return h.end(ctx, c)
	}
	called, err := h.world.desk.Next(ctx, c.code, time.Time{})
	if refused(err) {
		c.busy, c.seen = false, h.issued[c.agency.Code]
		return nil
	}
	if err != nil {
		return err
	}
	return h.serve(ctx, c, called.Ticket)
}

// end ends what a counter does without calling anybody else.
func (h *hall) end(ctx context.Context, c *counter) error {
	end := h.world.desk.Done
	if !c.came {
		end = h.world.desk.NoShow
	}
	_, err := end(ctx, desk.Step{Counter: c.code})
	return err
}

// serve draws whether the visitor comes and how long she takes.
func (h *hall) serve(ctx context.Context, c *counter, t models.Ticket) error {
	c.busy, c.came = true, !h.chance(3)
	if !c.came {
		c.free = c.free.Add(2 * time.Minute)
		return nil // the next call ends it as a no-show
	}
	h.world.now = c.free.Add(h.span(15*time.Second, 50*time.Second))
	_, err := h.world.desk.Serve(ctx, desk.Step{Ticket: t.ID, Counter: c.code})
	const spread = 0.5 // of the logarithm of a service time
	took := time.Duration(float64(c.mean) * math.Exp(spread*h.NormFloat64()-spread*spread/2))
	c.free = h.world.now.Add(took).Truncate(time.Second)
	return err
}

// serves tells whether a counter serves when it is free, and else from when
// on; after closing that is the next day.
func (h *hall) serves(c *counter) (open bool, later time.Time) {
	local := c.free.In(h.world.directory.Mall.Location())
	for _, span := range desk.ServingSpans(h.world.directory, c.agency, local.Format(time.DateOnly)) {
		if c.free.Before(span.Opens) {
			return false, span.Opens
		}
		if c.free.Before(span.Closes) {
			return true, time.Time{}
		}
	}
	return false, time.Date(local.Year(), local.Month(), local.Day()+1, 0, 0, 0, 0, local.Location())
}
