package estimate

import (
	"cmp"
	"slices"
)

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
