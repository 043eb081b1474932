package finder

import (
	"slices"
	"strings"
)

// marks finds the parts of name that the words of q match: the letters typed
// where they stand in it, else the whole word.
func (x *Index) marks(q *question, name string) []Span {
	var spans []Span
	for _, t := range fold(name) {
		id, ok := x.vocab.ids[x.lexicon.canonical(t.text)]
		if !ok {
			continue
		}
		if s, ok := x.markWord(q, t, id); ok {
			spans = append(spans, s)
		}
	}
	return spans
}

// markWord finds the longest part of t, the word id, that a word of q matches.
func (x *Index) markWord(q *question, t token, id wordID) (Span, bool) {
	root := x.vocab.words[id].root
	best, found := Span{}, false
	for i := range q.words {
		h := &q.words[i]
		fits := slices.ContainsFunc(h.forms, func(f form) bool {
			return f.word == id || x.vocab.words[f.word].root == root
		})
		if h.filler || !fits {
			continue
		}
		s := Span{t.from, t.to}
		at := strings.Index(t.text, h.text)
		if at >= 0 && len(t.text) == t.to-t.from {
			s = Span{t.from + at, t.from + at + len(h.text)}
		}
		if !found || s.To-s.From > best.To-best.From {
			best, found = s, true
		}
	}
	return best, found
}
