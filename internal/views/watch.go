package views

import (
	"context"
	"log/slog"
	"time"

	"frontdesk/internal/views/stage"
)

// watcher tells the screens when any program wrote a record: the other desks'
// and the counters' windows work on the same folder.
type watcher struct {
	revision func(ctx context.Context) (int64, error)
	dispatch stage.Dispatcher
	log      *slog.Logger
	seen     int64
	asking   bool
	failed   bool
	tell     []func()
	turned   func() // the store stopped or began again to answer
	asked    func() // after each look
}

// watchEvery is how often the store is asked; it answers from memory.
const watchEvery = 500 * time.Millisecond

// watchPatience is how long an answer may take: a cable that was pulled tells
// nothing by itself.
const watchPatience = 5 * time.Second

// start begins to watch; it ends with the window.
func (w *watcher) start() { w.dispatch.Every(watchEvery, w.ask) }

// ask looks once; an answer that takes long is not asked for again meanwhile.
func (w *watcher) ask() {
	if w.asking {
		return
	}
	w.asking = true
	var now int64
	var err error
	w.dispatch.Run(func() {
		ctx, cancel := context.WithTimeout(context.Background(), watchPatience)
		defer cancel()
		now, err = w.revision(ctx)
	}, func() {
		w.asking = false
		w.heard(now, err)
	})
}

func (w *watcher) heard(now int64, err error) {
	defer w.asked()
	if err != nil && !w.failed {
		w.log.Error("watch", "error", err.Error())
	}
	if turned := w.failed != (err != nil); turned {
		w.failed = err != nil
		defer w.turned()
	}
	if err != nil || now == w.seen {
		return
	}
	w.seen = now
	for _, f := range w.tell {
		f()
	}
}
