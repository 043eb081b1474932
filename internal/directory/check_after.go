package directory

import "strings"

// maxCycleNames bounds how many services of a cycle are named.
const maxCycleNames = 8

// edge is one entry of a service's "after" list.
type edge struct {
	to string
	at *place
}

// cycles reports each "after" entry that closes a circle of services which
// wait for one another.
func (c *checker) cycles() {
	edges, order := c.afterEdges()
	w := cycleWalk{c: c, edges: edges, state: map[string]walkState{}}
	for _, code := range order {
		if w.state[code] == unseen {
			w.from(code)
		}
	}
}

// afterEdges collects the edges by service, and the services in the order of
// the file, so that the report is the same each time.
func (c *checker) afterEdges() (edges map[string][]edge, order []string) {
	edges = map[string][]edge{}
	agencies := (*place)(nil).at("agencies")
	for i, a := range c.d.Agencies {
		services := agencies.item(i).at("services")
		for j, s := range a.Services {
			if len(s.After) == 0 {
				continue
			}
			order = append(order, s.Code)
			after := services.item(j).at("after")
			for k, code := range s.After {
				edges[s.Code] = append(edges[s.Code], edge{code, after.item(k)})
			}
		}
	}
	return edges, order
}

type walkState int

const (
	unseen walkState = iota
	onPath
	done
)

// cycleWalk is a depth-first walk with a path of its own instead of calls: a
// hostile chain may be a million services long.
type cycleWalk struct {
	c     *checker
	edges map[string][]edge
	state map[string]walkState
	path  []string
	next  []int // which edge of each service on the path comes next
}

func (w *cycleWalk) from(code string) {
	w.enter(code)
	for len(w.path) > 0 {
		top := len(w.path) - 1
		edges := w.edges[w.path[top]]
		if w.next[top] == len(edges) {
			w.leave()
			continue
		}
		e := edges[w.next[top]]
		w.next[top]++
		switch w.state[e.to] {
		case unseen:
			w.enter(e.to)
		case onPath:
			w.c.wrong(e.at, "directory.cycle", w.circle(e.to))
		}
	}
}

func (w *cycleWalk) enter(code string) {
	w.state[code] = onPath
	w.path, w.next = append(w.path, code), append(w.next, 0)
}

func (w *cycleWalk) leave() {
	top := len(w.path) - 1
	w.state[w.path[top]] = done
	w.path, w.next = w.path[:top], w.next[:top]
}

// circle names the services from start round to start again.
func (w *cycleWalk) circle(start string) string {
	first := len(w.path) - 1
	for w.path[first] != start && len(w.path)-first <= maxCycleNames {
		first--
	}
	names := w.path[first:]
	if names[0] != start {
		return start + " → … → " + strings.Join(names, " → ") + " → " + start
	}
	return strings.Join(names, " → ") + " → " + start
}
