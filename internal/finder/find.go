package finder

import (
	"slices"

	"frontdesk/internal/models"
)

const usualLimit = 5

// What share of the query, 0–1, must be explained, and by how much less an
// answer may score than the best.
const (
	sureCoverage  = 0.62
	leastCoverage = 0.3
	rivalScore    = 0.93 // of the best: fits about equally
	worthShowing  = 0.45 // of the best
	placeShown    = 0.6
	placeAlone    = 0.95
	manyRivals    = 6 // of one agency: the words do not tell them apart
)

// Find answers query with at most limit services (5 when limit is not above 0).
func (x *Index) Find(query string, limit int) Result {
	if limit <= 0 {
		limit = usualLimit
	}
	s := x.scratches.Get().(*scratch)
	defer x.scratches.Put(s)

	r := Result{Query: query, Confidence: None}
	q := x.understand(query, s)
	if q.weight == 0 {
		return r
	}
	x.prepare(&q, s)
	defer x.release(s)
	ranked := x.rank(&q, s)
	places, share := x.placesFor(&q)
	r.Places = placesWorth(places, share, ranked)
	if len(ranked) > 0 && ranked[0].coverage < leastCoverage {
		ranked = nil
	}
	r.LifeEvents = x.eventsFor(&q, x.best(ranked), s)
	if len(r.Places) > 0 && (len(ranked) == 0 || ranked[0].coverage < sureCoverage) {
		r.Confidence = High
		return r
	}
	if len(ranked) == 0 {
		return r
	}
	rivals := rivalsOf(ranked)
	r.Ambiguous = x.severalAgencies(rivals)
	r.Confidence = Low
	if ranked[0].coverage >= sureCoverage && (r.Ambiguous || len(rivals) < manyRivals) {
		r.Confidence = High
	}
	r.Services = x.hits(&q, x.withNeededFirst(ranked), limit)
	return r
}

// placesWorth keeps the places unless the services explain the query better.
func placesWorth(places []PlaceHit, share float32, ranked []scored) []PlaceHit {
	if share >= placeAlone || share >= placeShown && (len(ranked) == 0 || share > ranked[0].coverage) {
		return places
	}
	return nil
}

// rivalsOf returns the services that fit about as well as the best.
func rivalsOf(ranked []scored) []scored {
	for i, h := range ranked {
		if h.score < ranked[0].score*rivalScore {
			return ranked[:i]
		}
	}
	return ranked
}

func (x *Index) severalAgencies(list []scored) bool {
	return slices.ContainsFunc(list, func(h scored) bool {
		return x.services[h.service].agency != x.services[list[0].service].agency
	})
}

// withNeededFirst moves the services whose result the best one needs right
// behind it, when they fit the query too.
func (x *Index) withNeededFirst(ranked []scored) []scored {
	at := 1
	for _, code := range x.services[ranked[0].service].service.After {
		i := slices.IndexFunc(ranked, func(h scored) bool {
			return x.services[h.service].service.Code == code && h.coverage >= leastCoverage
		})
		if i < at {
			continue
		}
		needed := ranked[i]
		copy(ranked[at+1:i+1], ranked[at:i])
		ranked[at] = needed
		at++
	}
	return ranked
}

// hits makes the answer of the best services.
func (x *Index) hits(q *question, ranked []scored, limit int) []Hit {
	var list []Hit
	for _, h := range ranked {
		if len(list) == limit {
			break
		}
		if h.score < ranked[0].score*worthShowing {
			continue
		}
		s := x.services[h.service]
		list = append(list, Hit{s.service, s.agency, float64(h.score), x.marks(q, s.service.Name)})
	}
	return list
}

// best returns the service of the first of ranked, nil when there is none.
func (x *Index) best(ranked []scored) *models.Service {
	if len(ranked) == 0 {
		return nil
	}
	return x.services[ranked[0].service].service
}
