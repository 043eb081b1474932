package views

import "time"

// queue is the dispatcher of tests: work waits until it is drained.
type queue struct {
	waiting [][2]func()
	ticking map[int]func()
	started int
}

func (q *queue) run(work, done func()) { q.waiting = append(q.waiting, [2]func(){work, done}) }

func (q *queue) every(_ time.Duration, f func()) (stop func()) {
	if q.ticking == nil {
		q.ticking = map[int]func(){}
	}
	q.started++
	id := q.started
	q.ticking[id] = f
	return func() { delete(q.ticking, id) }
}

func (q *queue) drain() {
	for len(q.waiting) > 0 {
		next := q.waiting[0]
		q.waiting = q.waiting[1:]
		next[0]()
		next[1]()
	}
}
