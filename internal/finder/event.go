package finder

import (
	"cmp"
	"slices"

	"frontdesk/internal/models"
)

// Shares of the query, 0–1, that a life event must explain.
const (
	eventAlone   = 0.6  // by itself
	eventBesides = 0.35 // when it also holds the best service
)

// event is a life event with the phrases it is known by.
type event struct {
	event   *models.LifeEvent
	phrases []phrase
}

func (x *Index) readEvents() {
	for i := range x.directory.LifeEvents {
		e := event{event: &x.directory.LifeEvents[i]}
		for _, text := range append([]string{e.event.Name}, e.event.Aliases...) {
			if w := x.lexicon.spell(text); len(w) > 0 {
				e.phrases = append(e.phrases, phrase{x.vocab.addAll(w), inPhrase})
			}
		}
		x.events = append(x.events, e)
	}
}

// eventsFor returns the life events that q tells of, best first. It needs the
// hits that prepare noted.
func (x *Index) eventsFor(q *question, hits []Hit, s *scratch) []*models.LifeEvent {
	type told struct {
		event *models.LifeEvent
		share float32
	}
	var list []told
	for _, e := range x.events {
		share := x.eventShare(q, e, s)
		enough := float32(eventAlone)
		if len(hits) > 0 && slices.Contains(e.event.Services, hits[0].Service.Code) {
			enough = eventBesides
		}
		if share >= enough {
			list = append(list, told{e.event, share})
		}
	}
	slices.SortStableFunc(list, func(a, b told) int { return cmp.Compare(b.share, a.share) })
	events := make([]*models.LifeEvent, len(list))
	for i, t := range list {
		events[i] = t.event
	}
	return events
}

// eventShare is the share of q that the best phrase of e explains.
func (x *Index) eventShare(q *question, e event, s *scratch) float32 {
	var best float32
	for _, p := range e.phrases {
		clear(s.inside)
		for _, w := range p.words {
			raise(s.inside, s.wordHit[w], inPhrase)
		}
		best = max(best, q.covered(s.inside))
	}
	return best
}
