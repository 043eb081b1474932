package finder

import (
	"slices"
	"strings"
)

// How far a saying is trusted to mean what the lexicon says.
const (
	sureMeaning  = 0.9
	maybeMeaning = 0.45
	secondHand   = 0.85 // the meaning of a meaning
)

// phraseWeight is the least that a saying of several words weighs.
const phraseWeight = 0.8

// meaning is one thing a saying stands for in this directory.
type meaning struct {
	words    []string
	strength float32
	parts    []part
}

// findMeanings translates the sayings into words of the directory. A meaning
// that is itself a saying brings its own meanings along, one step far.
func (x *Index) findMeanings() {
	further := map[string][]saying{}
	for _, s := range x.lexicon.sayings {
		for _, says := range s.says {
			key := phraseKey(says)
			further[key] = append(further[key], s)
		}
	}
	x.meanings = make([][]meaning, len(x.spoken))
	for n, s := range x.spoken {
		var list []meaning
		for _, m := range s.means {
			list = x.addMeaning(list, m, sureMeaning)
		}
		for _, m := range s.means {
			for _, f := range further[phraseKey(m)] {
				for _, second := range f.means {
					list = x.addMeaning(list, second, sureMeaning*secondHand)
				}
			}
		}
		for _, m := range s.maybes {
			list = x.addMeaning(list, m, maybeMeaning)
		}
		x.meanings[n] = list
	}
}

// addMeaning adds a meaning when the directory has any of its words.
func (x *Index) addMeaning(list []meaning, means []string, strength float32) []meaning {
	if slices.ContainsFunc(list, func(m meaning) bool { return slices.Equal(m.words, means) }) {
		return list
	}
	m := meaning{strength: strength, words: means}
	var all float32
	found := false
	for _, w := range means {
		p := x.partFor(w)
		all += p.share
		found = found || len(p.matches) > 0
		m.parts = append(m.parts, p)
	}
	if !found {
		return list
	}
	for i := range m.parts {
		m.parts[i].share /= all
	}
	return append(list, m)
}

// partFor looks for one word of a meaning; its share is still its weight.
func (x *Index) partFor(w string) part {
	id, ok := x.vocab.lookUp(w, x.lexicon)
	if !ok {
		return part{share: unknownWeight}
	}
	return part{x.rarity(id), x.matches([]form{{id, 1}})}
}

func phraseKey(words []string) string { return strings.Join(words, " ") }

// readSayings adds what the phrases of the lexicon mean. A phrase inside a
// longer one does not speak for itself.
func (x *Index) readSayings(q *question, scratch *scratch) {
	found := x.sayings.findAll(q.words, scratch)
	for _, s := range found {
		if inLonger(s, found) {
			continue
		}
		lift(q.words, s.over)
		for _, m := range x.meanings[s.number] {
			q.readings = append(q.readings, reading{s.over, m.strength * s.sim, m.parts})
		}
	}
}

func inLonger(s span, all []span) bool {
	for _, o := range all {
		if s.over.within(o.over) && o.over.size() > s.over.size() && o.sim >= s.sim {
			return true
		}
	}
	return false
}

// lift makes a saying of several words weigh something even when each of
// them alone is weak or a filler.
func lift(row []heard, over cover) {
	if over.size() < 2 {
		return
	}
	var sum float32
	over.each(func(i int) { sum += row[i].weight })
	if sum < phraseWeight {
		row[over.first()].weight += phraseWeight - sum
	}
}
