package views

import (
	"log/slog"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// SlowAnswer is how long the thread of the windows may keep a person waiting
// before the log tells of it.
const SlowAnswer = 100 * time.Millisecond

const (
	answerEvery   = 50 * time.Millisecond // seldom enough to cost an idle computer nothing
	answerPeace   = 3 * time.Second       // the first frames belong to the start
	answerTellGap = time.Second           // at most one line in this time
	answerFair    = SlowAnswer / 2
)

// Answers measures how long the thread of the windows takes to answer: nothing
// on it, frames included, lasts longer than the longest answer and answerEvery.
// How much of that it worked itself tells a slow program from a busy computer.
type Answers struct {
	log     *slog.Logger
	peace   time.Time
	closing chan struct{}

	mu       sync.Mutex
	count    int
	fair     int // took longer than answerFair
	slow     int // took longer than SlowAnswer
	longest  time.Duration
	hardest  time.Duration // the most that the thread itself worked for one
	worked   time.Duration // by the thread, until the last answer
	lastTold time.Time
}

// answer is one of them, and what the windows did meanwhile.
type answer struct {
	took, worked time.Duration
	screen, key  string
}

// NewAnswers writes to log what took longer than SlowAnswer; Close writes the
// sum.
func NewAnswers(log *slog.Logger) *Answers {
	return &Answers{log: log, closing: make(chan struct{})}
}

// watch asks until Close; doing tells, on the thread of the windows, what they
// show and what was asked for last.
func (a *Answers) watch(doing func() (screen, key string)) {
	a.ask(doing) // answered when the windows are there
	a.peace = time.Now().Add(answerPeace)
	for {
		select {
		case <-a.closing:
			return
		case <-time.After(answerEvery):
			a.note(time.Now(), a.ask(doing))
		}
	}
}

func (a *Answers) ask(doing func() (screen, key string)) answer {
	var heard answer
	asked, before := time.Now(), a.worked
	fyne.DoAndWait(func() {
		heard.screen, heard.key = doing()
		a.worked = busy()
	})
	heard.took, heard.worked = time.Since(asked), a.worked-before
	return heard
}

// note counts an answer and tells of a slow one.
func (a *Answers) note(now time.Time, heard answer) {
	if now.Before(a.peace) {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.count++
	a.longest, a.hardest = max(a.longest, heard.took), max(a.hardest, heard.worked)
	if heard.took > answerFair {
		a.fair++
	}
	if heard.took <= SlowAnswer {
		return
	}
	a.slow++
	if now.Sub(a.lastTold) < answerTellGap {
		return
	}
	a.lastTold = now
	a.log.Warn("slow answer", "ms", heard.took.Milliseconds(), "worked_ms", heard.worked.Milliseconds(), "screen", heard.screen, "key", heard.key)
}

// Close ends the measuring and writes its sum.
func (a *Answers) Close() {
	close(a.closing)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.count == 0 {
		return
	}
	a.log.Info("answers", "count", a.count, "over_50ms", a.fair, "over_100ms", a.slow,
		"longest_ms", a.longest.Milliseconds(), "worked_longest_ms", a.hardest.Milliseconds())
}
