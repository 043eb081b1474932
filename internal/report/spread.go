package report

// Spread is how long something took, in whole minutes, over N numbers. Median
// and P90 are exact: the least minute that so many of the numbers did not
// exceed (nearest rank).
type Spread struct {
	N      int `json:"numbers"`
	Median int `json:"median_minutes"`
	P90    int `json:"p90_minutes"`
}

// histogram counts numbers by whole minutes, 0 to MostMinutes.
type histogram []int

// add counts n more numbers that took so many minutes.
func (h *histogram) add(minute, n int) {
	minute = min(max(0, minute), MostMinutes)
	for len(*h) <= minute {
		*h = append(*h, 0)
	}
	(*h)[minute] += n
}

func (h histogram) spread() Spread {
	all := 0
	for _, n := range h {
		all += n
	}
	rank := func(percent int) int {
		passed := 0
		for minute, n := range h {
			if passed += n; passed*100 >= percent*all {
				return minute
			}
		}
		return 0
	}
	return Spread{N: all, Median: rank(50), P90: rank(90)}
}
