package estimate

import (
	"math"
	"math/rand/v2"
)

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

// draw is one possible rate: a gamma of the arrivals seen, by its normal
// approximation, and never nothing.
func (r rate) draw(rng *rand.Rand) float64 {
	return max(r.arrivals+rng.NormFloat64()*math.Sqrt(r.arrivals), 0.1) / r.minutes
}
