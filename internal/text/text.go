// Package text speaks: it turns the phrases that rules make into sentences,
// in Indonesian first and in complete English, and writes dates and numbers
// the way Indonesian offices do.
//
// Words live in id.json and en.json (screens) and in id.d/ and en.d/ (one
// file per room of the program), as flat objects: key → sentence, with {0},
// {1} … for values. {0:time}, {0:date}, {0:day}, {0:short}, {0:list} and
// {0:days} say how a value is written.
package text

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"frontdesk/internal/models"
)

// Language is a language of the screen.
type Language string

const (
	Indonesian Language = "id"
	English    Language = "en"
)

//go:embed id.json en.json id.d/*.json en.d/*.json
var files embed.FS

// Speaker says phrases in one language. It is immutable.
type Speaker struct {
	lang  Language
	words map[string]string
}

// Load gives the speaker of lang; an unknown language is Indonesian. The words
// are read once.
func Load(lang Language) (*Speaker, error) {
	if lang == English {
		return english()
	}
	return indonesian()
}

var (
	indonesian = sync.OnceValues(func() (*Speaker, error) { return read(Indonesian) })
	english    = sync.OnceValues(func() (*Speaker, error) { return read(English) })
)

func read(lang Language) (*Speaker, error) {
	s := &Speaker{lang: lang, words: map[string]string{}}
	names := []string{string(lang) + ".json"}
	more, err := files.ReadDir(string(lang) + ".d")
	if err != nil {
		return nil, err
	}
	for _, f := range more {
		names = append(names, path.Join(string(lang)+".d", f.Name()))
	}
	for _, name := range names {
		if err := s.add(name); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// MustLoad is Load for the embedded words, which a test has read.
func MustLoad(lang Language) *Speaker {
	s, err := Load(lang)
	if err != nil {
		panic(err)
	}
	return s
}

func (s *Speaker) add(name string) error {
	raw, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	var table map[string]string
	if err := json.Unmarshal(raw, &table); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for key, sentence := range table {
		if _, twice := s.words[key]; twice {
			return fmt.Errorf("%s: key %q stands twice", name, key)
		}
		s.words[key] = sentence
	}
	return nil
}

// Language tells which language s speaks.
func (s *Speaker) Language() Language { return s.lang }

// Keys lists every key s knows, in no order.
func (s *Speaker) Keys() []string {
	keys := make([]string, 0, len(s.words))
	for key := range s.words {
		keys = append(keys, key)
	}
	return keys
}

// Say speaks a phrase. A key without words is shown as it is, so that a
// missing word is seen and not hidden.
func (s *Speaker) Say(p models.Phrase) string {
	if p.Empty() {
		return ""
	}
	sentence, ok := s.words[p.Key]
	if !ok {
		return p.Key
	}
	return s.fill(sentence, p.Args)
}

// T speaks the sentence of key.
func (s *Speaker) T(key string, args ...any) string {
	return s.Say(models.Phrase{Key: key, Args: args})
}

// Has tells whether key has words.
func (s *Speaker) Has(key string) bool {
	_, ok := s.words[key]
	return ok
}

// Error says what err means to a person: its own sentence when it has one,
// else that something failed and nothing was stored.
func (s *Speaker) Error(err error) string {
	var e *models.Error
	if errors.As(err, &e) && !e.Says.Empty() {
		return s.Say(e.Says)
	}
	return s.T("error.unknown")
}

// fill replaces {n} and {n:format} by the written argument.
func (s *Speaker) fill(sentence string, args []any) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var out strings.Builder
	for {
		open := strings.IndexByte(sentence, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(sentence[open:], '}')
		if end < 0 {
			break
		}
		out.WriteString(sentence[:open])
		out.WriteString(s.place(sentence[open+1:open+end], args))
		sentence = sentence[open+end+1:]
	}
	out.WriteString(sentence)
	return out.String()
}

// place writes one argument; "0:time" names its number and its format.
func (s *Speaker) place(spec string, args []any) string {
	number, format, _ := strings.Cut(spec, ":")
	var i int
	if _, err := fmt.Sscanf(number, "%d", &i); err != nil || i < 0 || i >= len(args) {
		return "{" + spec + "}"
	}
	return s.write(args[i], format)
}
