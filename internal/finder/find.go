package finder

import "slices"

const usualLimit = 5

// What share of the query, 0–1, must be explained, and by how much less an
// answer may score than the best.
const (
	sureCoverage  = 0.62
	fairCoverage  = 0.53 // is enough when sureWeight of the words is explained,
	sureWeight    = 1.4  // which is more than one word
	storyCoverage = 0.44 // is enough of a story,
	storyWeight   = 1.1  // with this weight of words explained;
	storyFillers  = 2    // it has at least so many
	leastCoverage = 0.22
	rivalScore    = 0.93 // of the best: fits about equally
	vagueScore    = 0.75 // the same, when the query says no phrase in full
	vagueCoverage = 0.97 // of the best
	fullPhrase    = 0.85
	worthShowing  = 0.45 // of the best
	placeShown    = 0.6
	placeAlone    = 0.95
	placeOutright = 1 // asked where, and for nothing else
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
	places, share := x.placesFor(&q, s)
	r.Places = placesWorth(places, share, ranked)
	if share > placeOutright {
		ranked = nil
	}
	x.answer(&r, &q, ranked, limit)
	r.LifeEvents = x.eventsFor(&q, r.Services, s)
	if r.Confidence == None && len(r.LifeEvents) > 0 {
		r.Confidence = Low
	}
	return r
}

// answer fills in the services of r and how sure it is.
func (x *Index) answer(r *Result, q *question, ranked []scored, limit int) {
	if len(ranked) > 0 && ranked[0].coverage < leastCoverage {
		ranked = nil
	}
	if len(r.Places) > 0 && (len(ranked) == 0 || !explained(q, ranked[0])) {
		r.Confidence = High
		return
	}
	if len(ranked) == 0 {
		return
	}
	rivals := rivalsOf(ranked)
	r.Ambiguous = x.severalAgencies(rivals)
	r.Confidence = Low
	sure := explained(q, ranked[0]) || !r.Ambiguous && toldInStory(q, ranked[0])
	if sure && (r.Ambiguous || len(rivals) < manyRivals) {
		r.Confidence = High
	}
	r.Services = x.hits(q, x.withNeededFirst(ranked), limit)
}

// explained tells that the words of q really lead to h. Weak words lead
// anywhere, unless they are all that h is called: "surat usaha".
func explained(q *question, h scored) bool {
	if q.heaviest <= weakWeight && h.fit < fullPhrase {
		return false
	}
	return h.coverage >= sureCoverage ||
		h.coverage >= fairCoverage && h.coverage*q.weight >= sureWeight
}

// toldInStory tells that a spoken sentence says in full what h is called; its
// other words only tell how that came about.
func toldInStory(q *question, h scored) bool {
	return q.fillers >= storyFillers && h.fit >= fullPhrase &&
		h.coverage >= storyCoverage && h.coverage*q.weight >= storyWeight
}

// placesWorth keeps the places unless the services explain the query better.
func placesWorth(places []PlaceHit, share float32, ranked []scored) []PlaceHit {
	if share >= placeAlone || share >= placeShown && (len(ranked) == 0 || share > ranked[0].coverage) {
		return places
	}
	return nil
}

// rivalsOf returns the services that fit about as well as the best, which is
// among them.
func rivalsOf(ranked []scored) []scored {
	best := ranked[0]
	vague := best.fit < fullPhrase
	var rivals []scored
	for _, h := range ranked {
		alike := vague && h.score >= best.score*vagueScore && h.coverage >= best.coverage*vagueCoverage
		if alike || h.score >= best.score*rivalScore {
			rivals = append(rivals, h)
		}
	}
	return rivals
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
		list = append(list, Hit{s.service, s.agency, float64(h.score), x.marks(q, s.name)})
	}
	return list
}
