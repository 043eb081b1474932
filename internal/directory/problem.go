package directory

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"frontdesk/internal/models"
)

const (
	// maxProblems bounds the report of a hostile file; the rest is counted.
	maxProblems = 1000
	// maxQuoted bounds what a problem repeats of the file, in characters.
	maxQuoted = 120
)

// Problem is one fault of a directory file with its place, such as
// agencies[3].services[2].counters[0], or line:column for faults of the text
// itself, or "file" for the file as a whole.
type Problem struct {
	Place string
	Says  models.Phrase
}

// Faults is the error of a directory that cannot be used: every problem found,
// in the order of the file as far as possible.
type Faults struct {
	Problems []Problem
}

// Error lists the problems for logs; screens speak each Problem.
func (f *Faults) Error() string {
	lines := make([]string, len(f.Problems))
	for i, p := range f.Problems {
		lines[i] = fmt.Sprintf("%s: %s %v", p.Place, p.Says.Key, p.Says.Args)
	}
	return "directory: " + strings.Join(lines, "; ")
}

// Unwrap makes faults count as wrong use: another file is needed.
func (f *Faults) Unwrap() error {
	return models.Misuse("directory.faults", len(f.Problems))
}

// problems collects what is wrong, up to maxProblems.
type problems struct {
	list []Problem
	more int
}

func (p *problems) add(place, key string, args ...any) {
	if len(p.list) == maxProblems {
		p.more++
		return
	}
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			args[i] = short(text)
		}
	}
	p.list = append(p.list, Problem{place, models.Say(key, args...)})
}

// short cuts a value of the file to what a sentence can hold; it must not
// steer the terminal that shows it.
func short(text string) string {
	text = strings.Map(func(r rune) rune {
		if steers(r) {
			return utf8.RuneError
		}
		return r
	}, text)
	if utf8.RuneCountInString(text) <= maxQuoted {
		return text
	}
	return string([]rune(text)[:maxQuoted]) + "…"
}

// addText adds a fault of the text itself.
func (p *problems) addText(at spotInText, key string) {
	p.add(at.String(), key, at.line, at.column)
}

// all returns the collected problems; the last one counts those left out.
func (p *problems) all() []Problem {
	if p.more == 0 {
		return p.list
	}
	return append(p.list, Problem{wholeFile, models.Say("directory.more_faults", p.more)})
}
