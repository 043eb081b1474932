package desk

import (
	"math"

	"frontdesk/internal/models"
)

// FindWay leads from reception to a counter. The directory's own words, when
// it has any, stand in Way.Words; steps and line are there all the same
// (issue: Routing).
//
// A counter that is on no plan has no line, and no steps but the lift to its
// floor. The search takes milliseconds: keep the answer.
func FindWay(cat *models.Catalogue, counter *models.Counter) models.Way {
	way := wayTo(cat.Directory, counter.Floor, func(p models.Place) bool {
		return p.Kind == models.PlaceCounter && p.Counter == counter.Code
	})
	way.Words = counter.Way
	return way
}

// FindWayToPlace leads from reception to a place of the building. The way to a
// place outside ends at the nearest door.
func FindWayToPlace(d *models.Directory, floor *models.Floor, place *models.Place) models.Way {
	return wayTo(d, floor.Number, func(p models.Place) bool { return p == *place })
}

func wayTo(d *models.Directory, number int, wanted func(models.Place) bool) models.Way {
	way := models.Way{Floor: number}
	plan, ok := newWayPlan(d, number)
	home := receptionFloor(d)
	if number != home {
		way.Steps = append(way.Steps, models.WayStep{Kind: plan.climb(), Floor: number})
	}
	if !ok {
		return way
	}
	target, ok := plan.find(wanted)
	if !ok {
		return way
	}
	start, ok := plan.start(number == home)
	if !ok {
		return way
	}
	if target == start.place {
		if number == home {
			way.Steps = append(way.Steps, models.WayStep{Kind: models.WayHere})
		}
		return way
	}
	way.Steps = append(way.Steps, plan.steps(start, target)...)
	way.Line = plan.line(start, target)
	return way
}

// receptionFloor is the floor on which visitors start: that of the first
// reception, else of the first entrance, else the first one listed. A building
// without floors starts on the first.
func receptionFloor(d *models.Directory) int {
	for _, kind := range []models.PlaceKind{models.PlaceReception, models.PlaceEntrance} {
		for _, f := range d.Floors {
			for _, p := range f.Places {
				if p.Kind == kind {
					return f.Number
				}
			}
		}
	}
	if len(d.Floors) > 0 {
		return d.Floors[0].Number
	}
	return 1
}

// wayStart is where a visitor stands and which way she looks.
type wayStart struct {
	place  models.Place
	at     models.Point
	facing heading
}

// seen gives how far ahead and to the right of the visitor p lies, in metres.
func (s wayStart) seen(p models.Point) (ahead, right float64) {
	dx, dy := p.X-s.at.X, p.Y-s.at.Y
	return dx*s.facing.x + dy*s.facing.y, dx*s.facing.right().x + dy*s.facing.right().y
}

// steps tells how to reach target in a visitor's words: to which side, whether
// on to the far wall, and the how manieth counter of its row.
func (p wayPlan) steps(start wayStart, target models.Place) []models.WayStep {
	ahead, right := start.seen(centre(target))
	halfAhead, halfRight := start.halves(target)
	var steps []models.WayStep
	if math.Abs(right) > halfRight {
		steps = append(steps, models.WayStep{Kind: sideOf(right)})
	}
	wall, atWall := p.wallOf(target)
	far := ahead > halfAhead && (!atWall || wall == start.facing || len(steps) == 0)
	switch {
	case far:
		steps = append(steps, models.WayStep{Kind: models.WayStraight})
	case len(steps) == 0:
		steps = append(steps, models.WayStep{Kind: models.WayBack})
	}
	if target.Kind == models.PlaceCounter && atWall && !straightOrBack(steps) {
		steps = append(steps, models.WayStep{Kind: models.WayNth, Nth: p.nth(start, target, wall)})
	}
	return steps
}

// straightOrBack tells that the way needs no counting: the place is dead ahead
// or right behind.
func straightOrBack(steps []models.WayStep) bool {
	return len(steps) == 1 && (steps[0].Kind == models.WayStraight || steps[0].Kind == models.WayBack)
}

func sideOf(right float64) models.WayStepKind {
	if right < 0 {
		return models.WayLeft
	}
	return models.WayRight
}

// halves gives half of a place's size along and across the visitor's view.
func (s wayStart) halves(p models.Place) (ahead, right float64) {
	if s.facing.x != 0 {
		return p.W / 2, p.H / 2
	}
	return p.H / 2, p.W / 2
}

// nth counts the counters along target's wall from where the visitor comes to
// it, target included, from 1. The one that she stands level with counts for
// both directions.
func (p wayPlan) nth(start wayStart, target models.Place, wall heading) int {
	own, _ := start.along(target, wall)
	n := 1
	for _, other := range p.floor.Places {
		otherWall, atWall := p.wallOf(other)
		if other.Kind != models.PlaceCounter || !atWall || otherWall != wall {
			continue
		}
		far, level := start.along(other, wall)
		if math.Abs(far) < math.Abs(own) && (level || far*own > 0) {
			n++
		}
	}
	return n
}

// along gives the distance of a place from the visitor along a wall, with its
// sign, and whether she stands level with it.
func (s wayStart) along(p models.Place, wall heading) (distance float64, level bool) {
	ahead, right := s.seen(centre(p))
	halfAhead, halfRight := s.halves(p)
	if wall == s.facing || wall == s.facing.back() {
		return right, math.Abs(right) <= halfRight
	}
	return ahead, math.Abs(ahead) <= halfAhead
}
