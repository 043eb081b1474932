package models

// WayStep is one leg of the way from reception to a counter or place.
type WayStep struct {
	Kind  WayStepKind
	Floor int // for lift and stairs: where to
	Nth   int // for nth: first, second … in its row, from 1
}

// WayStepKind names a leg; arrows are drawn from the same names.
type WayStepKind string

const (
	WayLift     WayStepKind = "lift"     // take the lift to Floor
	WayStairs   WayStepKind = "stairs"   // no lift here: take the stairs to Floor
	WayLeft     WayStepKind = "left"     // turn or walk left
	WayRight    WayStepKind = "right"    // turn or walk right
	WayStraight WayStepKind = "straight" // straight on
	WayBack     WayStepKind = "back"     // turn round, it is behind you
	WayNth      WayStepKind = "nth"      // the Nth counter of the row
	WayHere     WayStepKind = "here"     // you are there
)

// Point is a spot on a floor plan, in metres.
type Point struct{ X, Y float64 }

// Way leads from where the visitor stands to a place: steps for words and
// arrows, and the line to draw on the target's floor.
type Way struct {
	Floor int
	Steps []WayStep
	Line  []Point // from "you are here" (or the lift) to the front of the place
	Words string  // the directory's own words; when set they replace the steps
}
