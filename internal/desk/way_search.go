package desk

import (
	"container/heap"
	"math"

	"frontdesk/internal/models"
)

// wayState is a grid point together with the direction of walking there.
type wayState int

func (s wayState) node() int        { return int(s) / len(headings) }
func (s wayState) heading() heading { return headings[int(s)%len(headings)] }

// wayVisit is a state waiting to be looked at, with the cost to reach it.
type wayVisit struct {
	state wayState
	cost  float64
}

// wayQueue gives the cheapest visit first, of equal ones the lower state, so
// that the same plan always gives the same line.
type wayQueue []wayVisit

func (q wayQueue) Len() int      { return len(q) }
func (q wayQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q wayQueue) Less(i, j int) bool {
	return q[i].cost < q[j].cost || q[i].cost == q[j].cost && q[i].state < q[j].state
}
func (q *wayQueue) Push(v any) { *q = append(*q, v.(wayVisit)) }
func (q *wayQueue) Pop() any {
	last := len(*q) - 1
	v := (*q)[last]
	*q = (*q)[:last]
	return v
}

// waySearch is one run of Dijkstra's algorithm over states.
type waySearch struct {
	grid  *wayGrid
	queue wayQueue
	best  []float64
	came  []wayState // the state before; -1 at the beginning
}

func newWaySearch(g *wayGrid) *waySearch {
	states := len(g.cost) * len(headings)
	s := &waySearch{grid: g, best: make([]float64, states), came: make([]wayState, states)}
	for i := range s.best {
		s.best[i] = math.Inf(1)
	}
	return s
}

// reach notes a way to a state if it is the cheapest so far.
func (s *waySearch) reach(state, came wayState, cost float64) {
	if cost >= s.best[state] {
		return
	}
	s.best[state], s.came[state] = cost, came
	heap.Push(&s.queue, wayVisit{state, cost})
}

// spread goes one step on in the direction of walking, or turns on the spot.
func (s *waySearch) spread(v wayVisit) {
	node, now := v.state.node(), v.state.heading()
	for i, h := range headings {
		switch h {
		case now.back():
		case now:
			if next, free := s.grid.neighbour(node, h); free {
				step := distance(s.grid.point(node), s.grid.point(next))
				s.reach(wayState(next*len(headings)+i), v.state, v.cost+step*s.grid.cost[next])
			}
		default:
			s.reach(wayState(node*len(headings)+i), v.state, v.cost+turnCost)
		}
	}
}

// path walks back from a state to the beginning, one point for each grid point.
func (s *waySearch) path(state wayState) []models.Point {
	var points []models.Point
	for ; state >= 0; state = s.came[state] {
		p := s.grid.point(state.node())
		if len(points) == 0 || points[len(points)-1] != p {
			points = append(points, p)
		}
	}
	return points
}
