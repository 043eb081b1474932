// Package voice calls tickets aloud: an announcement queue in which two calls
// never overlap, and the system's own speech or a chime to say them.
package voice

import (
	"context"
	"sync"
	"time"

	"frontdesk/internal/models"
)

// Patience is how long a call may wait for its turn; an older one is left to
// the display, so that the voice never falls behind the counters.
const Patience = 2 * time.Minute

// heardCalls is how many past calls are remembered.
const heardCalls = 1000

// Call is one call of a ticket.
type Call struct {
	Event  string // id of the event; each is heard once
	Ticket string // id
	Words  string
	At     time.Time // when it was called
}

// Voice says a sentence and returns when it was said, or when ctx ends.
type Voice interface {
	Say(ctx context.Context, words string) error
}

// Announcer says calls one after the other, in the order in which they come.
type Announcer struct {
	voice Voice
	clock models.Clock
	fault func(error)

	mu      sync.Mutex
	waiting []Call
	heard   map[string]bool
	order   []string // of heard, oldest first
	wake    chan struct{}
}

// NewAnnouncer makes an announcer; fault is told of a sentence that could not
// be said. Run says the calls.
func NewAnnouncer(voice Voice, clock models.Clock, fault func(error)) *Announcer {
	return &Announcer{voice: voice, clock: clock, fault: fault, heard: map[string]bool{}, wake: make(chan struct{}, 1)}
}

// Announce queues a call. A call that was queued before, and a recall of a
// ticket whose call still waits for its turn, are heard once.
func (a *Announcer) Announce(c Call) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.heard[c.Event] {
		return
	}
	a.remember(c.Event)
	for i := range a.waiting {
		if a.waiting[i].Ticket == c.Ticket {
			a.waiting[i] = c
			return
		}
	}
	a.waiting = append(a.waiting, c)
	select {
	case a.wake <- struct{}{}:
	default:
	}
}

func (a *Announcer) remember(event string) {
	a.heard[event] = true
	a.order = append(a.order, event)
	if len(a.order) > heardCalls {
		delete(a.heard, a.order[0])
		a.order = append(a.order[:0], a.order[1:]...)
	}
}

// Run says calls until ctx ends.
func (a *Announcer) Run(ctx context.Context) {
	for {
		call, ok := a.next()
		if !ok {
			select {
			case <-ctx.Done():
				return
			case <-a.wake:
			}
			continue
		}
		if err := a.voice.Say(ctx, call.Words); err != nil && ctx.Err() == nil {
			a.fault(err)
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// next takes the first call that is not too old.
func (a *Announcer) next() (Call, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.clock.Now()
	for len(a.waiting) > 0 {
		call := a.waiting[0]
		a.waiting = append(a.waiting[:0], a.waiting[1:]...)
		if now.Sub(call.At) <= Patience {
			return call, true
		}
	}
	return Call{}, false
}
