package desk

import (
	"strconv"

	"frontdesk/internal/models"
)

// namedOrdinals is how many ordinals have a word of their own: pertama, kedua …
const namedOrdinals = 12

// WayPhrase puts a way into words, its steps one after the other, beginning in
// lower case: "naik lift ke lantai 2, ke kiri, loket kedua". The directory's
// own words go before. It is empty when nothing is known.
func WayPhrase(w models.Way) models.Phrase {
	if w.Words != "" {
		return models.Say("way.own", w.Words)
	}
	var said models.Phrase
	for _, step := range w.Steps {
		words := stepPhrase(step)
		if said.Empty() {
			said = words
			continue
		}
		said = models.Say("way.then", said, words)
	}
	return said
}

func stepPhrase(s models.WayStep) models.Phrase {
	switch s.Kind {
	case models.WayLift, models.WayStairs:
		return models.Say("way."+string(s.Kind), s.Floor)
	case models.WayNth:
		if s.Nth <= namedOrdinals {
			return models.Say("way.nth." + strconv.Itoa(s.Nth))
		}
		return models.Say("way.nth", s.Nth)
	}
	return models.Say("way." + string(s.Kind))
}
