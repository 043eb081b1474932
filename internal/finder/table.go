package finder

// phraseTable finds known phrases in a row of words.
type phraseTable struct {
	phrases [][]wordID
	byFirst map[wordID][]int
}

// span is a phrase found: its number and the words it covers, to excluded.
type span struct {
	number   int
	from, to int
	sim      float32
}

func newPhraseTable() *phraseTable {
	return &phraseTable{byFirst: map[wordID][]int{}}
}

// add returns the number of the phrase.
func (t *phraseTable) add(words []wordID) int {
	n := len(t.phrases)
	t.phrases = append(t.phrases, words)
	t.byFirst[words[0]] = append(t.byFirst[words[0]], n)
	return n
}

// maxGap is how many fillers may stand between two words of a phrase.
const maxGap = 2

// find lists the phrases that begin at word i of row.
func (t *phraseTable) find(row []heard, i int) []span {
	var spans []span
	for _, f := range row[i].forms {
		for _, n := range t.byFirst[f.word] {
			if to, sim, ok := follow(t.phrases[n], row, i); ok {
				spans = append(spans, span{n, i, to, sim})
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
