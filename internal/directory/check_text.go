package directory

import (
	"regexp"
	"strings"
	"unicode"
)

// ticketPrefix is what a number may begin with, the "1A" of "1A-014": it is
// called out, printed and typed in capitals.
var ticketPrefix = regexp.MustCompile(`^[A-Z0-9]{1,4}$`)

// name reports a text that shows nothing on a screen or would break its line.
func (c *checker) name(at *place, text string) {
	switch {
	case blank(text):
		c.wrong(at, "directory.blank")
	case strings.ContainsFunc(text, steers):
		c.wrong(at, "directory.control")
	}
}

// code reports a code that is not one visible word: two codes that look alike
// must be alike.
func (c *checker) code(at *place, text string) {
	switch {
	case blank(text):
		c.wrong(at, "directory.blank")
	case strings.ContainsFunc(text, invisible):
		c.wrong(at, "directory.bad_code", text)
	}
}

func (c *checker) prefix(at *place, text string) {
	switch {
	case blank(text):
		c.wrong(at, "directory.blank")
	case !ticketPrefix.MatchString(text):
		c.wrong(at, "directory.bad_prefix", text)
	}
}

func blank(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !invisible(r) })
}

// brailleBlank counts as a symbol in Unicode, but shows nothing.
const brailleBlank = '\u2800'

// invisible tells blanks and what takes no room at all, such as U+200B.
func invisible(r rune) bool {
	return !unicode.IsGraphic(r) || unicode.IsSpace(r) || r == brailleBlank ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// steers tells characters that end a line, turn it round or command a printer.
func steers(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}
