package finder

import (
	"embed"
	"strings"
	"sync"

	"frontdesk/internal/models"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// saying is one line of everyday speech: any of says means any of means, the
// maybes with less certainty.
type saying struct {
	says, means, maybes [][]string
}

// placeWords are the ways to ask for one kind of place.
type placeWords struct {
	kind models.PlaceKind
	says [][]string
}

// lexicon is what the finder knows of the language before it reads a
// directory. Each file's header explains its format.
type lexicon struct {
	spelling map[string]string // variant → the spelling used inside
	roots    map[string]string // derived word → root, where affixes mislead
	fillers  [][]string        // words and phrases that mean nothing here
	queue    [][]string        // phrases for taking a number
	asking   [][]string        // fillers, unless nothing else is said
	weak     []string          // words that fit almost every service
	common   []string          // words of daily life that are no typos
	foreign  [][]string        // errands that no mall does
	sayings  []saying
	places   []placeWords
}

var loadLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{spelling: map[string]string{}, roots: map[string]string{}}
	for _, pair := range readLines("spelling") {
		canonical, variants, _ := strings.Cut(pair, "=")
		for _, v := range words(variants) {
			l.spelling[v] = strings.TrimSpace(canonical)
		}
	}
	for _, pair := range readLines("roots") {
		root, derived, _ := strings.Cut(pair, "=")
		for _, w := range words(derived) {
			l.roots[w] = strings.TrimSpace(root)
		}
	}
	for _, line := range readLines("fillers") {
		l.fillers = append(l.fillers, l.phrases(line)...)
	}
	for _, line := range readLines("queue") {
		l.queue = append(l.queue, l.phrases(line)...)
	}
	for _, line := range readLines("asking") {
		l.asking = append(l.asking, l.phrases(line)...)
	}
	for _, line := range readLines("weak") {
		l.weak = append(l.weak, l.spell(line)...)
	}
	for _, line := range readLines("common") {
		l.common = append(l.common, l.spell(line)...)
	}
	for _, line := range readLines("elsewhere") {
		l.foreign = append(l.foreign, l.phrases(line)...)
	}
	for _, name := range []string{"sayings", "local", "english"} {
		for _, line := range readLines(name) {
			says, means, _ := strings.Cut(line, "=")
			sure, maybe, _ := strings.Cut(means, "~")
			l.sayings = append(l.sayings, saying{l.phrases(says), l.phrases(sure), l.phrases(maybe)})
		}
	}
	for _, line := range readLines("places") {
		kind, says, _ := strings.Cut(line, "=")
		l.places = append(l.places, placeWords{models.PlaceKind(strings.TrimSpace(kind)), l.phrases(says)})
	}
	return l
})

// readLines returns the lines of a lexicon file without comments and blanks.
func readLines(name string) []string {
	text, err := lexiconFiles.ReadFile("lexicon/" + name + ".txt")
	if err != nil {
		panic(err) // embedded at build time: cannot be missing
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// phrases splits "a b, c" into its folded phrases.
func (l *lexicon) phrases(list string) [][]string {
	var out [][]string
	for p := range strings.SplitSeq(list, ",") {
		if w := l.spell(p); len(w) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// spell returns the folded words of s in the spelling used inside.
func (l *lexicon) spell(s string) []string {
	list := words(s)
	for i, w := range list {
		list[i] = l.canonical(w)
	}
	return list
}

func (l *lexicon) canonical(w string) string {
	if c, ok := l.spelling[w]; ok {
		return c
	}
	return w
}
