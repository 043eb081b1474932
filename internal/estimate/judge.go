package estimate

import (
	"math"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// Trial is one agency's day that is over, with the days before it.
type Trial struct {
	Agency       *models.Agency
	Past         []Day
	Day          Day
	MostPriority int
}

// Score tells how estimates did. A ticket that was never called counts as
// inside when its range was open at the end, and has no error.
type Score struct {
	asked, inside int
	errors        []float64 // minutes, of the median
	naive         []float64 // of people ahead × mean service time
	shared        []float64 // of the same divided by the counters at work
	widths        []float64
	unserved      int // tickets never called
	warned        int // of these, told so at check-in
	warnings      int // tickets told that they may not be called
	waits         []float64
	ahead         *Score // of tickets with somebody ahead
	services      map[string]*Score
}

// Sheet is a score in figures; minutes are NaN while there is nothing to tell.
type Sheet struct {
	Tickets           int // asked about
	InsideShare       float64
	MedianError       float64
	NaiveMedianError  float64 // people ahead × mean service time
	SharedMedianError float64 // the same ÷ counters at work
	MeanWidth         float64
	MedianWait        float64
	Unserved          int
	UnservedWarned    int
	Warnings          int
}

// Sheet sums the score up.
func (s *Score) Sheet() Sheet {
	if s.asked == 0 {
		return Sheet{InsideShare: math.NaN(), MedianError: math.NaN(), NaiveMedianError: math.NaN(),
			SharedMedianError: math.NaN(), MeanWidth: math.NaN(), MedianWait: math.NaN()}
	}
	return Sheet{Tickets: s.asked, InsideShare: float64(s.inside) / float64(s.asked), MedianError: median(s.errors),
		NaiveMedianError: median(s.naive), SharedMedianError: median(s.shared), MeanWidth: mean(s.widths),
		MedianWait: median(s.waits), Unserved: s.unserved, UnservedWarned: s.warned, Warnings: s.warnings}
}

// Ahead is the sheet of the tickets that had somebody ahead: the harder part.
func (s *Score) Ahead() Sheet { return s.behind().Sheet() }

func (s *Score) behind() *Score {
	if s.ahead == nil {
		s.ahead = &Score{}
	}
	return s.ahead
}

// Services are the sheets by service code.
func (s *Score) Services() map[string]Sheet {
	sheets := make(map[string]Sheet, len(s.services))
	for code, of := range s.services {
		sheets[code] = of.Sheet()
	}
	return sheets
}

// Merge adds what another score saw.
func (s *Score) Merge(other *Score) {
	s.take(other)
	s.behind().take(other.behind())
	for code, of := range other.services {
		s.service(code).take(of)
	}
}

func (s *Score) take(o *Score) {
	s.asked, s.inside = s.asked+o.asked, s.inside+o.inside
	s.unserved, s.warned, s.warnings = s.unserved+o.unserved, s.warned+o.warned, s.warnings+o.warnings
	s.errors, s.naive, s.shared = append(s.errors, o.errors...), append(s.naive, o.naive...), append(s.shared, o.shared...)
	s.widths, s.waits = append(s.widths, o.widths...), append(s.waits, o.waits...)
}

func (s *Score) service(code string) *Score {
	if s.services == nil {
		s.services = map[string]*Score{}
	}
	if s.services[code] == nil {
		s.services[code] = &Score{}
	}
	return s.services[code]
}

// Judge asks, as the desk would have, at the instant each ticket began to
// wait, with nothing known of what came later.
func (s *Score) Judge(t Trial) {
	past := Learn(t.Agency, t.Past)
	for _, p := range t.Day.Passages {
		if !p.Queued.Equal(p.Arrived) || len(t.Day.Spans) == 0 {
			continue // a second wait of the same visitor
		}
		q := Queue{Now: p.Queued, Today: t.Day, MostPriority: t.MostPriority, Seed: uint64(p.Queued.UnixNano())}
		answer := past.Estimate(q)
		o := past.compare(q, answer, p)
		s.add(o)
		s.service(p.Service).add(o)
		if answer.Ahead[p.Ticket] > 0 {
			s.behind().add(o)
		}
	}
}

// outcome is one estimate beside what happened.
type outcome struct {
	told          Range
	wait          time.Duration // Never: not called
	closing       time.Duration // from the question on
	naive, shared float64       // minutes
}

func (p *Past) compare(q Queue, answer Answer, passage models.Passage) outcome {
	o := outcome{told: answer.Tickets[passage.Ticket], wait: Never}
	o.closing = max(0, q.Today.Spans[len(q.Today.Spans)-1].Closes.Sub(q.Now))
	if !passage.Called.IsZero() {
		o.wait = passage.Called.Sub(q.Now)
	}
	busy := 0
	for _, c := range p.stand(q, nil) {
		if c.worked || c.service >= 0 {
			busy++
		}
	}
	o.naive = float64(answer.Ahead[passage.Ticket]) * p.plainMean
	o.shared = o.naive / float64(max(1, busy))
	return o
}

func (s *Score) add(o outcome) {
	s.asked++
	if o.told.Low <= o.wait && o.wait <= o.told.High {
		s.inside++
	}
	s.widths = append(s.widths, (min(o.told.High, o.closing) - min(o.told.Low, o.closing)).Minutes())
	warned := o.told.Missed >= LikelyMissed
	if warned {
		s.warnings++
	}
	if o.wait == Never {
		s.unserved++
		if warned {
			s.warned++
		}
		return
	}
	actual := o.wait.Minutes()
	s.waits = append(s.waits, actual)
	s.errors = append(s.errors, math.Abs(min(o.told.Median, o.closing).Minutes()-actual))
	s.naive = append(s.naive, math.Abs(o.naive-actual))
	s.shared = append(s.shared, math.Abs(o.shared-actual))
}

// median is NaN of nothing.
func median(values []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// mean is NaN of nothing.
func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
