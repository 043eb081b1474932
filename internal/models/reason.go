package models

import "strings"

// longestReasonNumber is how many digits a reason may hold: a time and a date
// do, a phone number or a NIK does not.
const longestReasonNumber = 6

// PlainReason makes free text fit to be stored in the clear: a reason with
// more digits than a time or a date has loses them all, for they may be
// somebody's number.
func PlainReason(typed string) string {
	reason := strings.Join(strings.Fields(typed), " ")
	digits := 0
	for _, r := range reason {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	if digits <= longestReasonNumber {
		return reason
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '•'
		}
		return r
	}, reason)
}
