package estimate

import (
	"math"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// witness is what one day shows up to an instant. Minutes throughout.
type witness struct {
	served   []serving // at a counter and done
	noShows  []float64 // how long a counter waited for somebody who was not there
	returns  []float64 // until somebody who was not there waited again
	pauses   []float64 // of a counter while somebody waited for it
	answers  []float64 // until a counter without anybody called one who came
	starts   []float64 // until a counter's first call after opening, while somebody waited
	active   map[string]bool
	priority map[string]float64 // priority tickets by service
	arrived  map[string]float64 // tickets by service
	minutes  float64            // in which tickets could be taken
}

// serving is how long a service occupied a counter, as a logarithm.
type serving struct {
	service int
	log     float64
}

// Bounds of a believable occupation: less is a slip of the finger, more a
// ticket that somebody forgot to end.
const (
	shortest = 0.1
	longest  = 240
)

// watch reads the passages of a day as they were known at an instant.
func (a *agency) watch(d Day, now time.Time) *witness {
	w := &witness{active: map[string]bool{}, priority: map[string]float64{}, arrived: map[string]float64{}}
	byCounter := map[string][]models.Passage{}
	missed := map[string]time.Time{}
	for _, p := range d.Passages {
		p, known := p.KnownAt(now)
		if !known {
			continue
		}
		w.arrived[p.Service]++
		if p.Priority {
			w.priority[p.Service]++
		}
		if p.NoShow {
			missed[p.Ticket] = p.Ended
		}
		if !p.Called.IsZero() {
			byCounter[p.Counter] = append(byCounter[p.Counter], p)
			w.active[p.Counter] = true
			a.occupied(w, d, p)
		}
	}
	for _, p := range d.Passages {
		if since, ok := missed[p.Ticket]; ok && within(p.Queued, now) && !p.Queued.Before(since) {
			w.returns = append(w.returns, minutesBetween(since, p.Queued))
		}
	}
	for code, calls := range byCounter {
		slices.SortFunc(calls, func(x, y models.Passage) int { return x.Called.Compare(y.Called) })
		a.pausesOf(w, d, calls)
		a.lastPause(w, d, code, calls, now)
	}
	for _, s := range d.Spans {
		w.minutes += max(0, minutesBetween(s.Opens, earlier(s.Closes, now)))
	}
	return w
}

// occupied notes how long a ticket was at its counter.
func (a *agency) occupied(w *witness, d Day, p models.Passage) {
	if p.Ended.IsZero() || overBreak(d.Spans, p.Called, p.Ended) {
		return
	}
	took := minutesBetween(p.Called, p.Ended)
	switch {
	case took < shortest || took > longest:
	case p.NoShow:
		w.noShows = append(w.noShows, took)
	default:
		w.served = append(w.served, serving{a.index(p.Service), math.Log(took)})
	}
}

// pausesOf notes how long a counter kept somebody waiting between two calls,
// and before its first of a span.
func (a *agency) pausesOf(w *witness, d Day, calls []models.Passage) {
	for i, next := range calls {
		span := spanAt(d.Spans, next.Called)
		if span < 0 {
			continue
		}
		opens := d.Spans[span].Opens
		if i == 0 || calls[i-1].Called.Before(opens) && !calls[i-1].Ended.After(opens) {
			w.starts = append(w.starts, max(0, minutesBetween(later(opens, next.Queued), next.Called)))
			continue
		}
		ended := calls[i-1].Ended
		if ended.IsZero() {
			continue
		}
		if next.Queued.After(ended) {
			w.answers = append(w.answers, minutesBetween(next.Queued, next.Called))
			continue
		}
		w.pauses = append(w.pauses, max(0, minutesBetween(ended, next.Called)))
	}
}

// gone is the pause of a counter that does not come back in its span.
const gone = 600

// lastPause notes that a counter left for good while others went on calling
// tickets that it could have had: at least fewestSkipped, and never again.
func (a *agency) lastPause(w *witness, d Day, code string, calls []models.Passage, now time.Time) {
	last := calls[len(calls)-1]
	span := spanAt(d.Spans, last.Called)
	if span < 0 || last.Ended.IsZero() || now.Before(d.Spans[span].Closes) {
		return
	}
	skipped := 0
	for _, p := range d.Passages {
		if p.Called.After(last.Ended) && p.Called.Before(d.Spans[span].Closes) && p.Counter != code && a.serves(code, p.Service) &&
			p.Called.Sub(later(last.Ended, p.Queued)) > leastSkip {
			skipped++
		}
	}
	if skipped >= fewestSkipped {
		w.pauses = append(w.pauses, gone)
	}
}

const (
	fewestSkipped = 3
	leastSkip     = 2 * time.Minute
)

// spanAt is the index of the span that holds an instant; -1 for none.
func spanAt(spans []Span, at time.Time) int {
	return slices.IndexFunc(spans, func(s Span) bool { return !at.Before(s.Opens) && at.Before(s.Closes) })
}

// overBreak tells that a break lies within from and to.
func overBreak(spans []Span, from, to time.Time) bool {
	return slices.ContainsFunc(spans, func(s Span) bool { return from.Before(s.Opens) && to.After(s.Opens) })
}

func minutesBetween(from, to time.Time) float64 { return to.Sub(from).Minutes() }

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
