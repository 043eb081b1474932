package finder

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"frontdesk/internal/models"
)

// Index answers queries over one directory. It never changes and may be used
// by many goroutines at once.
type Index struct {
	directory *models.Directory
	lexicon   *lexicon
	vocab     *vocabulary
	services  []service
	bonds     map[[2]wordID]bool // neighbours in a phrase of the directory
	fillers   *phraseTable
	queue     *phraseTable
	asking    *phraseTable
	foreign   *phraseTable
	sayings   *phraseTable
	spoken    []saying    // by number of a saying's phrase
	meanings  [][]meaning // the same, as words of this directory
	places    places
	events    []event
	scratches sync.Pool
}

// service is one entry with the words it can be found by.
type service struct {
	service *models.Service
	agency  *models.Agency
	name    []nameWord
	phrases []phrase
	around  []form // words of agency and requirements with what they count
}

// phrase is one thing people say for a service: its name, a part of the name,
// an alias, or what its agency is called.
type phrase struct {
	words  []wordID
	counts float32 // how much it counts to be found here, 0–1
}

// New builds the index of d, which must not change afterwards.
func New(d *models.Directory) *Index {
	x := &Index{
		directory: d,
		lexicon:   loadLexicon(),
		vocab:     newVocabulary(),
		bonds:     map[[2]wordID]bool{},
		fillers:   newPhraseTable(),
		queue:     newPhraseTable(),
		asking:    newPhraseTable(),
		foreign:   newPhraseTable(),
		sayings:   newPhraseTable(),
	}
	x.readLexicon()
	for i := range d.Agencies {
		x.readAgency(&d.Agencies[i])
	}
	x.readPlaces()
	x.readEvents()
	x.vocab.seal(x.lexicon)
	x.rate()
	x.post()
	x.passForeign()
	x.findMeanings()
	x.sayings.loosen(x.vocab)
	x.places.table.loosen(x.vocab)
	x.scratches.New = func() any { return new(scratch) }
	return x
}

// readLexicon makes the words of the lexicon known, and the mall's own name
// weak: everybody in the building means this mall.
func (x *Index) readLexicon() {
	x.vocab.addAll(x.lexicon.common)
	for _, variant := range slices.Sorted(maps.Keys(x.lexicon.spelling)) {
		x.vocab.addVariant(variant, x.lexicon.spelling[variant])
	}
	for _, f := range x.lexicon.fillers {
		ids := x.vocab.addAll(f)
		x.fillers.add(ids)
		if len(ids) == 1 {
			x.vocab.words[ids[0]].weak, x.vocab.words[ids[0]].filler = true, true
		}
	}
	for _, p := range x.lexicon.queue {
		x.queue.add(x.vocab.addAll(p))
	}
	for _, p := range x.lexicon.asking {
		x.asking.add(x.vocab.addAll(p))
	}
	for _, f := range x.lexicon.foreign {
		x.vocab.addAll(f)
	}
	for _, s := range x.lexicon.sayings {
		for _, says := range s.says {
			ids := x.vocab.addAll(says)
			x.say(ids)
			x.sayings.add(ids)
			x.spoken = append(x.spoken, s)
		}
	}
	for _, id := range x.vocab.addAll(x.lexicon.weak) {
		x.vocab.words[id].weak = true
	}
	mall := x.directory.Mall
	for _, id := range x.vocab.addAll(x.lexicon.spell(mall.ShortName + " " + mall.Name + " " + mall.City)) {
		x.vocab.words[id].weak = true
	}
}

// say notes that people use the words for something the finder answers.
func (x *Index) say(ids []wordID) {
	for _, id := range ids {
		x.vocab.words[id].said = true
	}
}

// readAgency adds the services of a.
func (x *Index) readAgency(a *models.Agency) {
	short := x.vocab.addAll(x.lexicon.spell(a.ShortName))
	agency := x.vocab.addAll(x.lexicon.spell(a.ShortName + " " + a.Name))
	for i := range a.Services {
		s := &a.Services[i]
		entry := service{service: s, agency: a, name: x.nameWords(s.Name)}
		for _, text := range namesOf(s) {
			if w := x.lexicon.spell(text); len(w) > 0 {
				entry.phrases = append(entry.phrases, x.newPhrase(w))
			}
		}
		if len(short) > 0 {
			entry.phrases = append(entry.phrases, phrase{short, inShortName})
		}
		entry.around = appendForms(entry.around, agency, inAgency)
		for _, r := range s.Requirements {
			entry.around = appendForms(entry.around, x.vocab.addAll(x.lexicon.spell(r)), inRequirement)
		}
		x.services = append(x.services, entry)
	}
}

// newPhrase makes a phrase and notes which words stand together in it.
func (x *Index) newPhrase(words []string) phrase {
	ids := x.vocab.addAll(words)
	for i := range len(ids) - 1 {
		x.bonds[[2]wordID{ids[i], ids[i+1]}] = true
	}
	return phrase{ids, inPhrase}
}

// namesOf lists what s is called: its name, the name without what stands in
// brackets, what stands in them, and the aliases.
func namesOf(s *models.Service) []string {
	names := []string{s.Name}
	if before, rest, ok := strings.Cut(s.Name, "("); ok {
		inside, after, _ := strings.Cut(rest, ")")
		names = append(names, before+" "+after, inside)
	}
	return append(names, s.Aliases...)
}

// appendForms adds words that are not in list yet.
func appendForms(list []form, words []wordID, weight float32) []form {
	for _, w := range words {
		if !slices.ContainsFunc(list, func(f form) bool { return f.word == w }) {
			list = append(list, form{w, weight})
		}
	}
	return list
}
