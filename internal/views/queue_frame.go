package views

// addQueue gives the window the running queue, when there is one: all counters
// beside the other screens, or one counter alone.
func (p *program) addQueue(s stage) {
	p.queue = newQueueState(p.options.Desk, p.options.Queue, s)
	page := p.queuePage(s)
	p.queue.changed = func() {
		p.frame.refreshQueue()
		page.refresh()
	}
	p.screens[ScreenQueue] = page
	p.order = append(p.order, ScreenQueue)
}

// queuePage is the screen of all counters, or that of one.
func (p *program) queuePage(s stage) interface {
	screen
	refresh()
} {
	if p.options.Counter == "" {
		return newQueueScreen(p.queue, s)
	}
	p.queue.atCounter(p.options.Counter)
	return newCounterScreen(p.queue, s)
}

// refreshQueue shows beside its key how many wait.
func (f *frame) refreshQueue() {
	item, day := f.rail[ScreenQueue], f.program.queue.day
	if item == nil || day == nil {
		return
	}
	item.SetCount(f.program.speak.Count(day.waiting))
}
