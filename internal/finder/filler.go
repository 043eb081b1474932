package finder

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
