package voice

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"frontdesk/internal/models"
)

// loudspeaker takes a second for each sentence and notes an overlap.
type loudspeaker struct {
	mu      sync.Mutex
	said    []string
	talking bool
	overlap bool
	err     error
}

func (l *loudspeaker) Say(_ context.Context, words string) error {
	l.mu.Lock()
	l.overlap = l.overlap || l.talking
	l.talking = true
	l.mu.Unlock()
	time.Sleep(time.Second)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.talking = false
	l.said = append(l.said, words)
	return l.err
}

// hall runs test with an announcer in made-up time.
func hall(t *testing.T, l *loudspeaker, test func(*Announcer)) (faults []error) {
	synctest.Test(t, func(t *testing.T) {
		a := NewAnnouncer(l, models.ClockFunc(time.Now), func(err error) { faults = append(faults, err) })
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { a.Run(ctx); close(ended) }()
		synctest.Wait()
		test(a)
		time.Sleep(10 * time.Minute)
		cancel()
		<-ended
	})
	return faults
}

func call(n int) Call {
	name := fmt.Sprint(n)
	return Call{Event: "e" + name, Ticket: "t" + name, Words: name, At: time.Now()}
}

func TestCallsAreHeardInOrderAndNeverTogether(t *testing.T) {
	l := &loudspeaker{}
	hall(t, l, func(a *Announcer) {
		for n := range 200 {
			a.Announce(call(n))
			time.Sleep(300 * time.Millisecond) // 200 calls in a minute
		}
	})
	inOrder := slices.IsSortedFunc(l.said, func(a, b string) int { return number(a) - number(b) })
	if l.overlap || len(l.said) < 100 || !inOrder {
		t.Errorf("overlap %v, heard %d: %v", l.overlap, len(l.said), l.said)
	}
}

func number(words string) int {
	n, _ := strconv.Atoi(words)
	return n
}

func TestARecallIsHeardOnce(t *testing.T) {
	t.Run("the same call twice", func(t *testing.T) {
		l := &loudspeaker{}
		hall(t, l, func(a *Announcer) {
			a.Announce(call(1))
			time.Sleep(time.Minute)
			a.Announce(call(1))
		})
		if !slices.Equal(l.said, []string{"1"}) {
			t.Errorf("heard %v", l.said)
		}
	})
	t.Run("a recall while the call waits for its turn", func(t *testing.T) {
		l := &loudspeaker{}
		hall(t, l, func(a *Announcer) {
			a.Announce(call(1))
			a.Announce(call(2))
			again := call(2)
			again.Event = "again"
			a.Announce(again)
		})
		if !slices.Equal(l.said, []string{"1", "2"}) {
			t.Errorf("heard %v", l.said)
		}
	})
	t.Run("a recall after the call", func(t *testing.T) {
		l := &loudspeaker{}
		hall(t, l, func(a *Announcer) {
			a.Announce(call(1))
			time.Sleep(time.Minute)
			again := call(1)
			again.Event = "again"
			a.Announce(again)
		})
		if !slices.Equal(l.said, []string{"1", "1"}) {
			t.Errorf("heard %v", l.said)
		}
	})
}

func TestACallThatWaitedTooLongIsLeftToTheDisplay(t *testing.T) {
	l := &loudspeaker{}
	hall(t, l, func(a *Announcer) {
		old := call(1)
		old.At = time.Now().Add(-Patience - time.Second)
		a.Announce(old)
		a.Announce(call(2))
	})
	if !slices.Equal(l.said, []string{"2"}) {
		t.Errorf("heard %v", l.said)
	}
}

func TestWhatWasHeardIsRememberedInBoundedMemory(t *testing.T) {
	a := NewAnnouncer(&loudspeaker{}, models.ClockFunc(time.Now), nil)
	for n := range 3 * heardCalls {
		a.Announce(call(n))
		a.next()
	}
	if len(a.heard) != heardCalls || len(a.order) != heardCalls || len(a.waiting) != 0 {
		t.Errorf("%d heard, %d in order, %d waiting", len(a.heard), len(a.order), len(a.waiting))
	}
}

func TestAFaultOfTheVoiceIsToldAndTheNextCallIsHeard(t *testing.T) {
	l := &loudspeaker{err: errors.New("no sound card")}
	faults := hall(t, l, func(a *Announcer) {
		a.Announce(call(1))
		a.Announce(call(2))
	})
	if len(faults) != 2 || len(l.said) != 2 {
		t.Errorf("%d faults, heard %v", len(faults), l.said)
	}
}

func TestTheChimeIsAWaveFile(t *testing.T) {
	wave := tones(587.33, 440)
	if string(wave[:4]) != "RIFF" || string(wave[8:16]) != "WAVEfmt " || len(wave) != 44+2*2*toneLength {
		t.Errorf("%d bytes, head %q", len(wave), wave[:16])
	}
}
