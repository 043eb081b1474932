package estimate

import (
	"math/rand/v2"
	"slices"

	"frontdesk/internal/models"
)

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
