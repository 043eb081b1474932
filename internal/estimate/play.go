package estimate

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// Size of a question: plays × tickets stays bounded, so that a queue of
// thousands costs no more than some milliseconds and some megabytes.
const (
	mostPlays  = 400
	leastPlays = 60
	mostCalls  = 60_000
)

// Estimate answers for every waiting ticket and for a visitor who comes now.
func (p *Past) Estimate(q Queue) Answer {
	waiting := waitingAt(q)
	g := p.newGame(q, waiting)
	plays := max(leastPlays, min(mostPlays, mostCalls/(len(waiting)+1)))
	g.calls = make([][]float64, len(waiting))
	for i := range g.calls {
		g.calls[i] = make([]float64, 0, plays)
	}
	g.comers = make([][]float64, p.services)
	for range plays {
		g.play()
	}
	return g.answer(waiting, plays)
}

// waitingAt are the waiting tickets in order of arrival.
func waitingAt(q Queue) []models.Passage {
	var list []models.Passage
	for _, passage := range q.Today.Passages {
		if passage.Waiting(q.Now) {
			list = append(list, passage)
		}
	}
	slices.SortStableFunc(list, func(x, y models.Passage) int {
		return cmp.Or(x.Arrived.Compare(y.Arrived), cmp.Compare(x.Ticket, y.Ticket))
	})
	return list
}

// game is the queue from now on, in minutes, played many times.
type game struct {
	*belief
	r        *rand.Rand
	spans    [][2]float64 // from now on
	counters []at
	most     int // priority tickets in a row
	run      int // of priority calls up to now
	queue    []job
	lineOf   []int   // by service: services with the same counters share a line
	lines    [][]int // by counter: the lines that it serves
	calls    [][]float64
	comers   [][]float64

	// of one play
	absent float64 // chance that a called visitor is not there
	// answering is how quick, as a share, the agency answers: of several
	// counters without anybody the first does, and that is what was seen.
	answering float64
	means     []float64
	free      []float64
	lined     [2][][]job // ordinary and priority, by line
	head      [2][]int
	coming    []job
}

// job is a ticket in a play; ticket is -1 for one that is yet to come.
type job struct {
	place    float64 // minutes of arrival, which decide the order
	service  int
	line     int
	ticket   int
	priority bool
	ready    float64 // comes, or comes back, at
	again    bool    // was called and not there
}

func (p *Past) newGame(q Queue, waiting []models.Passage) *game {
	g := &game{belief: p.believe(q.Today, q.Now), r: rand.New(rand.NewPCG(q.Seed, uint64(q.Now.Unix()/60))),
		counters: p.stand(q, waiting), most: max(1, q.MostPriority), run: priorityRun(q),
		means: make([]float64, p.services), free: make([]float64, len(p.counters))}
	for _, s := range q.Today.Spans {
		if opens, closes := minutesBetween(q.Now, s.Opens), minutesBetween(q.Now, s.Closes); closes > 0 {
			g.spans = append(g.spans, [2]float64{opens, closes})
		}
	}
	for i, w := range waiting {
		g.queue = append(g.queue, job{place: minutesBetween(q.Now, w.Arrived), service: p.index(w.Service), ticket: i, priority: w.Priority})
	}
	g.drawLines(waiting)
	return g
}

// priorityRun counts the priority tickets called last, in a row.
func priorityRun(q Queue) int {
	var called []models.Passage
	for _, p := range q.Today.Passages {
		if within(p.Called, q.Now) {
			called = append(called, p)
		}
	}
	slices.SortFunc(called, func(x, y models.Passage) int { return y.Called.Compare(x.Called) })
	return max(0, slices.IndexFunc(append(called, models.Passage{}), func(p models.Passage) bool { return !p.Priority }))
}

// drawLines puts services with the same counters into one line, so that a
// counter looks at few heads; tickets kept for one counter stand in its own.
func (g *game) drawLines(waiting []models.Passage) {
	var members [][]bool
	line := func(by []bool) int {
		i := slices.IndexFunc(members, func(m []bool) bool { return slices.Equal(m, by) })
		if i < 0 {
			i = len(members)
			members = append(members, by)
		}
		return i
	}
	g.lineOf = make([]int, len(g.means))
	for s := range g.means {
		by := make([]bool, len(g.counters))
		for c := range g.counters {
			by[c] = g.counters[c].serves[s]
		}
		g.lineOf[s] = line(by)
	}
	for i, j := range g.queue {
		g.queue[i].line = g.lineOf[j.service]
		if kept := g.past.counter(waiting[j.ticket].Reserved); kept >= 0 {
			by := make([]bool, len(g.counters))
			by[kept] = true
			g.queue[i].line = line(by)
		}
	}
	g.lines = make([][]int, len(g.counters))
	for line, m := range members {
		for c, serves := range m {
			if serves {
				g.lines[c] = append(g.lines[c], line)
			}
		}
	}
	for class := range g.lined {
		g.lined[class], g.head[class] = make([][]job, len(members)), make([]int, len(members))
	}
}

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

func (g *game) line(j job) {
	class, line := classOf(j.priority), j.line
	if j.again { // in front of all who came later, in the room that its own call left
		g.head[class][line]--
		g.lined[class][line][g.head[class][line]] = j
		return
	}
	g.lined[class][line] = append(g.lined[class][line], j)
}

func classOf(priority bool) int {
	if priority {
		return 1
	}
	return 0
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

func byReady(x, y job) int { return cmp.Compare(x.ready, y.ready) }

// drawComing draws the priority visitors who may still overtake.
func (g *game) drawComing() {
	g.coming = g.coming[:0]
	if len(g.spans) == 0 || len(g.queue) == 0 {
		return
	}
	closes := g.spans[len(g.spans)-1][1]
	for s, r := range g.priority {
		if r.arrivals == 0 {
			continue
		}
		perMinute := r.draw(g.r)
		for t := g.r.ExpFloat64() / perMinute; t < closes; t += g.r.ExpFloat64() / perMinute {
			g.coming = append(g.coming, job{place: t, service: s, line: g.lineOf[s], ticket: -1, priority: true, ready: t})
		}
	}
	slices.SortFunc(g.coming, byReady)
}

// draw is one possible rate: a gamma of the arrivals seen, by its normal
// approximation, and never nothing.
func (r rate) draw(rng *rand.Rand) float64 {
	return max(r.arrivals+rng.NormFloat64()*math.Sqrt(r.arrivals), 0.1) / r.minutes
}

// admit lets in who has come by t.
func (g *game) admit(t float64) {
	for len(g.coming) > 0 && g.coming[0].ready <= t {
		g.line(g.coming[0])
		g.coming = slices.Delete(g.coming, 0, 1)
	}
}

// next takes the ticket that a counter calls: the earliest, priority first,
// but never more than g.most in a row while ordinary ones wait.
func (g *game) next(c int, run *int) (job, bool) {
	var line [2]int
	for class := range line {
		line[class] = -1
		for _, l := range g.lines[c] {
			if g.head[class][l] < len(g.lined[class][l]) &&
				(line[class] < 0 || g.first(class, l).place < g.first(class, line[class]).place) {
				line[class] = l
			}
		}
	}
	class := 0
	if line[1] >= 0 && (line[0] < 0 || *run < g.most) {
		class = 1
	}
	if line[class] < 0 {
		return job{}, false
	}
	j := g.first(class, line[class])
	switch {
	case class == 0:
		*run = 0
	case line[0] < 0 || j.place > g.first(0, line[0]).place: // only who came later passes
		*run++
	}
	g.head[class][line[class]]++
	return j, true
}

func (g *game) first(class, line int) job { return g.lined[class][line][g.head[class][line]] }

func soonest(free []float64) int {
	best := -1
	for i, t := range free {
		if best < 0 || t < free[best] {
			best = i
		}
	}
	return best
}

// answer sums the plays up.
func (g *game) answer(waiting []models.Passage, plays int) Answer {
	answer := Answer{Tickets: make(map[string]Range, len(waiting)), Services: map[string]Range{}}
	for i, w := range waiting {
		answer.Tickets[w.Ticket] = rangeOf(g.calls[i], plays)
	}
	for code, s := range g.past.service {
		answer.Services[code] = rangeOf(g.comers[s], plays)
	}
	answer.Ahead, answer.Waiting = g.ahead(waiting)
	return answer
}

// rangeOf sums up the calls of one ticket; plays in which it was not called
// count as never.
func rangeOf(calls []float64, plays int) Range {
	slices.Sort(calls)
	called := len(calls)
	for called > 0 && math.IsInf(calls[called-1], 1) {
		called--
	}
	return Range{Low: quantile(calls[:called], plays, 0.1), Median: quantile(calls[:called], plays, 0.5),
		High: quantile(calls[:called], plays, 0.9), Missed: 1 - float64(called)/float64(plays)}
}

func quantile(calls []float64, plays int, q float64) time.Duration {
	i := int(q * float64(plays))
	if i >= len(calls) {
		return Never
	}
	return time.Duration(max(0, calls[i]) * float64(time.Minute))
}
