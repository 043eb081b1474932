package finds

import (
	"strings"
	"unicode"

	"frontdesk/internal/desk"
)

// longPersonal is how many digits after words are surely a card or a phone.
const longPersonal = 10

// SplitPersonal parts a NIK or phone number from what was searched: a reader
// types into whatever field has the focus.
func SplitPersonal(query string) (rest, personal string) {
	if desk.Personal(query) {
		return "", query
	}
	start, digits := len(query), 0
	for i := len(query) - 1; i >= 0; i-- {
		switch c := query[i]; {
		case c >= '0' && c <= '9':
			start, digits = i, digits+1
		case c == ' ' || c == '.' || c == '-' || c == '+':
		default:
			i = 0
		}
	}
	if digits < longPersonal {
		return query, ""
	}
	return strings.TrimRightFunc(query[:start], func(c rune) bool { return unicode.IsSpace(c) || c == '+' }), query[start:]
}
