package desk

import "frontdesk/internal/models"

// LeastLoaded chooses the counter that was given the least work today; ties
// go to the lower number, so that the same day always routes the same way.
// It is nil when there is no counter.
func LeastLoaded(counters []*models.Counter, demand models.Demand) *models.Counter {
	var best *models.Counter
	for _, c := range counters {
		if best == nil || lessLoaded(c, best, demand) {
			best = c
		}
	}
	return best
}

func lessLoaded(a, b *models.Counter, demand models.Demand) bool {
	workA, workB := demand.ByCounter[a.Code], demand.ByCounter[b.Code]
	if workA != workB {
		return workA < workB
	}
	return a.Number < b.Number
}
