package finder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one folded word and the bytes of the source it came from.
type token struct {
	text     string
	from, to int
}

// fold cuts s into words of lower-case letters and digits without accents.
// Everything else separates words, except an apostrophe inside one.
func fold(s string) []token {
	var tokens []token
	var word strings.Builder
	from, to := 0, 0
	flush := func() {
		if word.Len() > 0 {
			tokens = append(tokens, token{word.String(), from, to})
			word.Reset()
		}
	}
	for i, r := range s {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError || size < 0 {
			flush()
			continue
		}
		plain := plainLetters(r)
		switch {
		case plain != "":
			if word.Len() == 0 {
				from = i
			}
			word.WriteString(plain)
			to = i + size
		case word.Len() > 0 && unicode.Is(unicode.Mn, r):
			to = i + size
		case !isApostrophe(r):
			flush()
		}
	}
	flush()
	return tokens
}

// plainLetters returns the folded letters and digits of r, "" when it has none.
func plainLetters(r rune) string {
	if r < utf8.RuneSelf {
		if l := unicode.ToLower(r); unicode.IsLetter(l) || unicode.IsDigit(l) {
			return string(l)
		}
		return ""
	}
	var out strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.IsLetter(d) || unicode.IsDigit(d) {
			out.WriteRune(unicode.ToLower(d))
		}
	}
	return out.String()
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '`' || r == '’' || r == '‘' || r == 'ʼ'
}

// words returns the folded words of s without their places.
func words(s string) []string {
	tokens := fold(s)
	list := make([]string, len(tokens))
	for i, t := range tokens {
		list[i] = t.text
	}
	return list
}

// clip shortens s to at most n bytes without cutting a rune in two.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
