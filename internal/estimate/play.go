package estimate

import (
	"math"
	"slices"
)

// never is a minute that does not come.
var never = math.Inf(1)

// play lets the queue go on once.
func (g *game) play() {
	g.begin()
	run := g.run
	comer := make([]float64, len(g.means))
	for s := range comer {
		comer[s] = never
	}
	for {
		c := soonest(g.free)
		if c < 0 || math.IsInf(g.free[c], 1) {
			break
		}
		t := g.free[c]
		g.admit(t)
		j, ok := g.next(c, &run)
		if !ok {
			g.free[c] = never
			for s, serves := range g.counters[c].serves {
				if serves {
					comer[s] = min(comer[s], t)
				}
			}
			continue
		}
		if j.ticket >= 0 && !j.again {
			g.calls[j.ticket] = append(g.calls[j.ticket], t)
		}
		g.free[c] = g.open(t+g.occupation(j, t)+g.pauses.table.draw(g.r), t)
	}
	for s, t := range comer {
		g.comers[s] = append(g.comers[s], t)
	}
}

// begin draws what is not known and puts everybody in place.
func (g *game) begin() {
	g.draw(g.r, g.means)
	g.absent, g.answering = g.noShow.draw(g.r), g.r.Float64()
	for class := range g.lined {
		for line := range g.lined[class] {
			g.lined[class][line], g.head[class][line] = g.lined[class][line][:0], 0
		}
	}
	for _, j := range g.queue {
		g.line(j)
	}
	for c := range g.counters {
		g.free[c] = g.firstFree(&g.counters[c])
	}
	if !slices.ContainsFunc(g.free, func(t float64) bool { return t < never }) {
		g.somebody()
	}
	g.drawComing()
}

// firstFree draws when a counter calls for the first time from now on.
func (g *game) firstFree(c *at) float64 {
	switch {
	case c.service >= 0:
		mean := g.means[c.service]
		left := mean*g.shapes[c.service].beyond(g.r, c.elapsed/mean) - c.elapsed
		return g.open(left+g.pauses.table.draw(g.r), 0)
	case len(g.spans) == 0:
		return never
	case c.worked && c.idle:
		return g.open(g.answers.table.beyondAt(g.answering, c.silent)-c.silent, 0)
	case c.worked:
		return g.open(g.pauses.table.beyond(g.r, c.silent)-c.silent, 0)
	}
	here := c.staffed
	if here > 0 && here < 1 { // silence makes an empty counter likelier
		still := g.starts.table.longer(c.silent)
		here = here * still / (here*still + 1 - here)
	}
	if g.r.Float64() >= here {
		return never
	}
	return g.start(max(0, c.back, g.spans[0][0]), c.silent)
}

// patience is how many minutes of silence an agency that is open by its hours
// is believed to be there all the same.
const patience = 30

// somebody staffs one counter of an open agency at which a play drew nobody.
func (g *game) somebody() {
	for _, i := range g.r.Perm(len(g.counters)) {
		if c := &g.counters[i]; len(g.spans) > 0 && c.staffed > 0 && c.silent < patience {
			g.free[i] = g.start(max(0, c.back, g.spans[0][0]), c.silent)
			return
		}
	}
}

// start is the first call after an opening, given a silence so far.
func (g *game) start(opens, silent float64) float64 {
	return g.open(opens+g.starts.table.beyond(g.r, silent)-silent, opens)
}

// open moves an instant out of breaks; from is when the counter began what
// led to it. After closing there is none.
func (g *game) open(t, from float64) float64 {
	for i, s := range g.spans {
		if t < s[1] {
			if t >= s[0] && (i == 0 || from >= s[0]) {
				return t
			}
			return g.afterOpening(max(t, s[0]), s)
		}
	}
	return never
}

// afterOpening is the first call of a counter that comes back from a break.
func (g *game) afterOpening(t float64, s [2]float64) float64 {
	t = max(t, s[0]+g.starts.table.draw(g.r))
	if t >= s[1] {
		return never
	}
	return t
}

// occupation draws how long a ticket called at t keeps the counter; who is
// not there may come back to the same place.
func (g *game) occupation(j job, t float64) float64 {
	if j.again || g.r.Float64() >= g.absent {
		return g.means[j.service] * g.shapes[j.service].draw(g.r)
	}
	took := g.noShows.table.draw(g.r)
	if g.r.Float64() < g.past.returned.mean() {
		j.ready, j.again = t+took+g.past.returns.table.draw(g.r), true
		i, _ := slices.BinarySearchFunc(g.coming, j, byReady)
		g.coming = slices.Insert(g.coming, i, j)
	}
	return took
}

func soonest(free []float64) int {
	best := -1
	for i, t := range free {
		if best < 0 || t < free[best] {
			best = i
		}
	}
	return best
}
