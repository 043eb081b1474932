package finder

import (
	"cmp"
	"slices"
)

// How a score is made up of three shares, each 0–1. They sum to 1.
const (
	byService = 0.45 // of the query, explained by anything the service has
	byPhrase  = 0.30 // of the query, explained by its best phrase alone
	byFit     = 0.25 // the same, times the share of that phrase the query says
)

// candidates is how many services are scored exactly.
const candidates = 64

// scratch is the working memory of one query, used again by the next.
type scratch struct {
	counts  []uint8   // by word: letter pairs shared with the typed one
	covers  []cover   // by saying: its words seen in the query
	rough   []float32 // by service
	best    []float32 // by service, for the word at hand
	value   []float32 // by service, for the reading at hand
	peak    []float32 // by service, for the part at hand
	touched []int32
	top     []scored
	wordHit [][]partHit // by word of the vocabulary
	hitBy   []wordID
	base    []float32 // by part: what agency and requirements explain
	inside  []float32 // by part: what the phrase at hand explains too
	union   []float32
}

// partHit says that a word answers a part of a reading.
type partHit struct {
	part     int
	sim      float32
	strength float32
}

// scored is a service with its score and what it is made of, each 0–1.
type scored struct {
	service  int32
	score    float32
	coverage float32 // share of the query that the service explains
	fit      float32 // share of its best phrase that the query says
}

// counters returns n zeroed counters.
func (s *scratch) counters(n int) []uint8 {
	s.counts = zeroed(s.counts, n)
	return s.counts
}

func zeroed[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// rank scores the services that explain something of q, best first. It needs
// the hits that prepare noted.
func (x *Index) rank(q *question, s *scratch) []scored {
	list := x.roughly(q, s)
	for i := range list {
		list[i] = x.weighService(q, list[i].service, s)
	}
	slices.SortStableFunc(list, func(a, b scored) int {
		if c := cmp.Compare(b.score, a.score); c != 0 {
			return c
		}
		return int(a.service - b.service)
	})
	return list
}

// roughly finds the services that explain most of q, wherever they have it.
func (x *Index) roughly(q *question, s *scratch) []scored {
	n := len(x.services)
	s.rough, s.best = zeroed(s.rough, n), zeroed(s.best, n)
	s.value, s.peak = zeroed(s.value, n), zeroed(s.peak, n)
	for i := range q.words {
		if q.words[i].weight == 0 {
			continue
		}
		clear(s.best)
		for r := range q.readings {
			if q.readings[r].over.has(i) {
				x.tryReading(&q.readings[r], s)
			}
		}
		for n, v := range s.best {
			s.rough[n] += v * q.words[i].weight
		}
	}
	return s.strongest()
}

// tryReading raises best to what r explains of each service.
func (x *Index) tryReading(r *reading, s *scratch) {
	clear(s.value)
	for _, p := range r.parts {
		s.touched = s.touched[:0]
		for _, m := range p.matches {
			for _, post := range x.vocab.words[m.word].postings {
				if s.peak[post.service] == 0 {
					s.touched = append(s.touched, post.service)
				}
				s.peak[post.service] = max(s.peak[post.service], m.sim*post.weight)
			}
		}
		for _, n := range s.touched {
			s.value[n] += p.share * s.peak[n] * r.strength
			s.peak[n] = 0
		}
	}
	for n, v := range s.value {
		s.best[n] = max(s.best[n], v)
	}
}

// strongest keeps the services with the highest rough scores, best first.
func (s *scratch) strongest() []scored {
	top := s.top[:0]
	for n, v := range s.rough {
		if v == 0 || len(top) == candidates && v <= top[candidates-1].score {
			continue
		}
		if len(top) < candidates {
			top = append(top, scored{})
		}
		at := len(top) - 1
		for ; at > 0 && top[at-1].score < v; at-- {
			top[at] = top[at-1]
		}
		top[at] = scored{service: int32(n), score: v}
	}
	s.top = top
	return top
}

// prepare notes for every word which parts of the readings it answers.
func (x *Index) prepare(q *question, s *scratch) {
	if len(s.wordHit) < len(x.vocab.words) {
		s.wordHit = make([][]partHit, len(x.vocab.words))
	}
	s.hitBy = s.hitBy[:0]
	part := 0
	for _, r := range q.readings {
		for _, p := range r.parts {
			for _, m := range p.matches {
				s.wordHit[m.word] = append(s.wordHit[m.word], partHit{part, m.sim, r.strength})
				s.hitBy = append(s.hitBy, m.word)
			}
			part++
		}
	}
	s.base, s.inside, s.union = zeroed(s.base, part), zeroed(s.inside, part), zeroed(s.union, part)
}

// release empties what prepare noted.
func (x *Index) release(s *scratch) {
	for _, w := range s.hitBy {
		s.wordHit[w] = s.wordHit[w][:0]
	}
}

// weighService scores service n by its best phrase.
func (x *Index) weighService(q *question, n int32, s *scratch) scored {
	entry := &x.services[n]
	clear(s.base)
	for _, f := range entry.around {
		raise(s.base, s.wordHit[f.word], f.sim)
	}
	copy(s.union, s.base)
	best, fit := q.covered(s.base)*byPhrase, float32(0)
	for _, p := range entry.phrases {
		if !s.answers(p) {
			continue
		}
		copy(s.inside, s.base)
		var said, all float32
		for _, w := range p.words {
			weight := x.rarity(w)
			all += weight
			said += weight * raise(s.inside, s.wordHit[w], p.counts)
		}
		for i, v := range s.inside {
			s.union[i] = max(s.union[i], v)
		}
		covered := q.covered(s.inside)
		if score := covered * (byPhrase + byFit*said/all); score > best {
			best, fit = score, said/all
		}
	}
	coverage := q.covered(s.union)
	return scored{n, best + byService*coverage, coverage, fit}
}

// answers tells that p has a word that the query asks for.
func (s *scratch) answers(p phrase) bool {
	return slices.ContainsFunc(p.words, func(w wordID) bool { return len(s.wordHit[w]) > 0 })
}

// raise lifts the parts that hits answer and returns how well the word
// answers any of them.
func raise(parts []float32, hits []partHit, weight float32) float32 {
	var best float32
	for _, h := range hits {
		parts[h.part] = max(parts[h.part], h.sim*weight)
		best = max(best, h.sim*h.strength)
	}
	return best
}

// covered is the share of q that is explained when its parts are explained
// as far as given.
func (q *question) covered(parts []float32) float32 {
	var values [2 * maxWords]float32
	at := 0
	for _, r := range q.readings {
		var v float32
		for _, p := range r.parts {
			v += p.share * parts[at]
			at++
		}
		v *= r.strength
		for rest := r.over; rest != 0; rest &= rest - 1 {
			values[rest.first()] = max(values[rest.first()], v)
		}
	}
	var sum float32
	for i := range q.words {
		sum += values[i] * q.words[i].weight
	}
	return sum / q.weight
}
