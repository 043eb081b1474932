package views

import (
	"strconv"

	"frontdesk/internal/views/queue"
	"frontdesk/internal/views/stage"
)

// addQueue gives the window the running queue, when there is one: all counters
// beside the other screens, or one counter alone.
func (p *program) addQueue(s stage.Stage) {
	p.queue = queue.New(p.options.Queue, s, p.options.Counter, func() { p.frame.refreshQueue() })
	p.screens[stage.ScreenQueue] = p.queue
	p.order = append(p.order, stage.ScreenQueue)
}

// refreshQueue shows beside its key how many wait.
func (f *frame) refreshQueue() {
	item := f.rail[stage.ScreenQueue]
	if waiting, known := f.program.queue.State().Waiting(); known && item != nil {
		item.SetCount(f.program.speak.Count(waiting))
	}
}

// counterPlace names the counter of a window of its own.
func (p *program) counterPlace() string {
	counter, _ := p.options.Desk.Catalogue().Counter(p.options.Counter)
	return p.speak.T("queue_page.counter_alone", strconv.Itoa(counter.Number))
}
