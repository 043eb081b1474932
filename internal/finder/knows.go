package finder

// Knows tells whether a folded word is one of the directory or the lexicon.
func (x *Index) Knows(word string) bool {
	_, known := x.vocab.ids[word]
	return known
}

// Words are the folded words of a text.
func Words(text string) []string { return words(text) }
