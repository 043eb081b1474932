package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// guidePlan is the plan of a floor with the way drawn on it, and the choice of
// floors below it.
type guidePlan struct {
	content *fyne.Container
	drawing *kit.FloorPlan
	choice  *kit.Segmented
	legend  *fyne.Container
	aspect  float32 // width by depth of the floor shown
	roomy   bool    // a tablet: rather scroll the page than shrink the plan
}

func newGuidePlan(speak *text.Speaker, floors []models.Floor, lookAt func(i int)) *guidePlan {
	names := make([]string, len(floors))
	for i, f := range floors {
		names[i] = speak.T("row.floor", f.Number)
	}
	p := &guidePlan{drawing: kit.NewFloorPlan(), choice: kit.NewSegmented(lookAt, names...), aspect: 1.6}
	p.drawing.SetWords(finds.PlanWords(speak))
	p.legend = kit.Row(8, kit.NewMark(kit.ShapeHere, kit.ColorAccent),
		kit.Text(speak.T("guide.here"), kit.ColorInk, kit.TextBody))
	p.content = container.NewWithoutLayout(p.drawing, p.choice, p.legend)
	return p
}

// guideFloor is what the plan shows of a floor.
type guideFloor struct {
	floor   *models.Floor
	counter string           // to stress
	kind    models.PlaceKind // to stress, when it is no counter
	line    []models.Point
	here    *models.Point // nil: one stands on another floor
}

// paint shows the i-th floor.
func (p *guidePlan) paint(s *guideState, i int) {
	shown := s.plan(i)
	p.drawing.SetFloor(shown.floor, finds.CounterNumbers(s.desk.Catalogue(), shown.floor))
	p.drawing.SetTarget(shown.counter)
	if shown.kind != "" {
		p.drawing.SetTargetKind(shown.kind)
	}
	p.drawing.SetWay(shown.line)
	p.drawing.SetHere(shown.here)
	stage.SetVisible(p.legend, shown.here != nil)
	p.choice.SetSelected(i)
	if shown.floor.Width > 0 && shown.floor.Depth > 0 {
		p.aspect = float32(shown.floor.Width / shown.floor.Depth)
	}
}

// plan tells what the i-th floor shows. The way goes over two floors: to the
// lift on the visitor's own, and from there on the other.
func (s *guideState) plan(i int) guideFloor {
	floor := &s.floors()[i]
	target := s.target()
	home := homeFloor(s.floors())
	shown := guideFloor{floor: floor}
	if floor.Number == home {
		shown.here = s.here(floor)
	}
	switch {
	case target.floor == floor.Number:
		shown.line = target.way.Line
		if target.counter != nil {
			shown.counter = target.counter.Code
		} else {
			shown.kind = target.place.Kind
		}
	case target.floor != 0 && floor.Number == home:
		shown.kind, shown.line = s.upstairs(floor, target.way)
	}
	return shown
}

// upstairs is the way to the lift or stairs that a way begins with.
func (s *guideState) upstairs(floor *models.Floor, way models.Way) (models.PlaceKind, []models.Point) {
	if !climbs(way) {
		return "", nil
	}
	kind := models.PlaceLift
	if way.Steps[0].Kind == models.WayStairs {
		kind = models.PlaceStairs
	}
	for i := range floor.Places {
		if place := &floor.Places[i]; place.Kind == kind {
			return kind, s.wayTo(floor, place).Line
		}
	}
	return "", nil
}

// here is the spot before the reception where every way begins.
func (s *guideState) here(floor *models.Floor) *models.Point {
	for i := range floor.Places {
		way := s.wayTo(floor, &floor.Places[i])
		if len(way.Line) > 0 {
			return &way.Line[0]
		}
	}
	return nil
}

// arrange sets the plan as large as it fits; it returns the width it takes.
func (p *guidePlan) arrange(x, y, width, height float32, put stage.Placing) float32 {
	choice, legend, gap := p.choice.MinSize(), p.legend.MinSize(), stage.Units(14)
	foot, beside := p.foot(width)
	drawn := min(width, max(height-foot, stage.Units(planDrawn))*p.aspect)
	high := drawn / p.aspect
	taken := max(drawn, min(width, choice.Width))
	spot := fyne.NewPos(0, high+foot-legend.Height)
	if beside {
		taken = max(taken, choice.Width+stage.Units(24)+legend.Width)
		spot = fyne.NewPos(taken-legend.Width, high+gap+(choice.Height-legend.Height)/2)
	}
	put(p.content, x, y, taken, high+foot)
	put(p.drawing, 0, 0, drawn, high)
	put(p.choice, 0, high+gap, choice.Width, choice.Height)
	put(p.legend, spot.X, spot.Y, legend.Width, legend.Height)
	return taken
}

// foot is the height of choice and legend, and whether they stand side by side.
func (p *guidePlan) foot(width float32) (height float32, beside bool) {
	choice, legend := p.choice.MinSize(), p.legend.MinSize()
	height = stage.Units(14) + choice.Height
	if beside = choice.Width+stage.Units(24)+legend.Width <= width; !beside {
		height += stage.Units(6) + legend.Height
	}
	return height, beside
}

// smallest is the height below which the plan cannot be read.
func (p *guidePlan) smallest(width float32) float32 {
	if !p.roomy {
		return stage.Units(planSmallest)
	}
	foot, _ := p.foot(width)
	return max(stage.Units(planSmallest), stage.Units(planDrawn)+foot)
}
