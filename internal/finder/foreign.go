package finder

import "slices"

// passForeign keeps the errands of the lexicon that no service here is called
// by after all.
func (x *Index) passForeign() {
	for _, f := range x.lexicon.foreign {
		if ids := x.vocab.addAll(f); !x.anyCalled(ids) {
			x.foreign.add(ids)
		}
	}
}

// anyCalled tells that some service is called by all of ids in one phrase.
func (x *Index) anyCalled(ids []wordID) bool {
	for _, post := range x.vocab.words[ids[0]].postings {
		for _, p := range x.services[post.service].phrases {
			missing := slices.ContainsFunc(ids, func(id wordID) bool { return !slices.Contains(p.words, id) })
			if !missing {
				return true
			}
		}
	}
	return false
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
