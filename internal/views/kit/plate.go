package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PlateKind is how a plate looks.
type PlateKind int

const (
	PlateStaffed PlateKind = iota // ink ground, yellow number
	PlateVacant                   // outline only: nobody there now
	PlateCount                    // outline: a number of places, not a place
)

// Plate is the sign of a place in the building: a counter's number above its
// floor. Nothing else on the screen looks like it.
type Plate struct {
	widget.BaseWidget

	kind   PlateKind
	small  bool
	ground *canvas.Rectangle
	number *word
	floor  *word
}

// NewPlate makes a plate such as "101" over "Lantai 1".
func NewPlate(number, floor string, kind PlateKind) *Plate {
	p := &Plate{
		ground: canvas.NewRectangle(nil),
		number: newWord(ColorPlateNumber, TextPlate, WeightBold),
		floor:  newWord(ColorPlateText, TextFloor, WeightRegular),
	}
	p.ExtendBaseWidget(p)
	p.put(number, floor, kind)
	return p
}

// NewSmallPlate makes the small plate of routes and plans: the number alone.
func NewSmallPlate(number string) *Plate {
	p := NewPlate(number, "", PlateStaffed)
	p.small = true
	p.number.size = TextResult
	return p
}

// Set shows another place.
func (p *Plate) Set(number, floor string, kind PlateKind) {
	p.put(number, floor, kind)
	p.Refresh()
}

func (p *Plate) put(number, floor string, kind PlateKind) {
	p.number.Text.Text = number
	p.floor.Text.Text = floor
	p.kind = kind
}

// CreateRenderer draws the plate.
func (p *Plate) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return newRenderer(p, p.ground, p.number, p.floor)
}

func (p *Plate) paint() {
	corner := theme.Size(CornerField)
	p.number.colour, p.floor.colour = ColorPlateNumber, ColorPlateText
	fill(p.ground, ColorPlate, ColorPlateEdge, 1, corner)
	if p.kind != PlateStaffed {
		p.number.colour, p.floor.colour = ColorMuted, ColorMuted
		fill(p.ground, "", ColorEdge, 1.5, corner)
	}
	if !p.small {
		p.number.size = TextPlate
		if p.kind == PlateCount {
			p.number.size = TextService
		}
	}
	p.number.paint()
	p.floor.paint()
}

func (p *Plate) measure() fyne.Size {
	if p.small {
		return fyne.NewSize(max(units(52), p.number.MinSize().Width+units(20)), units(28))
	}
	words := max(p.number.MinSize().Width, p.floor.MinSize().Width)
	return fyne.NewSize(max(units(62), words+units(18)), units(50))
}

func (p *Plate) arrange(size fyne.Size) {
	place(p.ground, 0, 0, size.Width, size.Height)
	number, floor := p.number.MinSize(), p.floor.MinSize()
	if p.floor.Text.Text == "" {
		p.number.at((size.Width-number.Width)/2, (size.Height-number.Height)/2)
		return
	}
	// The figures have no descenders, so the two lines may overlap a little.
	overlap := units(3)
	top := (size.Height - number.Height - floor.Height + overlap) / 2
	p.number.at((size.Width-number.Width)/2, top)
	p.floor.at((size.Width-floor.Width)/2, top+number.Height-overlap)
}
