package desk

import (
	"cmp"
	"math"
	"slices"

	"frontdesk/internal/models"
)

const (
	wayCell   = 0.5 // metres between grid lines
	wayReach  = 1.0 // metres between a place and who stands before it
	wallGap   = 1.0 // metres up to which a place counts as standing at a wall
	gridLines = 200 // at most, each way: larger floors get wider cells
)

// heading is one of the four directions of a plan; y grows downward.
type heading struct {
	x, y float64
}

var headings = [4]heading{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}

func (h heading) back() heading { return heading{-h.x, -h.y} }

// right is the direction at the right hand of who looks along h.
func (h heading) right() heading { return heading{-h.y, h.x} }

// wayPlan is the plan of one floor with what a search needs.
type wayPlan struct {
	floor  *models.Floor
	inside []models.Place // the places that stand in the way
	cell   float64        // metres
}

// newWayPlan prepares the plan of a floor; ok is false when there is none.
func newWayPlan(d *models.Directory, number int) (plan wayPlan, ok bool) {
	i := slices.IndexFunc(d.Floors, func(f models.Floor) bool { return f.Number == number })
	if i < 0 {
		return wayPlan{}, false
	}
	floor := &d.Floors[i]
	plan.floor = floor
	plan.cell = max(wayCell, max(floor.Width, floor.Depth)/gridLines)
	for _, p := range floor.Places {
		if !p.Outside {
			plan.inside = append(plan.inside, p)
		}
	}
	return plan, floor.Width > 0 && floor.Depth > 0
}

// climb names how visitors reach this floor: by lift unless the plan shows
// only stairs.
func (p wayPlan) climb() models.WayStepKind {
	if _, lift := p.first(models.PlaceLift); lift {
		return models.WayLift
	}
	if _, stairs := p.first(models.PlaceStairs); stairs {
		return models.WayStairs
	}
	return models.WayLift
}

func (p wayPlan) first(kinds ...models.PlaceKind) (models.Place, bool) {
	for _, kind := range kinds {
		for _, place := range p.inside {
			if place.Kind == kind {
				return place, true
			}
		}
	}
	return models.Place{}, false
}

// find gives the place that is wanted, or, for one outside, the nearest door.
func (p wayPlan) find(wanted func(models.Place) bool) (models.Place, bool) {
	if p.floor == nil {
		return models.Place{}, false
	}
	i := slices.IndexFunc(p.floor.Places, wanted)
	if i < 0 {
		return models.Place{}, false
	}
	place := p.floor.Places[i]
	if !place.Outside {
		return place, true
	}
	var doors []models.Place
	for _, door := range p.inside {
		if door.Kind == models.PlaceEntrance || door.Kind == models.PlaceExit {
			doors = append(doors, door)
		}
	}
	if len(doors) == 0 {
		return models.Place{}, false
	}
	return slices.MinFunc(doors, func(a, b models.Place) int {
		return cmp.Compare(distance(centre(a), centre(place)), distance(centre(b), centre(place)))
	}), true
}

// start is where visitors begin on this floor: between reception and entrance,
// looking into the building; on other floors before the lift or the stairs.
func (p wayPlan) start(home bool) (wayStart, bool) {
	if !home {
		place, ok := p.first(models.PlaceLift, models.PlaceStairs)
		return p.startBefore(place, ok)
	}
	reception, ok := p.first(models.PlaceReception)
	if !ok {
		return p.startBefore(p.first(models.PlaceEntrance))
	}
	facing := towards(centre(reception), p.middle())
	return wayStart{reception, before(reception, facing.back(), p.reach()), facing}, true
}

// startBefore puts the visitor before the door of a place, her back to it.
func (p wayPlan) startBefore(place models.Place, ok bool) (wayStart, bool) {
	if !ok {
		return wayStart{}, false
	}
	at, facing, ok := p.front(place, p.middle())
	return wayStart{place, at, facing}, ok
}

// front finds the spot just before a place and the direction away from it. The
// side across from its wall is preferred, then the one nearest to from.
func (p wayPlan) front(place models.Place, from models.Point) (at models.Point, away heading, ok bool) {
	wall, atWall := p.wallOf(place)
	sides := slices.Clone(headings[:])
	slices.SortStableFunc(sides, func(a, b heading) int {
		if atWall && (a == wall.back()) != (b == wall.back()) {
			if a == wall.back() {
				return -1
			}
			return 1
		}
		return cmp.Compare(distance(before(place, a, wayReach), from), distance(before(place, b, wayReach), from))
	})
	for _, reach := range []float64{p.reach(), p.clearance() + wayCell/10} {
		for _, side := range sides {
			if at := before(place, side, reach); p.free(at) {
				return at, side, true
			}
		}
	}
	return models.Point{}, heading{}, false
}

// wallOf names the wall at which a place stands, as the direction towards it.
func (p wayPlan) wallOf(place models.Place) (wall heading, ok bool) {
	gaps := [4]float64{
		place.Y,
		p.floor.Width - place.X - place.W,
		p.floor.Depth - place.Y - place.H,
		place.X,
	}
	nearest := 0
	for i, gap := range gaps {
		if gap < gaps[nearest] {
			nearest = i
		}
	}
	return headings[nearest], gaps[nearest] <= wallGap
}

// clearance is how far the line keeps from places and walls, in metres. With
// half a cell, no step from one grid point to the next can cut a corner.
func (p wayPlan) clearance() float64 { return p.cell/2 + 0.01 }

func (p wayPlan) reach() float64 { return max(wayReach, p.cell) }

// free tells whether a visitor can stand at a point.
func (p wayPlan) free(at models.Point) bool { return p.clearOf(at, p.clearance()) }

// clearOf tells whether walls and places are more than margin metres away.
func (p wayPlan) clearOf(at models.Point, margin float64) bool {
	inWalls := at.X >= margin && at.Y >= margin && at.X <= p.floor.Width-margin && at.Y <= p.floor.Depth-margin
	return inWalls && !slices.ContainsFunc(p.inside, func(place models.Place) bool {
		return at.X > place.X-margin && at.X < place.X+place.W+margin &&
			at.Y > place.Y-margin && at.Y < place.Y+place.H+margin
	})
}

func (p wayPlan) middle() models.Point {
	return models.Point{X: p.floor.Width / 2, Y: p.floor.Depth / 2}
}

func centre(p models.Place) models.Point { return models.Point{X: p.X + p.W/2, Y: p.Y + p.H/2} }

// before is the spot at a distance from the middle of a side of a place.
func before(p models.Place, side heading, metres float64) models.Point {
	c := centre(p)
	return models.Point{X: c.X + side.x*(p.W/2+metres), Y: c.Y + side.y*(p.H/2+metres)}
}

// towards is the heading that leads most directly from a to b; upward when
// they are the same.
func towards(a, b models.Point) heading {
	dx, dy := b.X-a.X, b.Y-a.Y
	switch {
	case math.Abs(dx) > math.Abs(dy) && dx > 0:
		return heading{1, 0}
	case math.Abs(dx) > math.Abs(dy):
		return heading{-1, 0}
	case dy > 0:
		return heading{0, 1}
	}
	return heading{0, -1}
}

func distance(a, b models.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
