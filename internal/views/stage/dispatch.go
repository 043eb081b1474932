package stage

import (
	"time"

	"fyne.io/fyne/v2"
)

// Dispatcher runs work away from the screen and then done on the screen's own
// thread, where alone widgets and states may be touched.
type Dispatcher interface {
	Run(work, done func())
	// every calls f on the screen's thread each d until stop is called.
	Every(d time.Duration, f func()) (stop func())
}

// Background is the dispatcher of a real window.
type Background struct {
	Tick func(d time.Duration, f func()) (stop func()) // nil: real time
}

// Run does work beside the screen, then done on its thread.
func (Background) Run(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}

// Every calls f each d, by the test's clock where there is one.
func (b Background) Every(d time.Duration, f func()) (stop func()) {
	if b.Tick != nil {
		return b.Tick(d, f)
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
