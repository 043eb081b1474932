package text

import (
	"strconv"
	"strings"
)

var indonesianDigits = [10]string{"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"}

var englishDigits = [10]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// Spoken is the sentence that calls a ticket to a counter: the ticket's
// characters one by one, the counter as a number (domain.md §4, Pengadilan
// Agama Penajam). counter is 0–999 999.
func (s *Speaker) Spoken(ticket string, counter int) string {
	place := s.spell(strconv.Itoa(counter))
	if s.lang == Indonesian {
		place = indonesianNumber(counter)
	}
	return s.T("voice.call", s.spell(ticket), place)
}

// spell reads digits and letters one by one and passes over the rest.
func (s *Speaker) spell(ticket string) string {
	digits := &indonesianDigits
	if s.lang == English {
		digits = &englishDigits
	}
	var words []string
	for _, r := range strings.ToUpper(ticket) {
		switch {
		case r >= '0' && r <= '9':
			words = append(words, digits[r-'0'])
		case r >= 'A' && r <= 'Z':
			words = append(words, string(r))
		}
	}
	return strings.Join(words, " ")
}

// indonesianNumber says a number: 101 is "seratus satu".
func indonesianNumber(n int) string {
	switch {
	case n < 10:
		return indonesianDigits[max(n, 0)]
	case n == 10:
		return "sepuluh"
	case n == 11:
		return "sebelas"
	case n < 20:
		return indonesianDigits[n-10] + " belas"
	case n < 100:
		return numberParts(indonesianDigits[n/10]+" puluh", n%10)
	case n < 200:
		return numberParts("seratus", n-100)
	case n < 1000:
		return numberParts(indonesianDigits[n/100]+" ratus", n%100)
	case n < 2000:
		return numberParts("seribu", n-1000)
	}
	return numberParts(indonesianNumber(n/1000)+" ribu", n%1000)
}

func numberParts(head string, rest int) string {
	if rest == 0 {
		return head
	}
	return head + " " + indonesianNumber(rest)
}
