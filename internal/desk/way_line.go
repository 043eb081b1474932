package desk

import (
	"container/heap"
	"slices"

	"frontdesk/internal/models"
)

const (
	turnCost  = 3.0 // metres that a visitor walks further to save a turn
	endCost   = 4.5 // metres to come to a place face first
	closeCost = 2.0 // times as long where a place or wall is nearer than wayReach
)

// line finds the polyline from start to just before target; nil when there is
// no way between the places.
func (p wayPlan) line(start wayStart, target models.Place) []models.Point {
	goal, away, ok := p.front(target, start.at)
	if !ok {
		return nil
	}
	from, ok := p.nearestFree(start.at)
	if !ok {
		return nil
	}
	g := p.grid(from, goal)
	// Searched from the goal, so that the last leg can be made to face it.
	return corners(g.search(g.node(goal), g.node(from), away))
}

// nearestFree is the spot itself or, when a place covers it, the nearest free
// point of the grid.
func (p wayPlan) nearestFree(at models.Point) (models.Point, bool) {
	if p.free(at) {
		return at, true
	}
	var best models.Point
	found := false
	for _, y := range gridAxis(p.floor.Depth, p.cell) {
		for _, x := range gridAxis(p.floor.Width, p.cell) {
			spot := models.Point{X: x, Y: y}
			if (!found || distance(spot, at) < distance(best, at)) && p.free(spot) {
				best, found = spot, true
			}
		}
	}
	return best, found
}

// wayGrid holds the points that a line may use. Beside the regular ones there
// is a row and a column through each end, so that both ends are exact.
type wayGrid struct {
	xs, ys []float64
	cost   []float64 // per point: 0 blocked, else how many times its length a step costs
}

func (p wayPlan) grid(ends ...models.Point) *wayGrid {
	var xs, ys []float64
	for _, end := range ends {
		xs, ys = append(xs, end.X), append(ys, end.Y)
	}
	g := &wayGrid{xs: gridAxis(p.floor.Width, p.cell, xs...), ys: gridAxis(p.floor.Depth, p.cell, ys...)}
	g.cost = make([]float64, len(g.xs)*len(g.ys))
	for i := range g.cost {
		switch at := g.point(i); {
		case !p.free(at):
		case !p.clearOf(at, wayReach-0.01):
			g.cost[i] = closeCost
		default:
			g.cost[i] = 1
		}
	}
	return g
}

// gridAxis gives sorted grid lines at every cell and at the extra values.
func gridAxis(length, cell float64, extra ...float64) []float64 {
	lines := slices.Clone(extra)
	for i := 1; float64(i)*cell < length; i++ {
		lines = append(lines, float64(i)*cell)
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func (g *wayGrid) point(node int) models.Point {
	return models.Point{X: g.xs[node%len(g.xs)], Y: g.ys[node/len(g.xs)]}
}

func (g *wayGrid) node(p models.Point) int {
	return slices.Index(g.ys, p.Y)*len(g.xs) + slices.Index(g.xs, p.X)
}

// neighbour is the next point in a direction; false at the edge or when it is
// blocked.
func (g *wayGrid) neighbour(node int, h heading) (int, bool) {
	x, y := node%len(g.xs)+int(h.x), node/len(g.xs)+int(h.y)
	if x < 0 || y < 0 || x >= len(g.xs) || y >= len(g.ys) {
		return 0, false
	}
	next := y*len(g.xs) + x
	return next, g.cost[next] > 0
}

// search finds the cheapest path between two points, where turns cost too, and
// returns it from "to" back to "from". first is the direction in which the
// path should leave "from".
func (g *wayGrid) search(from, to int, first heading) []models.Point {
	s := newWaySearch(g)
	for i, h := range headings {
		extra := endCost
		if h == first {
			extra = 0
		}
		s.reach(wayState(from*len(headings)+i), -1, extra)
	}
	for s.queue.Len() > 0 {
		visit := heap.Pop(&s.queue).(wayVisit)
		if visit.cost > s.best[visit.state] {
			continue
		}
		if visit.state.node() == to {
			return s.path(visit.state)
		}
		s.spread(visit)
	}
	return nil
}

// corners drops the points between which a path goes straight on.
func corners(path []models.Point) []models.Point {
	var kept []models.Point
	for i, p := range path {
		if i > 0 && i < len(path)-1 {
			a, b := path[i-1], path[i+1]
			if (a.X == p.X && p.X == b.X) || (a.Y == p.Y && p.Y == b.Y) {
				continue
			}
		}
		kept = append(kept, p)
	}
	return kept
}
