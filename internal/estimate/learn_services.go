package estimate

import (
	"math"
)

// normal is a normal distribution.
type normal struct{ mean, variance float64 }

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
