package estimate

import (
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// belief is what is thought of today: the past, corrected by today so far.
type belief struct {
	past     *Past
	pace     normal
	variance float64
	shapes   []*table // of one service time as a share of its mean, by service
	cells    []cell   // today's servings by service
	pauses   mixture
	answers  mixture
	starts   mixture
	noShow   share
	noShows  mixture
	priority []rate
}

// todayShare is how much one of today's no-shows counts against one of
// another day.
const todayShare = 3.0

func (p *Past) believe(today Day, now time.Time) *belief {
	w := p.watch(today, now)
	b := &belief{past: p, cells: p.cells(w), pauses: p.pauses.with(w.pauses), answers: p.answers.with(w.answers), starts: p.starts.with(w.starts),
		noShows: p.noShows.with(w.noShows), noShow: p.noShow}
	if b.noShow.of > mostPast { // so that today is heard
		b.noShow = share{b.noShow.mean() * mostPast, mostPast}
	}
	b.noShow.times += todayShare * float64(len(w.noShows))
	b.noShow.of += todayShare * float64(len(w.noShows)+len(w.served))
	b.learnSpread()
	p.addUnfinished(b.cells, today, now)
	b.pace = normal{0, p.pace}
	for s, c := range b.cells {
		if c.n > 0 {
			b.pace = b.pace.given(c.mean()-p.means[s].mean, p.means[s].variance+b.variance/c.n)
		}
	}
	b.priority = slices.Clone(p.priority)
	for code, s := range p.service {
		b.priority[s].arrivals += w.priority[code]
		b.priority[s].minutes += w.minutes
	}
	return b
}

// learnSpread draws the shapes of the past out or in as today's service times
// are spread.
func (b *belief) learnSpread() {
	squares, free := spread(b.cells)
	known := min(b.past.servings, mostPast)
	b.variance = (b.past.variance*known + squares) / (known + free)
	stretch := math.Sqrt(b.variance / b.past.variance)
	b.shapes = make([]*table, len(b.past.shapes))
	for s, shape := range b.past.shapes {
		t := new(table)
		for i, v := range shape {
			t[i] = math.Exp(v * stretch)
		}
		b.shapes[s] = t
	}
}

// addUnfinished counts tickets at a counter that are there for longer than
// usual. To wait until they end would make a slow day look fast: its short
// servings end first.
func (p *Past) addUnfinished(cells []cell, today Day, now time.Time) {
	sd := math.Sqrt(p.variance)
	for _, passage := range today.Passages {
		s := p.index(passage.Service)
		elapsed := minutesBetween(passage.Called, now)
		if !passage.AtCounter(now) || elapsed < shortest || elapsed > longest {
			continue
		}
		z := (math.Log(elapsed) - p.means[s].mean) / sd
		if z > 0 {
			cells[s].add(p.means[s].mean + sd*hazard(z))
		}
	}
}

// hazard of the standard normal: the mean of what lies above z.
func hazard(z float64) float64 {
	if z > 8 {
		return z
	}
	return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / (0.5 * math.Erfc(z/math.Sqrt2))
}

// draw fills means with one possible truth: today's mean minutes of each
// service, as a factor of its shape.
func (b *belief) draw(r *rand.Rand, means []float64) {
	pace := b.pace.draw(r)
	for s := range means {
		n := b.past.means[s]
		if c := b.cells[s]; c.n > 0 {
			n = n.given(c.mean()-pace, b.variance/c.n)
		}
		means[s] = math.Exp(n.draw(r) + pace)
	}
}

func (n normal) draw(r *rand.Rand) float64 { return n.mean + r.NormFloat64()*math.Sqrt(n.variance) }

// draw is one possible chance: a Beta around the share, by its normal
// approximation, kept between 0 and 1.
func (s share) draw(r *rand.Rand) float64 {
	m := s.mean()
	return min(max(m+r.NormFloat64()*math.Sqrt(m*(1-m)/(s.of+1)), 0), 1)
}

// at is a counter as it stands at the instant of the question.
type at struct {
	serves  []bool
	service int     // being served; -1: none
	elapsed float64 // since called
	worked  bool    // called somebody in this span
	silent  float64 // minutes that it has kept somebody waiting
	idle    bool    // had nobody when that somebody came, or has nobody
	staffed float64 // chance that there is somebody
	back    float64 // minutes until it is staffed, as somebody said
}

// stand describes the counters of the queue at the instant of the question.
func (p *Past) stand(q Queue, waiting []models.Passage) []at {
	list := make([]at, len(p.counters))
	opens := openedAt(q.Today.Spans, q.Now)
	for i, c := range p.counters {
		list[i] = p.standOf(q, c, waiting, opens)
	}
	return list
}

func (p *Past) standOf(q Queue, c counterOf, waiting []models.Passage, opens time.Time) at {
	s := at{serves: c.serves, service: -1, staffed: p.staffed[c.code].mean()}
	free, worked := opens, false
	for _, passage := range q.Today.Passages {
		if passage.Counter != c.code || !within(passage.Called, q.Now) {
			continue
		}
		worked = true
		s.worked = s.worked || !passage.Called.Before(opens)
		if passage.AtCounter(q.Now) {
			s.elapsed = minutesBetween(passage.Called, q.Now)
			s.service = p.index(passage.Service)
		} else {
			free = later(free, passage.Ended)
		}
	}
	switch told, said := q.Counters[c.code]; {
	case said && told.Staffed:
		s.staffed = 1
	case said && !told.Back.IsZero():
		s.staffed, s.back, s.worked = 1, minutesBetween(q.Now, told.Back), false
		return s
	case said:
		s.staffed, s.worked = 0, false
		return s
	case s.worked:
		s.staffed = 1
	case worked:
		s.staffed = backFromBreak
	}
	s.idle = true
	for _, w := range waiting {
		if c.serves[p.index(w.Service)] && (w.Reserved == "" || w.Reserved == c.code) {
			s.idle = s.idle && w.Queued.After(free)
			s.silent = max(s.silent, minutesBetween(later(free, w.Queued), q.Now))
		}
	}
	return s
}

// openedAt is the opening of the span that holds the instant, else the next
// opening, else the instant itself.
func openedAt(spans []Span, now time.Time) time.Time {
	for _, s := range spans {
		if now.Before(s.Closes) {
			return s.Opens
		}
	}
	return now
}

func within(happened, at time.Time) bool { return !happened.IsZero() && !happened.After(at) }
