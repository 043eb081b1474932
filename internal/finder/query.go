package finder

import "slices"

// Bounds of the work for one query, whatever is typed.
const (
	maxQuery     = 320 // bytes that are read
	maxWords     = 24  // words that are read
	maxForms     = 10  // known words that one typed word may stand for
	maxRoots     = 4
	maxSimilar   = 3
	completeScan = 400 // words looked at that begin as typed
)

// What a word weighs in the query when its rarity does not tell.
const (
	weakWeight     = 0.3
	unknownWeight  = 0.8
	foreignWeight  = 1.0 // a known word that has nothing to do with any service
	doubtful       = 0.8 // below this similarity a word may be another one
	doubtfulWeight = 0.6
	phraseWeight   = 0.8 // at least this for a saying of several words
)

// heard is one word of the query and what it may stand for.
type heard struct {
	text   string
	forms  []form
	filler bool
	weight float32
}

// similarTo tells how likely h stands for w, 0 when it does not.
func (h *heard) similarTo(w wordID) float32 {
	for _, f := range h.forms {
		if f.word == w {
			return f.sim
		}
	}
	return 0
}

// exactly tells that h is a known word as typed.
func (h *heard) exactly() bool { return len(h.forms) > 0 && h.forms[0].sim == 1 }

// reading is one way to understand some words of a query.
type reading struct {
	over     cover
	strength float32
	parts    []part
}

// part is one word a reading looks for; the shares of a reading sum to 1.
type part struct {
	share   float32
	matches []form
}

// question is a query understood.
type question struct {
	words    []heard
	readings []reading
	weight   float32 // of all words together
}

// understand reads a query.
func (x *Index) understand(query string, scratch *scratch) question {
	row := x.hear(query, scratch)
	x.skipFillers(row)
	x.weigh(row)
	x.denyForeign(row)
	q := question{words: row}
	x.readSayings(&q, scratch)
	for i := range row {
		if !row[i].filler && len(row[i].forms) > 0 {
			q.readings = append(q.readings, reading{run(i, i+1), 1, []part{{1, x.matches(row[i].forms)}}})
		}
	}
	for _, h := range row {
		q.weight += h.weight
	}
	return q
}

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
		row = append(row, heard{text: w, forms: forms})
	}
	return row
}

func (x *Index) known(id wordID) heard {
	return heard{text: x.words.words[id].text, forms: []form{{id, 1}}}
}

// belongTogether tells that a and b were one word before a blank came between.
func (x *Index) belongTogether(a, b string) bool {
	_, joined := x.words.ids[x.lexicon.canonical(a+b)]
	if !joined {
		return false
	}
	_, knownA := x.words.ids[a]
	_, knownB := x.words.ids[x.lexicon.canonical(b)]
	return !knownA || !knownB
}

// cut finds the two known words that an otherwise unknown w is made of.
func (x *Index) cut(w string, forms []form) (left, right wordID, ok bool) {
	if len(w) < 4 || len(forms) > 0 && forms[0].sim >= 0.8 {
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

// piece finds a word that may be half of a joined one: a word of the
// directory, or one of the lexicon that is too long to be there by chance.
func (x *Index) piece(w string) (wordID, bool) {
	id, ok := x.words.ids[x.lexicon.canonical(w)]
	if !ok {
		return 0, false
	}
	indexed := x.words.words[id].indexed && (len(w) < 4 || !x.words.words[id].weak)
	return id, indexed || len(w) > 3 && x.words.meaningful(id)
}

// formsOf lists what w may stand for, likeliest first. Only the last word of
// a query may be half typed and known at the same time.
func (x *Index) formsOf(w string, last bool, scratch *scratch) []form {
	var forms []form
	if id, ok := x.words.ids[w]; ok {
		forms = append(forms, form{id, 1})
	}
	for _, root := range x.words.rootsOf(w, x.lexicon) {
		if len(forms) < maxRoots {
			forms = addForm(forms, form{root, 0.9})
		}
	}
	if len(forms) > 0 {
		if last && len(w) > 2 {
			forms = x.complete(forms, w, 0.8)
		}
		return forms
	}
	if last && len(w) > 1 {
		forms = x.complete(forms, w, 0.95)
	} else if last {
		forms = x.complete(forms, w, 0.7)
	} else if len(w) > 2 {
		forms = x.complete(forms, w, 0.85)
	}
	for i, f := range x.words.similar(w, scratch) {
		if i == maxSimilar || len(forms) == maxForms {
			break
		}
		forms = append(forms, f)
	}
	slices.SortStableFunc(forms, func(a, b form) int { return compare(b.sim, a.sim) })
	return forms
}

// complete adds the words that begin as w is typed; the more is missing the
// less they count, at most top.
func (x *Index) complete(forms []form, w string, top float32) []form {
	for _, id := range x.words.completions(w, maxForms-len(forms)) {
		missing := 1 - float32(len(w))/float32(len(x.words.words[id].text))
		forms = addForm(forms, form{x.words.words[id].same, top - 0.2*missing})
	}
	return forms
}

// skipFillers marks the words that say nothing about the errand.
func (x *Index) skipFillers(row []heard) {
	for i := range row {
		for _, s := range x.fillers.find(row, i) {
			if s.sim < 1 && (s.sim < 0.9 || row[i].exactly()) {
				continue
			}
			s.over.each(func(j int) {
				row[j].filler = j == 0 || !x.bound(&row[j-1], &row[j])
			})
		}
		if len(row[i].text) == 1 && len(row[i].forms) == 0 {
			row[i].filler = true
		}
	}
}

// bound tells that b stands right behind a in a phrase of the directory and so
// means something there: the "a" of "SIM A".
func (x *Index) bound(a, b *heard) bool {
	return a.exactly() && b.exactly() && x.bonds[[2]wordID{a.forms[0].word, b.forms[0].word}]
}

// denyForeign makes the words of an errand that no mall does unexplainable.
func (x *Index) denyForeign(row []heard) {
	var over cover
	for i := range row {
		for _, s := range x.foreign.find(row, i) {
			over |= s.over
		}
	}
	over.each(func(i int) { row[i].forms, row[i].weight = nil, foreignWeight })
}

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
	return !slices.ContainsFunc(h.forms, func(f form) bool { return x.words.meaningful(f.word) })
}

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

// matches lists the indexed words that forms stand for: themselves and, with
// a little less, the words of the same root.
func (x *Index) matches(forms []form) []form {
	var list []form
	for _, f := range forms {
		for _, id := range x.words.family[x.words.words[f.word].root] {
			if !x.words.words[id].indexed {
				continue
			}
			sim := f.sim
			if id != f.word {
				sim *= 0.88
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
