package text

import (
	"strconv"
	"strings"
)

// Count writes a whole number with its thousands parted: "1.200" in
// Indonesian, "1,200" in English.
func (s *Speaker) Count(n int) string {
	mark := "."
	if s.lang == English {
		mark = ","
	}
	digits, sign := strconv.Itoa(n), ""
	if n < 0 {
		digits, sign = digits[1:], "-"
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return sign + digits
}

// Tenths writes a number with one decimal: "5,1" in Indonesian, "5.1" in
// English.
func (s *Speaker) Tenths(v float64) string { return s.decimals(v, 1) }

// Hundredths writes a number with two decimals: "88,31" in Indonesian.
func (s *Speaker) Hundredths(v float64) string { return s.decimals(v, 2) }

func (s *Speaker) decimals(v float64, places int) string {
	written := strconv.FormatFloat(v, 'f', places, 64)
	if s.lang == English {
		return written
	}
	return strings.Replace(written, ".", ",", 1)
}
