package finder

import (
	"slices"
	"strings"
)

// nameWord is one word of a service's name and where it stands there.
type nameWord struct {
	token
	id wordID
}

// nameWords makes the words of name known, to be marked later.
func (x *Index) nameWords(name string) []nameWord {
	var list []nameWord
	for _, t := range fold(name) {
		list = append(list, nameWord{t, x.vocab.add(x.lexicon.canonical(t.text))})
	}
	return list
}

// marks finds the parts of a name that the words of q match: the letters typed
// where they stand in it, else the whole word.
func (x *Index) marks(q *question, name []nameWord) []Span {
	var spans []Span
	for _, w := range name {
		if s, ok := x.markWord(q, w); ok {
			spans = append(spans, s)
		}
	}
	return spans
}

// markWord finds the longest part of t that a word of q matches.
func (x *Index) markWord(q *question, t nameWord) (Span, bool) {
	root := x.vocab.words[t.id].root
	best, found := Span{}, false
	for i := range q.words {
		h := &q.words[i]
		fits := slices.ContainsFunc(h.forms, func(f form) bool {
			return f.word == t.id || x.vocab.words[f.word].root == root
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
