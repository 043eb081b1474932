package finder

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
	heaviest float32 // of one word
	fillers  int
}

// understand reads a query.
func (x *Index) understand(query string, scratch *scratch) question {
	row := x.hear(query, scratch)
	x.skipFillers(row)
	x.skipQueue(row)
	x.skipAsking(row)
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
		q.heaviest = max(q.heaviest, h.weight)
		if h.filler {
			q.fillers++
		}
	}
	return q
}
