package views

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// usualPlaces is how many buttons are shown before "more" is pressed.
const usualPlaces = 6

// guidePlaces are the buttons of the places of the building.
type guidePlaces struct {
	content *fyne.Container
	speak   *text.Speaker
	kinds   []models.PlaceKind
	buttons []*kit.PlaceButton
	more    *kit.PlaceButton
	all     bool
}

func newGuidePlaces(speak *text.Speaker, kinds []models.PlaceKind, tapped func(i int)) *guidePlaces {
	p := &guidePlaces{speak: speak, kinds: kinds}
	flow := kit.Flow(8)
	for i, kind := range kinds {
		button := kit.NewPlaceButton(kit.IconOfPlace(kind), speak.T("place."+string(kind)), func() { tapped(i) })
		p.buttons = append(p.buttons, button)
		flow.Add(button)
	}
	p.more = kit.NewPlaceButton(kit.IconExpand, "", p.toggle)
	flow.Add(p.more)
	p.content = kit.Column(8, kit.NewHeading(speak.T("guide.places")), flow)
	p.fold()
	return p
}

// toggle shows the rarer places, or puts them away.
func (p *guidePlaces) toggle() {
	p.all = !p.all
	p.fold()
}

func (p *guidePlaces) fold() {
	label := "guide.place.more"
	if p.all {
		label = "guide.place.fewer"
	}
	for i, button := range p.buttons {
		setVisible(button, p.all || i < usualPlaces)
	}
	p.more.SetLabel(p.speak.T(label))
	setVisible(p.more, len(p.buttons) > usualPlaces)
	p.content.Refresh()
}

// paint marks the kind of place that is shown.
func (p *guidePlaces) paint(shown models.PlaceKind) {
	for i, kind := range p.kinds {
		p.buttons[i].SetSelected(kind == shown)
	}
}
