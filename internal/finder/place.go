package finder

import (
	"slices"

	"frontdesk/internal/models"
)

// asksWhere is the line of the lexicon that tells a question for a place.
const asksWhere = "where"

const (
	placeWeight = 0.7  // a word for a place weighs at least this
	whereBonus  = 0.12 // for "di mana" and the like
)

// places finds places by what people call them.
type places struct {
	table  *phraseTable
	kinds  []models.PlaceKind // by number of the phrase
	ofKind map[models.PlaceKind][]PlaceHit
}

// readPlaces adds the places of the plan and the lexicon's words for them.
func (x *Index) readPlaces() {
	x.places = places{table: newPhraseTable(), ofKind: map[models.PlaceKind][]PlaceHit{}}
	for i := range x.directory.Floors {
		floor := &x.directory.Floors[i]
		for j := range floor.Places {
			place := &floor.Places[j]
			if place.Kind == models.PlaceCounter {
				continue
			}
			x.places.ofKind[place.Kind] = append(x.places.ofKind[place.Kind], PlaceHit{place, floor})
			x.addPlacePhrase(place.Kind, x.lexicon.spell(place.Name))
		}
	}
	for _, p := range x.lexicon.places {
		for _, says := range p.says {
			x.addPlacePhrase(p.kind, says)
		}
	}
}

func (x *Index) addPlacePhrase(kind models.PlaceKind, says []string) {
	if len(says) == 0 || len(x.places.ofKind[kind]) == 0 && kind != asksWhere {
		return
	}
	ids := x.vocab.addAll(says)
	x.say(ids)
	x.places.table.add(ids)
	x.places.kinds = append(x.places.kinds, kind)
}

// placesFor returns the places that q asks for and which share of q they
// explain, 0–1 and a little above for an outright "where".
func (x *Index) placesFor(q *question, scratch *scratch) ([]PlaceHit, float32) {
	var kind models.PlaceKind
	var best, bonus float32
	longest := 0
	for _, s := range x.places.table.findAll(q.words, scratch) {
		k := x.places.kinds[s.number]
		if k == asksWhere {
			bonus = whereBonus
			continue
		}
		share := q.placeShare(s) * s.sim
		if size := s.over.size(); share > best || share == best && size > longest {
			kind, best, longest = k, share, size
		}
	}
	if best == 0 {
		return nil, 0
	}
	return slices.Clone(x.places.ofKind[kind]), best + bonus
}

// placeShare is the share of q that the phrase at s makes up.
func (q *question) placeShare(s span) float32 {
	var inside, all float32
	for i, h := range q.words {
		weight := h.weight
		if s.over.has(i) {
			weight = max(weight, placeWeight)
			inside += weight
		}
		all += weight
	}
	return inside / all
}
