package reports

import (
	"strings"

	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// reportsAsk asks where to put the file of a report.
type reportsAsk struct {
	state   *reportsState
	speak   *text.Speaker
	content *kit.Panel
	field   *kit.Field
	save    *kit.Button
	filling bool // the program, not the person, changes the field
}

func newReportsAsk(s *reportsState, speak *text.Speaker, press func(kit.KeyPress) bool) *reportsAsk {
	a := &reportsAsk{state: s, speak: speak, field: kit.NewField("", "", "")}
	a.field.Input.OnKey = press
	a.field.Input.OnChanged = func(words string) {
		if !a.filling {
			s.file = words
		}
	}
	a.save = kit.NewButton(kit.ButtonFilled, speak.T("reports.save"), "Enter", func() { press(stage.ParseKey("Enter")) })
	leave := kit.NewKeyHint(speak.T("reports.leave"), s.leave, "Esc")
	a.content = kit.NewPanel(kit.ColorSoft, kit.Around(14), 0,
		&fyne.Container{Layout: reportsAskLine{}, Objects: []fyne.CanvasObject{a.field, a.save, leave}}).Rounded()
	return a
}

func (a *reportsAsk) paint(words reportsWords) {
	stage.SetVisible(a.content, a.state.asking())
	if !a.state.asking() {
		return
	}
	a.field.SetLabels(a.speak.T("reports.ask", strings.ToUpper(a.state.format), words.period(a.state.dates())), "", "")
	a.filling = true
	if a.field.Text() != a.state.file {
		a.field.SetText(a.state.file)
	}
	a.filling = false
}

// reportsAskLine sets the field, and beside it the button and the key that
// leaves.
type reportsAskLine struct{}

// Layout gives the field what the others leave.
func (reportsAskLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	field, save, leave := objects[0], objects[1], objects[2]
	button, hint, right := save.MinSize(), leave.MinSize(), size.Width
	right -= hint.Width
	stage.Set(leave, right, size.Height-(button.Height+hint.Height)/2, hint.Width, hint.Height)
	right -= button.Width + stage.Units(14)
	stage.Set(save, right, size.Height-button.Height, button.Width, button.Height)
	stage.Set(field, 0, 0, right-stage.Units(14), size.Height)
}

// MinSize is as high as the field.
func (reportsAskLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stage.Units(400), objects[0].MinSize().Height)
}
