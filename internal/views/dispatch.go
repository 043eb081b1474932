package views

import (
	"time"

	"fyne.io/fyne/v2"
)

// dispatcher runs work away from the screen and then done on the screen's own
// thread, where alone widgets and states may be touched.
type dispatcher interface {
	run(work, done func())
	// every calls f on the screen's thread each d until stop is called.
	every(d time.Duration, f func()) (stop func())
}

// background is the dispatcher of a real window.
type background struct {
	tick func(d time.Duration, f func()) (stop func()) // nil: real time
}

func (background) run(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}

func (b background) every(d time.Duration, f func()) (stop func()) {
	if b.tick != nil {
		return b.tick(d, f)
	}
	ticker, quit := time.NewTicker(d), make(chan struct{})
	stopped := false // read and written on the screen's thread only
	go func() {
		for {
			select {
			case <-ticker.C:
				fyne.Do(func() {
					if !stopped {
						f()
					}
				})
			case <-quit:
				return
			}
		}
	}()
	return func() {
		if stopped {
			return
		}
		stopped = true
		ticker.Stop()
		close(quit)
	}
}
