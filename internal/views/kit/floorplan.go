package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/models"
)

// FloorPlan draws a floor to scale: its walls, counters and places, the way,
// and where one stands. Words beside it always say the same.
type FloorPlan struct {
	widget.BaseWidget

	// OnTapped is told which place was tapped; it may be nil.
	OnTapped func(place *models.Place)

	floor   *models.Floor
	numbers map[string]int
	words   map[models.PlaceKind]string
	target  target

	walls  *canvas.Rectangle
	places []*planPlace
	way    planWay
	here   planHere
	shown  *renderer
}

// target is the place that the way leads to: a counter or a kind of place.
type target struct {
	counter string
	kind    models.PlaceKind
}

func (t target) is(p *models.Place) bool {
	if p.Kind == models.PlaceCounter {
		return t.counter != "" && p.Counter == t.counter
	}
	return t.kind != "" && p.Kind == t.kind
}

// NewFloorPlan makes an empty plan.
func NewFloorPlan() *FloorPlan {
	f := &FloorPlan{walls: canvas.NewRectangle(nil), here: newPlanHere()}
	f.ExtendBaseWidget(f)
	return f
}

// SetFloor shows a floor; numbers are the counters' numbers by code.
func (f *FloorPlan) SetFloor(floor *models.Floor, numbers map[string]int) {
	f.floor, f.numbers = floor, numbers
	f.places = f.places[:0]
	if floor != nil {
		for i := range floor.Places {
			if p := &floor.Places[i]; !p.Outside {
				f.places = append(f.places, newPlanPlace(p, f.label(p)))
			}
		}
	}
	f.rebuild()
}

// SetWords replaces the names of kinds of places by shorter ones.
func (f *FloorPlan) SetWords(words map[models.PlaceKind]string) {
	f.words = words
	f.SetFloor(f.floor, f.numbers)
}

// SetTarget makes a counter the aim of the way; empty for none.
func (f *FloorPlan) SetTarget(counterCode string) {
	f.target = target{counter: counterCode}
	f.rebuild()
}

// SetTargetKind makes all places of a kind the aim.
func (f *FloorPlan) SetTargetKind(kind models.PlaceKind) {
	f.target = target{kind: kind}
	f.rebuild()
}

// SetWay draws a line from spot to spot, with an arrowhead at its end; nil
// draws none.
func (f *FloorPlan) SetWay(line []models.Point) {
	f.way = newPlanWay(line)
	f.rebuild()
}

// SetHere marks where one stands; nil for another floor.
func (f *FloorPlan) SetHere(p *models.Point) {
	f.here.spot = p
	f.Refresh()
}

// label is what is written on a place that has no pictogram.
func (f *FloorPlan) label(p *models.Place) string {
	if p.Kind == models.PlaceCounter {
		if n, ok := f.numbers[p.Counter]; ok {
			return strconv.Itoa(n)
		}
		return ""
	}
	if word, ok := f.words[p.Kind]; ok {
		return word
	}
	return p.Name
}

// rebuild lists the parts anew: targets stand over the way, all else below.
func (f *FloorPlan) rebuild() {
	f.shown.replace(f.parts())
	f.Refresh()
}

func (f *FloorPlan) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{f.walls}
	var above []fyne.CanvasObject
	for _, p := range f.places {
		p.aim = f.target.is(p.place)
		if p.aim {
			above = append(above, p.objects()...)
		} else {
			objects = append(objects, p.objects()...)
		}
	}
	objects = append(objects, f.way.objects()...)
	objects = append(objects, above...)
	return append(objects, f.here.objects()...)
}

// Tapped tells which place is under the finger.
func (f *FloorPlan) Tapped(ev *fyne.PointEvent) {
	if f.OnTapped == nil {
		return
	}
	for _, p := range f.places {
		if p.contains(ev.Position) {
			f.OnTapped(p.place)
			return
		}
	}
}

// CreateRenderer draws the plan.
func (f *FloorPlan) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	f.shown = &renderer{widget: f, objects: f.parts()}
	f.paint()
	return f.shown
}

func (f *FloorPlan) paint() {
	fill(f.walls, ColorSurface, ColorEdge, max(units(2), theme.Size(LineFocus)), units(8))
	show(f.walls, f.floor != nil)
	for _, p := range f.places {
		p.paint()
	}
	f.way.paint()
	f.here.paint()
}

func (f *FloorPlan) measure() fyne.Size { return fyne.NewSize(units(320), units(190)) }

// HeightFor keeps the floor's proportions.
func (f *FloorPlan) HeightFor(width float32) float32 {
	if f.floor == nil || f.floor.Width == 0 {
		return units(190)
	}
	return width * float32(f.floor.Depth/f.floor.Width)
}

// scale turns metres of the floor into places of the widget.
type scale struct{ x, y, unit float32 }

func (s scale) at(x, y float64) fyne.Position {
	return fyne.NewPos(s.x+float32(x)*s.unit, s.y+float32(y)*s.unit)
}

// scaleFor fits the floor into size, in the middle, with room for the walls.
func (f *FloorPlan) scaleFor(size fyne.Size) scale {
	wall := units(4)
	unit := min((size.Width-2*wall)/float32(f.floor.Width), (size.Height-2*wall)/float32(f.floor.Depth))
	return scale{
		x:    (size.Width - unit*float32(f.floor.Width)) / 2,
		y:    (size.Height - unit*float32(f.floor.Depth)) / 2,
		unit: unit,
	}
}

func (f *FloorPlan) arrange(size fyne.Size) {
	if f.floor == nil || f.floor.Width <= 0 || f.floor.Depth <= 0 {
		return
	}
	s := f.scaleFor(size)
	wall := units(4)
	origin := s.at(0, 0)
	place(f.walls, origin.X-wall, origin.Y-wall, float32(f.floor.Width)*s.unit+2*wall, float32(f.floor.Depth)*s.unit+2*wall)
	for _, p := range f.places {
		p.arrange(s, f.floor, wall)
	}
	f.way.arrange(s)
	f.here.arrange(s)
}
