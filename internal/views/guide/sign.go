package guide

import (
	"strconv"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
)

// guideSign is the ink plate with the way in words.
type guideSign struct {
	number string     // of a counter
	icons  []kit.Icon // of a place, and of the legs
	first  string     // the floor, or how to get there
	words  string
}

// sign says where a row leads to and how to get there.
func (w guideWords) sign(t guideTarget) guideSign {
	var sign guideSign
	target := ""
	switch {
	case t.counter != nil:
		sign.number = strconv.Itoa(t.counter.Number)
		target = w.speak.T("row.counter", t.counter.Number)
	case t.place != nil:
		target = finds.PlaceName(w.speak, t.place)
		if icon := kit.IconOfPlace(t.place.Kind); icon != kit.IconNone {
			sign.icons = append(sign.icons, icon)
		}
	default:
		return sign
	}
	for _, step := range t.way.Steps {
		if icon := kit.IconOfStep(step.Kind); icon != kit.IconNone {
			sign.icons = append(sign.icons, icon)
		}
	}
	sentences := w.speak.WayInFull(t.way, target)
	sign.first = w.speak.T("row.floor", t.floor) + "."
	if len(sentences) > 1 && climbs(t.way) {
		sign.first, sentences = sentences[0], sentences[1:]
	}
	sign.words = strings.Join(sentences, " ")
	return sign
}

// climbs tells that a way begins with a lift or stairs.
func climbs(way models.Way) bool {
	return way.Words == "" && len(way.Steps) > 0 &&
		(way.Steps[0].Kind == models.WayLift || way.Steps[0].Kind == models.WayStairs)
}
