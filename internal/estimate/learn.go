package estimate

import (
	"math"
	"slices"
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

// agency is the fixed frame of an agency: services and counters by index. The
// last service stands for all that its directory does not name: left out
// since, or not said at a transfer.
type agency struct {
	models   *models.Agency
	service  map[string]int
	services int // how many, the last included
	counters []counterOf
}

// counterOf is a counter with the services that it can serve.
type counterOf struct {
	code   string
	serves []bool
}

func frame(m *models.Agency) *agency {
	a := &agency{models: m, service: map[string]int{}, services: len(m.Services) + 1, counters: make([]counterOf, len(m.Counters))}
	for i, s := range m.Services {
		a.service[s.Code] = i
	}
	for i, c := range m.Counters {
		a.counters[i] = counterOf{c.Code, make([]bool, a.services)}
		a.counters[i].serves[len(m.Services)] = true
		for j, s := range m.Services {
			a.counters[i].serves[j] = len(s.Counters) == 0 || slices.Contains(s.Counters, c.Code)
		}
	}
	return a
}

// index of a service by its code.
func (a *agency) index(code string) int {
	if s, known := a.service[code]; known {
		return s
	}
	return a.services - 1
}

// counter is the index of a counter by its code; -1 for none.
func (a *agency) counter(code string) int {
	return slices.IndexFunc(a.counters, func(c counterOf) bool { return c.code == code })
}

func (a *agency) serves(counter, service string) bool {
	i := a.counter(counter)
	return i >= 0 && a.counters[i].serves[a.index(service)]
}

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

// normal is a normal distribution.
type normal struct{ mean, variance float64 }

// share is a chance seen so often of so many.
type share struct{ times, of float64 }

func (s share) mean() float64 { return s.times / s.of }

// rate is a number of arrivals in so many minutes.
type rate struct{ arrivals, minutes float64 }

// mixture is a table with the number of observations behind it.
type mixture struct {
	table  *table
	weight float64
}

// with mixes today's observations in; each counts as much as several of
// another day, since today is the day that is asked about.
func (m mixture) with(today []float64) mixture {
	if len(today) == 0 {
		return m
	}
	list := m.table.sample(min(m.weight, mostPast))
	for _, v := range today {
		list = append(list, observation{v, todayCounts})
	}
	return mixture{table: tabulate(list)}
}

const (
	todayCounts = 3.0
	mostPast    = 60.0 // beyond so many observations the past weighs no more
)

// mix is an assumption and what was seen over the days.
func mix(usual []observation, weight float64, seen []float64) mixture {
	list := make([]observation, 0, len(usual)+len(seen))
	total := 0.0
	for _, o := range usual {
		total += o.weight
	}
	for _, o := range usual {
		list = append(list, observation{o.value, o.weight / total * weight})
	}
	for _, v := range seen {
		list = append(list, observation{v, 1})
	}
	return mixture{tabulate(list), weight + float64(len(seen))}
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

// cell is the servings of one service on one day, or of several.
type cell struct{ n, sum, squares float64 }

func (c *cell) add(v float64) { c.n++; c.sum += v; c.squares += v * v }

func (c cell) mean() float64 { return c.sum / c.n }

// within is the sum of squares about the mean.
func (c cell) within() float64 {
	if c.n == 0 {
		return 0
	}
	return max(0, c.squares-c.sum*c.sum/c.n)
}

// cells sorts a day's servings by service.
func (a *agency) cells(w *witness) []cell {
	list := make([]cell, a.services)
	for _, s := range w.served {
		list[s.service].add(s.log)
	}
	return list
}

// learnServices estimates the mean of each service, how days differ, and how
// one serving differs from the mean: by moments, each leaning on its
// assumption.
func (p *Past) learnServices(days []*witness) {
	cells := make([][]cell, len(days))
	for i, w := range days {
		cells[i] = p.cells(w)
	}
	squares, free := spread(cells...)
	p.servings = assumed + free
	p.variance = (spreadSeen*spreadSeen*assumed + squares) / p.servings
	total := make([]cell, p.services)
	daysOf := make([]float64, len(total))
	for _, day := range cells {
		for s, c := range day {
			total[s].n, total[s].sum = total[s].n+c.n, total[s].sum+c.sum
			if c.n > 0 {
				daysOf[s]++
			}
		}
	}
	centre := p.centre(total)
	p.means = make([]normal, len(total))
	for s, c := range total {
		noise := spreadDay*spreadDay + spreadCell*spreadCell
		p.means[s] = centre
		p.means[s].variance += spreadService * spreadService
		if c.n > 0 {
			p.means[s] = p.means[s].given(c.mean(), p.variance/c.n+noise/daysOf[s])
		}
	}
	p.learnDays(cells)
}

// spread pools the squares within services and days, and their degrees of
// freedom.
func spread(cells ...[]cell) (squares, free float64) {
	for _, day := range cells {
		for _, c := range day {
			squares += c.within()
			free += max(0, c.n-1)
		}
	}
	return squares, free
}

// centre is the mean of the agency's services: from the directory, then from
// what was seen.
func (p *Past) centre(total []cell) normal {
	typical, spread := float64(p.models.TypicalServiceMinutes), spreadAgency
	if typical <= 0 {
		typical, spread = usualMinutes, spreadUnknown
	}
	// the directory names a mean; the mean of logarithms lies below its logarithm
	c := normal{math.Log(typical) - p.variance/2, spread * spread}
	for _, t := range total {
		if t.n > 0 {
			c = c.given(t.mean(), spreadService*spreadService+p.variance/t.n)
		}
	}
	return c
}

// given is the normal after an observation with its own variance.
func (n normal) given(seen, variance float64) normal {
	gain := n.variance / (n.variance + variance)
	return normal{n.mean + gain*(seen-n.mean), n.variance * (1 - gain)}
}

// learnDays tells how much days differ in the pace of the agency and of one
// service.
func (p *Past) learnDays(cells [][]cell) {
	pace, cell := spreadDay*spreadDay*assumed, spreadCell*spreadCell*assumed
	paceOf, cellOf := assumed, assumed
	for _, day := range cells {
		n, sum := 0.0, 0.0
		for s, c := range day {
			n += c.n
			sum += c.sum - c.n*p.means[s].mean
		}
		if n == 0 {
			continue
		}
		r := sum / n
		pace += r*r - p.variance/n
		paceOf++
		for s, c := range day {
			if c.n > 1 {
				d := c.mean() - p.means[s].mean - r
				cell += d*d - p.variance/c.n
				cellOf++
			}
		}
	}
	p.pace = max(pace/paceOf, leastVariance)
	cellVariance := max(cell/cellOf, leastVariance)
	for s := range p.means {
		p.means[s].variance += cellVariance
	}
}

// leastVariance keeps a day from being certain.
const leastVariance = 0.05 * 0.05

// learnShapes tells how servings lie about their mean: of the service itself
// as far as it was seen, else of its agency, else as a log-normal.
func (p *Past) learnShapes(days []*witness) {
	own := make([][]observation, p.services)
	var all []observation
	for _, w := range days {
		cells := p.cells(w)
		for _, s := range w.served {
			c := cells[s.service]
			centre := p.means[s.service].given(c.mean(), p.variance/c.n).mean
			o := observation{s.log - centre, 1}
			own[s.service] = append(own[s.service], o)
			all = append(all, o)
		}
	}
	usual := new(table)
	for i := range usual {
		usual[i] = normalQuantile((float64(i)+0.5)/points) * math.Sqrt(p.variance)
	}
	shared := tabulate(append(usual.sample(2*assumed), all...))
	p.shapes = make([]*table, len(own))
	for s := range own {
		p.shapes[s] = tabulate(append(shared.sample(2*assumed), own[s]...))
	}
}

func (p *Past) learnCounters(days []*witness) {
	var pauses, answers, starts, noShows, returns []float64
	p.returned = share{usualReturned * assumed, assumed}
	for _, c := range p.counters {
		usual := usualStaffed
		if len(p.counters) == 1 {
			usual = aloneStaffed
		}
		p.staffed[c.code] = share{usual * 2, 2}
	}
	for _, w := range days {
		pauses = append(pauses, w.pauses...)
		answers = append(answers, w.answers...)
		starts = append(starts, w.starts...)
		noShows = append(noShows, w.noShows...)
		returns = append(returns, w.returns...)
		p.returned.times += float64(len(w.returns))
		p.returned.of += float64(len(w.noShows))
		p.noShow.times += float64(len(w.noShows))
		p.noShow.of += float64(len(w.noShows) + len(w.served))
		if len(w.active) == 0 {
			continue // the agency did not call that day
		}
		for _, c := range p.counters {
			s := p.staffed[c.code]
			s.of++
			if w.active[c.code] {
				s.times++
			}
			p.staffed[c.code] = s
		}
	}
	p.pauses = mix(usualPauses, 2*assumed, pauses)
	p.answers = mix(usualAnswers, assumed, answers)
	p.starts = mix(usualStarts, assumed, starts)
	p.returns = mix([]observation{{5, 1}, {10, 1}, {20, 1}}, assumed, returns)
	p.noShows = mix([]observation{{usualNoShowMin / 2, 1}, {usualNoShowMin, 1}, {usualNoShowMin * 1.5, 1}}, assumed, noShows)
}

// quietMinutes without a priority visitor are assumed before anything is seen.
const quietMinutes = 120.0

func (p *Past) learnPriority(days []*witness) {
	p.priority = make([]rate, p.services)
	for s := range p.priority {
		p.priority[s].minutes = quietMinutes
	}
	for _, w := range days {
		for code, s := range p.service {
			p.priority[s].arrivals += w.priority[code]
			p.priority[s].minutes += w.minutes
		}
	}
}
