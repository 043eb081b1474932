package estimate

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// points is the size of a table; a power of two, so that drawing is a mask.
const points = 256

// table is a distribution as equally likely values in rising order.
type table [points]float64

// observation is a value with how much it counts.
type observation struct{ value, weight float64 }

// tabulate makes a table of a weighted sample, which it sorts.
func tabulate(sample []observation) *table {
	slices.SortFunc(sample, func(a, b observation) int { return cmp.Compare(a.value, b.value) })
	total := 0.0
	for _, o := range sample {
		total += o.weight
	}
	t := new(table)
	reached, next := 0.0, 0
	for _, o := range sample {
		reached += o.weight
		for next < points && (float64(next)+0.5)/points*total <= reached {
			t[next] = o.value
			next++
		}
	}
	for ; next < points; next++ { // rounding left the last
		t[next] = sample[len(sample)-1].value
	}
	return t
}

// sample gives the table back as observations of one weight in all.
func (t *table) sample(weight float64) []observation {
	list := make([]observation, points)
	for i, v := range t {
		list[i] = observation{v, weight / points}
	}
	return list
}

func (t *table) draw(r *rand.Rand) float64 { return t[r.Uint64()&(points-1)] }

// beyond draws a value given that it is larger than least. Where the table
// ends the rest is as long as what has passed, half the time: nothing better
// is known of what lasts longer than anything seen.
func (t *table) beyond(r *rand.Rand, least float64) float64 { return t.beyondAt(r.Float64(), least) }

// beyondAt is the value at share u, from 0 to below 1, of those larger than
// least.
func (t *table) beyondAt(u, least float64) float64 {
	i := t.above(least)
	if i == points {
		return least / (1 - u)
	}
	return t[i+int(u*float64(points-i))]
}

// above is the index of the first value larger than least.
func (t *table) above(least float64) int {
	return sort.Search(points, func(i int) bool { return t[i] > least })
}

// longer is the share of values larger than least.
func (t *table) longer(least float64) float64 { return float64(points-t.above(least)) / points }

// normalQuantile is the inverse of the standard normal distribution.
func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }
