package survey

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// surveyWhich is the page on which a visitor chooses the service.
type surveyWhich struct {
	content *fyne.Container
	choices []*kit.Button
	buttons *fyne.Container
	grid    *surveyGrid
	scroll  *stage.Scrolled
}

func (s *Screen) buildWhich() {
	w := &surveyWhich{grid: &surveyGrid{least: surveyNamed}}
	w.buttons = &fyne.Container{Layout: w.grid}
	w.scroll = stage.NewScrolled(kit.NewPanel("", kit.Sides(4, 4), 0, w.buttons))
	w.content = &fyne.Container{Layout: surveyStartLayout{w.grid}, Objects: []fyne.CanvasObject{
		kit.SemiBold(s.speak.T("survey_page.which"), kit.ColorInk, kit.TextPlace).Wrapped(),
		kit.Text(s.speak.T("survey_page.which_do"), kit.ColorMuted, kit.TextService).Wrapped(), w.scroll.Outer}}
	s.which = w
}

// paintWhich shows the services of the agency, and the way on without one.
func (s *Screen) paintWhich() {
	w, services := s.which, s.state.services
	if len(w.choices) != len(services)+1 {
		w.choices, w.buttons.Objects = nil, nil
		for i := range len(services) + 1 {
			w.choices = append(w.choices, kit.NewButton(kit.ButtonOutlined, "", "", func() { s.touched(func() { s.state.choose(i) }) }))
			w.buttons.Add(w.choices[i])
		}
	}
	for i, button := range w.choices {
		label, kind := s.speak.T("survey_page.other"), kit.ButtonOutlined
		if i < len(services) {
			label = services[i].Name
		}
		if i == s.state.cursor {
			kind = kit.ButtonFilled
		}
		button.SetLabel(label)
		button.SetKind(kind)
	}
	if s.state.cursor >= 0 {
		w.scroll.Reveal(w.choices[s.state.cursor])
	}
	w.scroll.Changed()
}
