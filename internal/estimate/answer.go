package estimate

import (
	"cmp"
	"math"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// Size of a question: plays × tickets stays bounded, so that a queue of
// thousands costs no more than some milliseconds and some megabytes.
const (
	mostPlays  = 400
	leastPlays = 60
	mostCalls  = 60_000
)

// Estimate answers for every waiting ticket and for a visitor who comes now.
func (p *Past) Estimate(q Queue) Answer {
	waiting := waitingAt(q)
	g := p.newGame(q, waiting)
	plays := max(leastPlays, min(mostPlays, mostCalls/(len(waiting)+1)))
	g.calls = make([][]float64, len(waiting))
	for i := range g.calls {
		g.calls[i] = make([]float64, 0, plays)
	}
	g.comers = make([][]float64, p.services)
	for range plays {
		g.play()
	}
	return g.answer(waiting, plays)
}

// waitingAt are the waiting tickets in order of arrival.
func waitingAt(q Queue) []models.Passage {
	var list []models.Passage
	for _, passage := range q.Today.Passages {
		if passage.Waiting(q.Now) {
			list = append(list, passage)
		}
	}
	slices.SortStableFunc(list, func(x, y models.Passage) int {
		return cmp.Or(x.Arrived.Compare(y.Arrived), cmp.Compare(x.Ticket, y.Ticket))
	})
	return list
}

// answer sums the plays up.
func (g *game) answer(waiting []models.Passage, plays int) Answer {
	answer := Answer{Tickets: make(map[string]Range, len(waiting)), Services: map[string]Range{}}
	for i, w := range waiting {
		answer.Tickets[w.Ticket] = rangeOf(g.calls[i], plays)
	}
	for code, s := range g.past.service {
		answer.Services[code] = rangeOf(g.comers[s], plays)
	}
	answer.Ahead, answer.Waiting = g.ahead(waiting)
	return answer
}

// rangeOf sums up the calls of one ticket; plays in which it was not called
// count as never.
func rangeOf(calls []float64, plays int) Range {
	slices.Sort(calls)
	called := len(calls)
	for called > 0 && math.IsInf(calls[called-1], 1) {
		called--
	}
	return Range{Low: quantile(calls[:called], plays, 0.1), Median: quantile(calls[:called], plays, 0.5),
		High: quantile(calls[:called], plays, 0.9), Missed: 1 - float64(called)/float64(plays)}
}

func quantile(calls []float64, plays int, q float64) time.Duration {
	i := int(q * float64(plays))
	if i >= len(calls) {
		return Never
	}
	return time.Duration(max(0, calls[i]) * float64(time.Minute))
}
