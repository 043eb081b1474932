package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"frontdesk/internal/models"
)

// planPlace is one place of a floor plan: a counter with its number, a
// pictogram, a name, or a door in the wall.
type planPlace struct {
	place *models.Place
	name  string
	aim   bool // the way leads here

	box   *canvas.Rectangle
	label *word
	icon  *Pictogram
	arrow *canvas.ArbitraryPolygon // of a door: which way people walk

	frame struct {
		at   fyne.Position
		size fyne.Size
	}
}

func newPlanPlace(place *models.Place, label string) *planPlace {
	p := &planPlace{
		place: place,
		box:   canvas.NewRectangle(nil),
		label: newWord(ColorMuted, TextFloor, WeightRegular),
		icon:  NewPictogram(IconOfPlace(place.Kind), ColorMuted, 18),
		arrow: canvas.NewArbitraryPolygon(nil, nil),
	}
	p.arrow.NormalizedPoints = true
	if p.icon.icon == IconNone {
		p.name = label
	}
	p.label.Text.Text = p.name
	return p
}

func (p *planPlace) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.box, p.label.Text, p.icon, p.arrow}
}

// door tells an opening of the wall.
func (p *planPlace) door() bool {
	return p.place.Kind == models.PlaceEntrance || p.place.Kind == models.PlaceExit
}

// desk tells where somebody answers questions; ways begin there.
func (p *planPlace) desk() bool {
	return p.place.Kind == models.PlaceReception || p.place.Kind == models.PlaceInformation
}

func (p *planPlace) contains(at fyne.Position) bool {
	at = at.Subtract(p.frame.at)
	return at.X >= 0 && at.Y >= 0 && at.X < p.frame.size.Width && at.Y < p.frame.size.Height
}

func (p *planPlace) paint() {
	corner := units(4)
	p.label.colour, p.label.size, p.label.weight = ColorMuted, TextFloor, WeightRegular
	icon := ColorMuted
	switch {
	case p.aim:
		fill(p.box, ColorPlate, ColorPlateEdge, 1, theme.Size(CornerField))
		p.label.colour, p.label.size, p.label.weight = ColorPlateNumber, TextResult, WeightBold
		icon = ColorPlateNumber
	case p.door():
		fill(p.box, ColorSurface, "", 0, 0)
		p.label.colour, p.label.weight = ColorInk, WeightSemiBold
	case p.place.Kind == models.PlaceCounter:
		fill(p.box, ColorSunken, ColorLine, 1, corner)
		p.label.weight = WeightSemiBold
	case p.desk():
		fill(p.box, ColorSoft, ColorAccent, units(1.5), units(5))
		p.label.colour, p.label.weight = ColorAccent, WeightSemiBold
	default:
		fill(p.box, ColorRaised, ColorLine, 1, corner)
	}
	if highContrast() && !p.aim && !p.door() {
		fill(p.box, ColorSurface, ColorLine, 1, corner)
	}
	p.label.paint()
	p.icon.Set(p.icon.icon, icon)
	p.arrow.FillColor = named(ColorInk)
	p.arrow.Points = doorArrows[p.place.Kind]
	show(p.arrow, p.door())
}

var doorArrows = map[models.PlaceKind][]fyne.Position{
	models.PlaceEntrance: {{X: 0.5, Y: 0}, {X: 1, Y: 1}, {X: 0, Y: 1}},
	models.PlaceExit:     {{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 0.5, Y: 1}},
}

// gap between neighbouring places, in units of the design.
const planGap = 2

func (p *planPlace) arrange(s scale, floor *models.Floor, wall float32) {
	at := s.at(p.place.X, p.place.Y)
	size := fyne.NewSize(float32(p.place.W)*s.unit, float32(p.place.H)*s.unit)
	p.frame.at, p.frame.size = at, size
	p.label.Text.Text = p.name
	switch {
	case p.door():
		p.arrangeDoor(at, size, s, floor, wall)
		return
	case p.aim:
		least := max(units(40), 3.4*s.unit)
		p.grow(least, least)
	case p.desk():
		p.grow(0, 0)
	default:
		p.label.Text.Text = p.fitting(size.Width)
	}
	gap := units(planGap) / 2
	if p.aim {
		gap = 0
	}
	at, size = p.frame.at, p.frame.size
	place(p.box, at.X+gap, at.Y+gap, size.Width-2*gap, size.Height-2*gap)
	p.centre(at, size)
}

// grow makes a place that must be read larger than it is, around its middle.
func (p *planPlace) grow(width, height float32) {
	old := p.frame.size
	grown := fyne.NewSize(max(old.Width, width, p.label.MinSize().Width+units(10)), max(old.Height, height, p.label.height()))
	p.frame.at = p.frame.at.SubtractXY((grown.Width-old.Width)/2, (grown.Height-old.Height)/2)
	p.frame.size = grown
}

// lastFigures of a counter's number tell it from its neighbours.
const lastFigures = 2

// fitting is what of the name has room in a width: all of it, of a counter's
// number at least the last figures, else nothing. A number may reach into the
// gaps between the counters.
func (p *planPlace) fitting(width float32) string {
	names := []string{p.name}
	if p.place.Kind == models.PlaceCounter {
		width += units(planGap)
		names = append(names, p.name[max(0, len(p.name)-lastFigures):])
	}
	for _, name := range names {
		if p.label.width(name) <= width {
			return name
		}
	}
	return ""
}

// centre sets label or pictogram in the middle.
func (p *planPlace) centre(at fyne.Position, size fyne.Size) {
	own := p.label.MinSize()
	p.label.at(at.X+(size.Width-own.Width)/2, at.Y+(size.Height-own.Height)/2)
	side := min(units(20), size.Width*0.72, size.Height*0.72)
	if p.aim {
		side = units(26)
	}
	place(p.icon, at.X+(size.Width-side)/2, at.Y+(size.Height-side)/2, side, side)
}

// arrangeDoor opens the nearer long wall and writes the word inside it.
func (p *planPlace) arrangeDoor(at fyne.Position, size fyne.Size, s scale, floor *models.Floor, wall float32) {
	bottom := p.place.Y+p.place.H/2 > floor.Depth/2
	edge := s.at(0, 0).Y - wall
	if bottom {
		edge = s.at(0, floor.Depth).Y
	}
	place(p.box, at.X, edge-1, size.Width, wall+2)

	own, arrow := p.label.MinSize(), units(10)
	height := own.Height + arrow*0.7 + units(2)
	y := edge + wall + units(4)
	if bottom {
		y = edge - height - units(5)
	}
	middle := at.X + size.Width/2
	p.label.at(middle-own.Width/2, y)
	place(p.arrow, middle-arrow/2, y+own.Height+units(2), arrow, arrow*0.7)
}
