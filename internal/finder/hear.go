package finder

import (
	"cmp"
	"slices"
)

// Bounds of the work for one query, whatever is typed.
const (
	maxQuery     = 320 // bytes that are read
	maxWords     = 24  // words that are read
	maxForms     = 10  // known words that one typed word may stand for
	maxRoots     = 4
	maxSimilar   = 3
	completeScan = 400 // words looked at that begin as typed
)

// How likely a typed word stands for a known one that it is not, 0–1.
const (
	sameRoot       = 0.9
	sameFamily     = 0.88
	lastBeginning  = 0.95 // the last word is still being typed
	innerBeginning = 0.85 // an abbreviation: "lap ormas"
	knownBeginning = 0.8  // a whole word that may yet grow
	oneLetter      = 0.7
	missingEnd     = 0.2 // taken off for the part of the word not typed
	doubtful       = 0.8 // below this it may well be another word
)

// hear finds the known words that each word of the query may stand for.
func (x *Index) hear(query string, scratch *scratch) []heard {
	list := words(clip(query, maxQuery))
	if len(list) > maxWords {
		list = list[:maxWords]
	}
	var row []heard
	for i := 0; i < len(list); i++ {
		w := x.lexicon.canonical(list[i])
		if i+1 < len(list) && x.belongTogether(w, list[i+1]) {
			w = x.lexicon.canonical(w + list[i+1])
			i++
		}
		last := i == len(list)-1
		forms := x.formsOf(w, last, scratch)
		left, right, cut := x.cut(w, forms)
		if cut {
			row = append(row, x.known(left), x.known(right))
			continue
		}
		if pair := x.cutMistyped(w, forms, scratch); pair != nil {
			row = append(row, pair...)
			continue
		}
		row = append(row, heard{text: w, forms: forms})
	}
	return row
}

func (x *Index) known(id wordID) heard {
	return heard{text: x.vocab.words[id].text, forms: []form{{id, 1}}}
}

// belongTogether tells that a and b were one word before a blank came between.
func (x *Index) belongTogether(a, b string) bool {
	_, joined := x.vocab.ids[x.lexicon.canonical(a+b)]
	if !joined {
		return false
	}
	_, knownA := x.vocab.ids[a]
	_, knownB := x.vocab.ids[x.lexicon.canonical(b)]
	return !knownA || !knownB
}

// cut finds the two known words that an otherwise unknown w is made of.
func (x *Index) cut(w string, forms []form) (left, right wordID, ok bool) {
	if len(w) < 4 || len(forms) > 0 && forms[0].sim >= doubtful {
		return 0, 0, false
	}
	best := 0
	for i := 2; i < len(w); i++ {
		l, okLeft := x.piece(w[:i])
		r, okRight := x.piece(w[i:])
		if shorter := min(i, len(w)-i); okLeft && okRight && shorter > best {
			best, left, right = shorter, l, r
		}
	}
	return left, right, best > 1 || best == 1 && len(w) == 4
}

// shortestHalf bounds the halves of a joined word of which one is mistyped.
const shortestHalf = 4

// cutMistyped finds the two words that an otherwise unknown w is made of when
// only one of them is typed right: "sertfikathalal".
func (x *Index) cutMistyped(w string, forms []form, scratch *scratch) (pair []heard) {
	if len(forms) > 0 && forms[0].sim >= doubtful {
		return nil
	}
	best := float32(doubtful)
	for i := shortestHalf; i <= len(w)-shortestHalf; i++ {
		left, right := w[:i], w[i:]
		if id, ok := x.piece(left); ok {
			if h, ok := x.mistyped(right, best, scratch); ok {
				best, pair = h.forms[0].sim, []heard{x.known(id), h}
			}
		}
		if id, ok := x.piece(right); ok {
			if h, ok := x.mistyped(left, best, scratch); ok {
				best, pair = h.forms[0].sim, []heard{h, x.known(id)}
			}
		}
	}
	return pair
}

// mistyped reads w as a known word that it is more like than least.
func (x *Index) mistyped(w string, least float32, scratch *scratch) (heard, bool) {
	like := x.vocab.similar(w, scratch)
	if len(like) == 0 || like[0].sim <= least || !x.vocab.meaningful(like[0].word) {
		return heard{}, false
	}
	return heard{text: w, forms: like[:1]}, true
}

// piece finds a word that may be half of a joined one: a word of the
// directory, or one of the lexicon that is too long to be there by chance.
func (x *Index) piece(w string) (wordID, bool) {
	id, ok := x.vocab.ids[x.lexicon.canonical(w)]
	if !ok {
		return 0, false
	}
	indexed := x.vocab.words[id].indexed && (len(w) < 4 || !x.vocab.words[id].weak)
	return id, indexed || len(w) > 3 && x.vocab.meaningful(id)
}

// formsOf lists what w may stand for, likeliest first. Only the last word of
// a query may be half typed and known at the same time.
func (x *Index) formsOf(w string, last bool, scratch *scratch) []form {
	var forms []form
	if id, ok := x.vocab.ids[w]; ok {
		forms = append(forms, form{id, 1})
	}
	for _, root := range x.vocab.rootsOf(w, x.lexicon) {
		if len(forms) < maxRoots {
			forms = addForm(forms, form{root, sameRoot})
		}
	}
	if len(forms) > 0 {
		if last && len(w) > 2 {
			forms = x.complete(forms, w, knownBeginning)
		}
		return forms
	}
	switch {
	case last && len(w) > 1:
		forms = x.complete(forms, w, lastBeginning)
	case last:
		forms = x.complete(forms, w, oneLetter)
	case len(w) > 2:
		forms = x.complete(forms, w, innerBeginning)
	}
	for i, f := range x.vocab.similar(w, scratch) {
		if i == maxSimilar || len(forms) == maxForms {
			break
		}
		forms = append(forms, f)
	}
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(b.sim, a.sim) })
	return forms
}

// complete adds the words that begin as w is typed; the more is missing the
// less they count, at most top.
func (x *Index) complete(forms []form, w string, top float32) []form {
	for _, id := range x.vocab.completions(w, maxForms-len(forms)) {
		missing := 1 - float32(len(w))/float32(len(x.vocab.words[id].text))
		forms = addForm(forms, form{x.vocab.words[id].same, top - missingEnd*missing})
	}
	return forms
}

// matches lists the indexed words that forms stand for: themselves and, with
// a little less, the words of the same root.
func (x *Index) matches(forms []form) []form {
	var list []form
	for _, f := range forms {
		for _, id := range x.vocab.family[x.vocab.words[f.word].root] {
			if !x.vocab.words[id].indexed {
				continue
			}
			sim := f.sim
			if id != f.word {
				sim *= sameFamily
			}
			list = addForm(list, form{id, sim})
		}
	}
	return list
}

// addForm adds f to list or raises the similarity of its word there.
func addForm(list []form, f form) []form {
	for i := range list {
		if list[i].word == f.word {
			list[i].sim = max(list[i].sim, f.sim)
			return list
		}
	}
	return append(list, f)
}
