package report

import (
	"cmp"
	"slices"
)

// Spread is how long something took, in whole minutes, over N numbers. Median
// and P90 are exact: the least minute that so many of the numbers did not
// exceed (nearest rank).
type Spread struct {
	N      int `json:"numbers"`
	Median int `json:"median_minutes"`
	P90    int `json:"p90_minutes"`
}

// histogram counts numbers by whole minutes.
type histogram map[int]int

func (h histogram) spread() Spread {
	type bar struct{ minute, n int }
	bars, all := make([]bar, 0, len(h)), 0
	for minute, n := range h {
		bars, all = append(bars, bar{minute, n}), all+n
	}
	slices.SortFunc(bars, func(a, b bar) int { return cmp.Compare(a.minute, b.minute) })
	rank := func(percent int) int {
		passed := 0
		for _, b := range bars {
			if passed += b.n; passed*100 >= percent*all {
				return b.minute
			}
		}
		return 0
	}
	return Spread{N: all, Median: rank(50), P90: rank(90)}
}
