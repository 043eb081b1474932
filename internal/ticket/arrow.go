package ticket

import "frontdesk/internal/models"

// leftArrow points to the left; the others are this one, turned.
var leftArrow = []point{{0, .5}, {.46, 0}, {.57, .11}, {.28, .42}, {1, .42}, {1, .58}, {.28, .58}, {.57, .89}, {.46, 1}}

// arrowOf is the first turn of a way, as a shape; nil when there is none.
func arrowOf(way models.Way) []point {
	if len(way.Steps) == 0 {
		return nil
	}
	switch way.Steps[0].Kind {
	case models.WayLeft:
		return leftArrow
	case models.WayRight:
		return turned(func(p point) point { return point{1 - p.x, p.y} })
	case models.WayBack:
		return turned(func(p point) point { return point{p.y, 1 - p.x} })
	case models.WayStraight, models.WayLift, models.WayStairs:
		return turned(func(p point) point { return point{p.y, p.x} })
	}
	return nil
}

func turned(turn func(point) point) []point {
	corners := make([]point, len(leftArrow))
	for i, p := range leftArrow {
		corners[i] = turn(p)
	}
	return corners
}
