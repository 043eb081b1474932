package views

// addQueue gives the window the running queue, when there is one: all counters
// beside the other screens, or one counter alone.
func (p *program) addQueue(s stage) {
	p.queue = newQueueState(p.options.Desk, p.options.Queue, s)
	page := newQueueScreen(p.queue, s)
	p.queue.changed = func() {
		p.frame.refreshQueue()
		page.refresh()
	}
	p.screens[ScreenQueue] = page
	p.order = append(p.order, ScreenQueue)
	p.watch = &watcher{revision: p.options.Queue.Revision, dispatch: p.dispatch, log: p.options.Log,
		tell: []func(){p.queue.load}}
}

// refreshQueue shows beside its key how many wait.
func (f *frame) refreshQueue() {
	item, day := f.rail[ScreenQueue], f.program.queue.day
	if item == nil || day == nil {
		return
	}
	item.SetCount(f.program.speak.Count(day.waiting))
}
