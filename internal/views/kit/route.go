package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Stop is one counter of a visit in several legs.
type Stop struct {
	Number string
	Vacant bool // nobody is there now
	Name   string
	Detail string
	Time   string
}

// Route is a visit's stops on one vertical line.
type Route struct {
	widget.BaseWidget

	line  *canvas.Rectangle
	stops []*routeStop
	shown *renderer
}

type routeStop struct {
	stop         Stop
	plate        *Plate
	name, detail *word
	time         *word
}

// NewRoute makes a route.
func NewRoute(stops ...Stop) *Route {
	r := &Route{line: canvas.NewRectangle(nil)}
	r.ExtendBaseWidget(r)
	r.fill(stops)
	return r
}

// Set shows other stops.
func (r *Route) Set(stops ...Stop) {
	r.fill(stops)
	r.shown.replace(r.parts())
	r.Refresh()
}

func (r *Route) fill(stops []Stop) {
	r.stops = r.stops[:0]
	for _, s := range stops {
		plate := NewSmallPlate(s.Number)
		if s.Vacant {
			plate.kind = PlateVacant
		}
		r.stops = append(r.stops, &routeStop{
			stop:   s,
			plate:  plate,
			name:   newWord(ColorInk, TextButton, WeightSemiBold),
			detail: newWord(ColorMuted, TextDetail, WeightRegular),
			time:   newWord(ColorInk, TextButton, WeightSemiBold),
		})
	}
}

func (r *Route) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line}
	for _, s := range r.stops {
		objects = append(objects, s.plate, s.name.Text, s.detail.Text, s.time.Text)
	}
	return objects
}

// CreateRenderer draws the route.
func (r *Route) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	r.shown = &renderer{widget: r, objects: r.parts()}
	r.paint()
	return r.shown
}

func (r *Route) paint() {
	fill(r.line, ColorPlateEdge, "", 0, 0)
	if highContrast() {
		fill(r.line, ColorInk, "", 0, 0)
	}
	show(r.line, len(r.stops) > 1)
	for _, s := range r.stops {
		s.name.paint()
		s.detail.paint()
		s.time.paint()
		s.time.Text.Text = s.stop.Time
	}
}

func (r *Route) step() float32 { return units(50) }

func (r *Route) measure() fyne.Size {
	return fyne.NewSize(units(200), float32(len(r.stops))*r.step()-units(6))
}

func (r *Route) arrange(size fyne.Size) {
	middle := units(22)
	for i, s := range r.stops {
		y := float32(i) * r.step()
		plate := s.plate.MinSize()
		place(s.plate, 0, y+middle-plate.Height/2, plate.Width, plate.Height)
		left := plate.Width + units(12)
		right := s.time.endAt(size.Width, y+middle-s.time.height()/2) - units(8)
		s.name.cut(s.stop.Name, right-left)
		s.detail.cut(s.stop.Detail, right-left)
		top := y + middle - (s.name.height()+s.detail.height())/2
		s.name.at(left, top)
		s.detail.at(left, top+s.name.height())
	}
	width := units(4)
	place(r.line, units(26)-width/2, middle, width, max(0, float32(len(r.stops)-1))*r.step())
}
