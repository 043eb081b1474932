package stagetest

import "time"

// Work is the dispatcher of tests: work waits until it is drained.
type Work struct {
	waiting [][2]func()
	Ticking map[int]func()
	started int
}

// Run keeps work until it is drained.
func (q *Work) Run(work, done func()) { q.waiting = append(q.waiting, [2]func(){work, done}) }

// Every notes what is to be done at each tick; a test does it.
func (q *Work) Every(_ time.Duration, f func()) (stop func()) {
	if q.Ticking == nil {
		q.Ticking = map[int]func(){}
	}
	q.started++
	id := q.started
	q.Ticking[id] = f
	return func() { delete(q.Ticking, id) }
}

// Drain does the work that waits, and what follows from it.
func (q *Work) Drain() {
	for len(q.waiting) > 0 {
		next := q.waiting[0]
		q.waiting = q.waiting[1:]
		next[0]()
		next[1]()
	}
}
