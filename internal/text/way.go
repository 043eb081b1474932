package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"frontdesk/internal/models"
)

// Way says a way in one line: "Naik lift ke lantai 2, ke kiri, loket kedua".
func (s *Speaker) Way(w models.Way) string {
	if w.Words != "" {
		return Sentence(w.Words)
	}
	said := make([]string, len(w.Steps))
	for i, step := range w.Steps {
		said[i] = s.step(step)
	}
	return Sentence(strings.Join(said, ", "))
}

// WayInFull says a way to a target in whole sentences, for reading aloud to a
// visitor: "Ke kiri dari resepsionis, lalu lurus.", "Loket 110 di depan Anda."
// Going to another floor is a sentence of its own. There are none when nothing
// is known.
func (s *Speaker) WayInFull(w models.Way, target string) []string {
	if w.Words != "" {
		return []string{closed(w.Words)}
	}
	if len(w.Steps) == 0 {
		return nil
	}
	var sentences, legs []string
	start, end := s.T("way.reception"), s.T("way.ahead", target)
	for _, step := range w.Steps {
		switch step.Kind {
		case models.WayLift, models.WayStairs:
			sentences = append(sentences, closed(s.step(step)))
			start = s.T("way.start." + string(step.Kind))
		case models.WayNth:
			end = s.T("way.is", target, s.step(step))
		case models.WayHere:
			end = s.T("way.at", target)
		default:
			legs = append(legs, s.step(step))
		}
	}
	if len(legs) > 0 {
		legs[0] = s.T("way.from", legs[0], start)
		sentences = append(sentences, closed(strings.Join(legs, s.T("way.and_then"))))
	}
	return append(sentences, closed(end))
}

func (s *Speaker) step(step models.WayStep) string {
	switch step.Kind {
	case models.WayLift, models.WayStairs:
		return s.T("way."+string(step.Kind), step.Floor)
	case models.WayNth:
		if named := "way.nth." + strconv.Itoa(step.Nth); s.Has(named) {
			return s.T(named)
		}
		return s.T("way.nth", step.Nth)
	}
	return s.T("way." + string(step.Kind))
}

// Sentence begins words with a capital.
func Sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + words[size:]
}

// closed makes a sentence with its full stop.
func closed(words string) string {
	return strings.TrimRight(Sentence(words), ". ") + "."
}
