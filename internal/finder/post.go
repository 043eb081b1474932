package finder

// How much it counts where a word of the query is found.
const (
	inPhrase      = 1.0 // a name or an alias
	inShortName   = 0.8 // what the agency is called
	inAgency      = 0.6
	inRequirement = 0.25
)

// post writes down for every word which services have it.
func (x *Index) post() {
	for _, e := range x.events {
		for _, p := range e.phrases {
			for _, w := range p.words {
				x.vocab.words[w].indexed = true
			}
		}
	}
	for n, s := range x.services {
		seen := map[wordID]bool{}
		add := func(w wordID, weight float32) {
			if seen[w] {
				return
			}
			seen[w] = true
			x.vocab.words[w].indexed = true
			x.vocab.words[w].postings = append(x.vocab.words[w].postings, posting{int32(n), weight})
		}
		for _, p := range s.phrases {
			for _, w := range p.words {
				add(w, p.counts)
			}
		}
		for _, f := range s.around {
			add(f.word, f.sim)
		}
	}
}
