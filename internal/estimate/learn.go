package estimate

import (
	"math"
	"time"

	"frontdesk/internal/models"
)

// What is assumed before anything was seen; each is outweighed by data. They
// are judgements, wide on purpose, and not fitted to the simulated days.
const (
	usualMinutes   = 12   // a service of which the directory says nothing
	spreadSeen     = 0.60 // of one service time, as standard deviation of its logarithm
	spreadService  = 0.35 // between the services of an agency
	spreadAgency   = 0.40 // between an agency and the minutes in the directory
	spreadUnknown  = 0.70 // the same when the directory names none
	spreadDay      = 0.18 // between days of an agency
	spreadCell     = 0.12 // between days of one service, beyond its agency's
	assumed        = 8.0  // observations or days that an assumption weighs
	usualStaffed   = 0.92 // of several counters, that one is staffed on a day
	aloneStaffed   = 0.97 // the only counter of an agency that is open
	backFromBreak  = 0.95 // a counter that worked before the break works after it
	usualNoShow    = 0.05
	usualReturned  = 0.4
	usualNoShowMin = 2.0
)

// Minutes until the next call while somebody waits: after a visitor, of a
// counter that had nobody, after opening.
var (
	usualPauses  = []observation{{0.1, 2.2}, {0.3, 2}, {0.6, 1.6}, {1, 1.2}, {2, .5}, {5, .18}, {10, .14}, {20, .10}, {40, .05}, {gone, .03}}
	usualAnswers = []observation{{0.2, 1}, {0.5, 1}, {1, 1}, {2, 1}, {4, .4}, {10, .2}, {25, .1}}
	usualStarts  = []observation{{0.5, 2}, {2, 2}, {5, 2}, {10, 1.2}, {20, .6}, {40, .2}}
)

// Past is what the recent days of an agency taught.
type Past struct {
	*agency
	means    []normal // by service, of today's mean logarithm of minutes, the day's pace aside
	pace     float64  // variance of a day's pace
	variance float64  // of the logarithm of one service time about its mean
	servings float64  // that taught the variance
	shapes   []*table // of the same, by service
	pauses   mixture
	answers  mixture
	starts   mixture
	staffed  map[string]share // by counter
	noShow   share
	noShows  mixture
	returned share // of those who were not there
	returns  mixture
	priority []rate // arrivals of priority visitors per minute, by service

	plainMean float64 // minutes of a service, nothing weighed: what the naive rule takes
}

// Learn reads the recent days of an agency, oldest first or not. Without days
// everything rests on the directory and on assumptions.
func Learn(m *models.Agency, days []Day) *Past {
	a := frame(m)
	seen := make([]*witness, len(days))
	for i, d := range days {
		seen[i] = a.watch(d, farFuture)
	}
	p := &Past{agency: a, staffed: map[string]share{}, noShow: share{usualNoShow * assumed, assumed}}
	p.learnServices(seen)
	p.learnShapes(seen)
	p.learnCounters(seen)
	p.learnPriority(seen)
	p.learnPlainMean(seen)
	return p
}

func (p *Past) learnPlainMean(days []*witness) {
	sum, n := 0.0, 0.0
	for _, w := range days {
		for _, s := range w.served {
			sum, n = sum+math.Exp(s.log), n+1
		}
	}
	switch {
	case n > 0:
		p.plainMean = sum / n
	case p.models.TypicalServiceMinutes > 0:
		p.plainMean = float64(p.models.TypicalServiceMinutes)
	default:
		p.plainMean = usualMinutes
	}
}

// farFuture is an instant at which a past day is known whole.
var farFuture = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
