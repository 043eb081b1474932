package finder

import (
	"math"
	"slices"
)

// What a word weighs in the query when its rarity does not tell.
const (
	weakWeight     = 0.3
	unknownWeight  = 0.8
	foreignWeight  = 1.0 // a known word that has nothing to do with any service
	doubtfulWeight = 0.6 // at least this for a word that may be another one
	leastRarity    = 0.25
)

// weigh gives every word its part in the query.
func (x *Index) weigh(row []heard) {
	for i := range row {
		h := &row[i]
		switch {
		case h.filler:
			h.weight = 0
		case len(h.forms) == 0:
			h.weight = unknownWeight
		case len(h.text) == 1 && !h.exactly():
			h.weight = weakWeight
		case h.exactly() && x.unrelated(h):
			h.weight = foreignWeight
		case h.forms[0].sim < doubtful:
			h.weight = max(doubtfulWeight, x.rarity(h.forms[0].word))
		default:
			h.weight = x.rarity(h.forms[0].word)
		}
	}
}

// unrelated tells that nothing h stands for leads to a service.
func (x *Index) unrelated(h *heard) bool {
	return !slices.ContainsFunc(h.forms, func(f form) bool { return x.vocab.meaningful(f.word) })
}

// rarity weighs a word by how few services are called by it, 0.25–1; a word
// no service is called by counts 0.8, a weak one 0.3.
func (x *Index) rarity(w wordID) float32 { return x.vocab.words[w].rarity }

// rate works out the rarity of every word.
func (x *Index) rate() {
	x.countServices()
	all := float64(max(len(x.services), 2))
	for id := range x.vocab.words {
		w := &x.vocab.words[id]
		n := float64(x.vocab.words[w.root].services)
		switch {
		case w.weak:
			w.rarity = weakWeight
		case n == 0:
			w.rarity = unknownWeight
		default:
			w.rarity = float32(max(leastRarity, math.Log(1+all/n)/math.Log(1+all)))
		}
	}
}

// countServices counts for every root how many services are called by it.
func (x *Index) countServices() {
	last := make([]int, len(x.vocab.words))
	for n, s := range x.services {
		for _, p := range s.phrases {
			if p.counts < inPhrase {
				continue
			}
			for _, w := range p.words {
				root := x.vocab.words[w].root
				if last[root] != n+1 {
					last[root] = n + 1
					x.vocab.words[root].services++
				}
			}
		}
	}
}
