package finder

import (
	"cmp"
	"slices"
	"strings"
)

// wordID numbers a word of the vocabulary.
type wordID = int32

// word is one word the finder knows, from the directory or from the lexicon.
type word struct {
	text     string
	root     wordID // the word it derives from; itself when it derives from none
	same     wordID // the spelling used inside; itself unless it is a variant
	weak     bool
	filler   bool
	said     bool // a saying of the lexicon or a place has it
	indexed  bool // a service, an agency or a life event has it
	services int  // how many services are called by a word of this root
	rarity   float32
	postings []posting
}

// posting says that a service has a word, and how much that counts (0–1).
type posting struct {
	service int32
	weight  float32
}

// form is a known word that a typed word may stand for (similarity 0–1).
type form struct {
	word wordID
	sim  float32
}

// vowelless is the similarity of a word to its consonants alone.
const vowelless = 0.85

// vocabulary looks words up exactly, by their beginning and with typos.
type vocabulary struct {
	words  []word
	ids    map[string]wordID
	family [][]wordID // by root: the words derived from it, itself included
	sorted []wordID
	pairs  map[[2]byte][]wordID // by two neighbouring letters
	bare   map[string][]wordID  // by consonants: "tmbh" is how one types tambah
}

func newVocabulary() *vocabulary {
	return &vocabulary{ids: map[string]wordID{}, pairs: map[[2]byte][]wordID{}, bare: map[string][]wordID{}}
}

// add makes text known and returns its number.
func (v *vocabulary) add(text string) wordID {
	if id, ok := v.ids[text]; ok {
		return id
	}
	id := wordID(len(v.words))
	v.words = append(v.words, word{text: text, root: id, same: id})
	v.ids[text] = id
	return id
}

// addVariant makes another spelling of a word known.
func (v *vocabulary) addVariant(variant, canonical string) {
	same := v.add(canonical)
	v.words[v.add(variant)].same = same
}

// addAll makes every word of list known and returns their numbers.
func (v *vocabulary) addAll(list []string) []wordID {
	ids := make([]wordID, len(list))
	for i, w := range list {
		ids[i] = v.add(w)
	}
	return ids
}

// seal relates the words to each other once all of them are known.
func (v *vocabulary) seal(l *lexicon) {
	for id := range v.words {
		if roots := v.rootsOf(v.words[id].text, l); len(roots) > 0 {
			v.words[id].root = roots[0]
		}
	}
	v.family = make([][]wordID, len(v.words))
	for id := range v.words {
		root := v.words[id].root
		v.family[root] = append(v.family[root], wordID(id))
		v.sorted = append(v.sorted, wordID(id))
		consonants := withoutVowels(v.words[id].text)
		v.bare[consonants] = append(v.bare[consonants], wordID(id))
		for _, p := range letterPairs(v.words[id].text) {
			v.pairs[p] = append(v.pairs[p], wordID(id))
		}
	}
	slices.SortFunc(v.sorted, func(a, b wordID) int {
		return strings.Compare(v.words[a].text, v.words[b].text)
	})
}

// rootsOf lists the known words that text may derive from: the lexicon's
// exception alone, or every stem that is a known word, shortest first.
func (v *vocabulary) rootsOf(text string, l *lexicon) []wordID {
	if root, ok := l.roots[text]; ok {
		if id, ok := v.ids[root]; ok {
			return []wordID{id}
		}
	}
	var list []wordID
	for _, s := range stems(text) {
		if id, ok := v.ids[l.canonical(s)]; ok && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	slices.SortStableFunc(list, func(a, b wordID) int {
		return len(v.words[a].text) - len(v.words[b].text)
	})
	return list
}

// lookUp returns the known word text itself or the root it derives from.
func (v *vocabulary) lookUp(text string, l *lexicon) (wordID, bool) {
	if id, ok := v.ids[text]; ok {
		return id, true
	}
	if roots := v.rootsOf(text, l); len(roots) > 0 {
		return roots[0], true
	}
	return 0, false
}

// completions returns the words that begin with prefix and lead anywhere,
// those of most services first, at most limit.
func (v *vocabulary) completions(prefix string, limit int) []wordID {
	at, _ := slices.BinarySearchFunc(v.sorted, prefix, func(id wordID, p string) int {
		return strings.Compare(v.words[id].text, p)
	})
	var list []wordID
	for _, id := range v.sorted[at:min(at+completeScan, len(v.sorted))] {
		if !strings.HasPrefix(v.words[id].text, prefix) {
			break
		}
		if v.words[id].text != prefix && v.meaningful(id) {
			list = append(list, id)
		}
	}
	slices.SortStableFunc(list, func(a, b wordID) int {
		return v.words[v.words[b].root].services - v.words[v.words[a].root].services
	})
	return list[:min(limit, len(list))]
}

// meaningful tells that a service or a saying has the word.
func (v *vocabulary) meaningful(id wordID) bool {
	return v.words[id].indexed || v.words[id].said
}

// similar returns known words that differ from text by typing errors, the
// likeliest first.
func (v *vocabulary) similar(text string, scratch *scratch) []form {
	limit := editsAllowed(len(text))
	if limit == 0 || len(text) > maxTypo {
		return nil
	}
	var forms []form
	if withoutVowels(text) == text {
		for _, id := range v.bare[text] {
			forms = addForm(forms, form{v.words[id].same, vowelless})
		}
	}
	for _, id := range v.sharing(text, limit, scratch) {
		known := v.words[id].text
		d := distance(text, known, limit)
		if d > limit || len(text) == 3 && len(known) != 4 || len(known) < 3 {
			continue
		}
		sim := similarity(text, known, d)
		if sim < doubtful && !v.meaningful(v.words[id].same) {
			continue
		}
		forms = addForm(forms, form{v.words[id].same, sim})
	}
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(b.sim, a.sim) })
	return forms
}

// sharing returns the words that have enough letter pairs in common with text
// to be within limit edits of it: an edit breaks at most three pairs.
func (v *vocabulary) sharing(text string, limit int, scratch *scratch) []wordID {
	pairs := letterPairs(text)
	enough := max(2, len(pairs)-3*limit)
	counts := scratch.counters(len(v.words))
	var list []wordID
	for _, p := range pairs {
		for _, id := range v.pairs[p] {
			counts[id]++
			if int(counts[id]) == enough {
				list = append(list, id)
			}
		}
	}
	return list
}

// editsAllowed is how many typing errors a word of n letters may hold.
func editsAllowed(n int) int {
	switch {
	case n < 3:
		return 0
	case n < 8:
		return 1
	default:
		return 2
	}
}

// similarity weighs d errors against the length of the word; a wrong first
// letter is rarer than any other.
func similarity(typed, known string, d int) float32 {
	sim := 1 - 1.3*float32(d)/float32(max(len(typed), len(known)))
	if typed[0] != known[0] {
		sim -= 0.12
	}
	return max(sim, 0)
}

// withoutVowels returns the consonants and digits of text.
func withoutVowels(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aiueo", r) {
			return -1
		}
		return r
	}, text)
}

// letterPairs returns the neighbouring letters of text with its two ends marked.
func letterPairs(text string) [][2]byte {
	padded := "^" + text + "$"
	pairs := make([][2]byte, 0, len(text)+1)
	for i := range len(padded) - 1 {
		pairs = append(pairs, [2]byte{padded[i], padded[i+1]})
	}
	return pairs
}
