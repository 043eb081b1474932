package finder

import "math/bits"

// cover is a set of words of a query, one bit each.
type cover uint64

// run covers the words from–to, to excluded.
func run(from, to int) cover { return 1<<to - 1<<from }

func (c cover) has(i int) bool      { return c>>i&1 == 1 }
func (c cover) size() int           { return bits.OnesCount64(uint64(c)) }
func (c cover) within(o cover) bool { return c&^o == 0 }
func (c cover) first() int          { return bits.TrailingZeros64(uint64(c)) }
func (c cover) stretch() int        { return bits.Len64(uint64(c)) - c.first() }
func (c cover) each(visit func(int)) {
	for rest := c; rest != 0; rest &= rest - 1 {
		visit(rest.first())
	}
}

// phraseTable finds known phrases in a row of words.
type phraseTable struct {
	phrases [][]wordID
	byFirst map[wordID][]int
	content [][]wordID // by number: the words that are no fillers
	byWord  map[wordID][]int
}

// span is a phrase found and the words it covers.
type span struct {
	number int
	over   cover
	sim    float32
}

func newPhraseTable() *phraseTable {
	return &phraseTable{byFirst: map[wordID][]int{}, byWord: map[wordID][]int{}}
}

// add returns the number of the phrase.
func (t *phraseTable) add(words []wordID) int {
	n := len(t.phrases)
	t.phrases = append(t.phrases, words)
	t.byFirst[words[0]] = append(t.byFirst[words[0]], n)
	return n
}

// loosen lets findLoose find the phrases of several words that are no fillers.
func (t *phraseTable) loosen(v *vocabulary) {
	t.content = make([][]wordID, len(t.phrases))
	for n, phrase := range t.phrases {
		var content []wordID
		for _, w := range phrase {
			if !v.words[w].filler {
				content = append(content, w)
			}
		}
		if len(content) < 2 {
			continue
		}
		t.content[n] = content
		for _, w := range content {
			t.byWord[w] = append(t.byWord[w], n)
		}
	}
}

// maxGap is how many fillers may stand between two words of a phrase.
const maxGap = 2

// findAll lists the phrases in row, in order or not.
func (t *phraseTable) findAll(row []heard, s *scratch) []span {
	var found []span
	for i := range row {
		found = append(found, t.find(row, i)...)
	}
	return append(found, t.findLoose(row, found, s)...)
}

// find lists the phrases that begin at word i of row.
func (t *phraseTable) find(row []heard, i int) []span {
	var spans []span
	for _, f := range row[i].forms {
		for _, n := range t.byFirst[f.word] {
			if to, sim, ok := follow(t.phrases[n], row, i); ok {
				spans = append(spans, span{n, run(i, to), sim})
			}
		}
	}
	return spans
}

// follow reads phrase in row from word i on and tells where it ends.
func follow(phrase []wordID, row []heard, i int) (to int, sim float32, ok bool) {
	sim = 1
	for n, w := range phrase {
		gap := 0
		for n > 0 && i < len(row) && gap < maxGap && row[i].filler && row[i].similarTo(w) == 0 {
			i++
			gap++
		}
		if i == len(row) {
			return 0, 0, false
		}
		s := row[i].similarTo(w)
		if s == 0 {
			return 0, 0, false
		}
		sim = min(sim, s)
		i++
	}
	return i, sim, true
}

const (
	looseTrust = 0.85 // of the same phrase said in order
	looseForm  = 0.85 // least similarity of each word
	looseRoom  = 5    // other words that may stand between
)

// findLoose lists the phrases whose words are all in row in any order, except
// those of known, which were found in order.
func (t *phraseTable) findLoose(row []heard, known []span, s *scratch) []span {
	s.covers = zeroed(s.covers, len(t.phrases))
	for _, k := range known {
		s.covers[k.number] = ^cover(0)
	}
	var spans []span
	for i := range row {
		for _, f := range row[i].forms {
			if f.sim < looseForm {
				continue
			}
			for _, n := range t.byWord[f.word] {
				if s.covers[n].has(i) {
					continue
				}
				s.covers[n] |= 1 << i
				if over, ok := gather(t.content[n], row, s.covers[n]); ok {
					spans = append(spans, span{n, over, looseTrust})
					s.covers[n] = ^cover(0)
				}
			}
		}
	}
	return spans
}

// gather finds every word of content among the words seen, close enough to
// each other.
func gather(content []wordID, row []heard, seen cover) (over cover, ok bool) {
	if seen.size() < len(content) || seen.stretch() > len(content)+looseRoom {
		return 0, false
	}
	for _, w := range content {
		at := -1
		seen.each(func(i int) {
			if row[i].similarTo(w) >= looseForm {
				at = i
			}
		})
		if at < 0 || over.has(at) {
			return 0, false
		}
		over |= 1 << at
	}
	return over, true
}
