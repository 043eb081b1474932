package guard

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"frontdesk/internal/models"
)

// A key is written down as recovery words: 16 bits a word, consonant and
// vowel in turn (D. S. Wilkerson, "A Proposal for Proquints", 2009), so that
// anyone can read them out over a telephone. A last word checks the others.
const (
	consonants = "bdfghjklmnprstvz"
	vowels     = "aiou"
	keyWords   = len(Key{}) / 2
)

// RecoveryWords writes the key as 17 words of five letters.
func (k Key) RecoveryWords() string {
	words := make([]string, 0, keyWords+1)
	for i := 0; i < len(k); i += 2 {
		words = append(words, proquint(binary.BigEndian.Uint16(k[i:])))
	}
	return strings.Join(append(words, checkWord(k)), " ")
}

// KeyFromWords reads recovery words, in any case and spacing. Errors:
// KindUsage when a word is missing, unknown or mistyped.
func KeyFromWords(text string) (Key, error) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
	if len(words) != keyWords+1 {
		return Key{}, models.Misuse("key.words_count", keyWords+1, len(words))
	}
	var k Key
	for i, word := range words[:keyWords] {
		value, ok := fromProquint(word)
		if !ok {
			return Key{}, models.Misuse("key.word", i+1)
		}
		binary.BigEndian.PutUint16(k[2*i:], value)
	}
	if words[keyWords] != checkWord(k) {
		return Key{}, models.Misuse("key.check")
	}
	return k, nil
}

func checkWord(k Key) string {
	sum := sha256.Sum256(append([]byte("frontdesk words"), k[:]...))
	return proquint(binary.BigEndian.Uint16(sum[:]))
}

// pattern tells for each letter of a word how many bits it carries.
var pattern = [5]struct {
	letters string
	bits    uint
}{{consonants, 4}, {vowels, 2}, {consonants, 4}, {vowels, 2}, {consonants, 4}}

func proquint(value uint16) string {
	word := make([]byte, len(pattern))
	shift := uint(16)
	for i, p := range pattern {
		shift -= p.bits
		word[i] = p.letters[value>>shift&(1<<p.bits-1)]
	}
	return string(word)
}

func fromProquint(word string) (uint16, bool) {
	if len(word) != len(pattern) {
		return 0, false
	}
	var value uint16
	for i, p := range pattern {
		digit := strings.IndexByte(p.letters, word[i])
		if digit < 0 {
			return 0, false
		}
		value = value<<p.bits | uint16(digit)
	}
	return value, true
}
