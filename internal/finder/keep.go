package finder

import (
	"strings"
	"unicode"
)

const keptWords = 5

// Keepable returns what may be stored of a search that found nothing: at most
// five folded words, none with a digit in it, because digits may be a NIK or a
// telephone number.
func Keepable(query string) string {
	var kept []string
	for _, w := range words(clip(query, maxQuery)) {
		if len(kept) == keptWords {
			break
		}
		if !strings.ContainsFunc(w, unicode.IsDigit) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}
