package guide

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// placeShare is how much of the pane's height the buttons may take before
// "more" is pressed.
const placeShare = 0.27

// guidePlaces are the buttons of the places of the building.
type guidePlaces struct {
	content *fyne.Container
	flow    *fyne.Container
	speak   *text.Speaker
	kinds   []models.PlaceKind
	buttons []*kit.PlaceButton
	more    *kit.PlaceButton
	all     bool
	changed func() // lays the pane out anew
}

func newGuidePlaces(speak *text.Speaker, kinds []models.PlaceKind, tapped func(i int)) *guidePlaces {
	p := &guidePlaces{speak: speak, kinds: kinds}
	p.flow = kit.Flow(8)
	for i, kind := range kinds {
		button := kit.NewPlaceButton(kit.IconOfPlace(kind), speak.T("place."+string(kind)), func() { tapped(i) })
		p.buttons = append(p.buttons, button)
		p.flow.Add(button)
	}
	p.more = kit.NewPlaceButton(kit.IconExpand, speak.T("guide.place.more"), p.toggle)
	p.flow.Add(p.more)
	p.content = kit.Column(8, kit.NewHeading(speak.T("guide.places")), p.flow)
	return p
}

// toggle shows the rarer places, or puts them away.
func (p *guidePlaces) toggle() {
	p.all = !p.all
	p.more.SetLabel(p.speak.T(map[bool]string{false: "guide.place.more", true: "guide.place.fewer"}[p.all]))
	p.changed()
}

// fit shows as many buttons as the pane has room for, and tells how high they
// are together.
func (p *guidePlaces) fit(width, pane float32) float32 {
	for n := len(p.buttons); n > 0; n-- {
		for i, button := range p.buttons {
			stage.SetVisible(button, i < n)
		}
		stage.SetVisible(p.more, p.all || n < len(p.buttons))
		if p.all || kit.HeightFor(p.flow, width) <= pane*placeShare {
			break
		}
	}
	return kit.HeightFor(p.content, width)
}

// fitLine shows as many buttons as one line has room for.
func (p *guidePlaces) fitLine(width float32) float32 {
	line := p.more.MinSize().Height
	for n := len(p.buttons); n > 0; n-- {
		for i, button := range p.buttons {
			stage.SetVisible(button, i < n)
		}
		stage.SetVisible(p.more, p.all || n < len(p.buttons))
		if p.all || kit.HeightFor(p.flow, width) <= line {
			break
		}
	}
	return kit.HeightFor(p.content, width)
}

// paint marks the kind of place that is shown.
func (p *guidePlaces) paint(shown models.PlaceKind) {
	for i, kind := range p.kinds {
		p.buttons[i].SetSelected(kind == shown)
	}
}
