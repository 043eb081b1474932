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

// skipQueue takes the words for taking a number out of the query, unless they
// begin something longer of the directory: "ambil nomor" of "nomor induk".
func (x *Index) skipQueue(row []heard) {
	for i := range row {
		for _, s := range x.queue.find(row, i) {
			end := i + s.over.stretch()
			if s.sim < sameRoot || end < len(row) && x.bound(&row[end-1], &row[end]) {
				continue
			}
			s.over.each(func(j int) { row[j].forms, row[j].filler = nil, true })
		}
	}
}

// skipAsking marks the words of asking as fillers when the errand itself is
// said too.
func (x *Index) skipAsking(row []heard) {
	var asking cover
	for i := range row {
		for _, s := range x.asking.find(row, i) {
			if s.sim >= sameRoot {
				asking |= s.over
			}
		}
	}
	for i := range row {
		if !asking.has(i) && !row[i].filler && x.telling(&row[i]) {
			asking.each(func(j int) { row[j].filler = true })
			return
		}
	}
}

// telling tells that a word may lead to a service by itself.
func (x *Index) telling(h *heard) bool {
	return !x.unrelated(h) && !x.vocab.words[h.forms[0].word].weak
}
