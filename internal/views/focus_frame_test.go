package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// forgetPage drops the drawings of a whole page.
func (h *hand) forgetPage(name string) {
	var widgets []fyne.Widget
	stagetest.EachShown(h.p.frame.pages[name], func(o fyne.CanvasObject) {
		if w, ok := o.(fyne.Widget); ok {
			widgets = append(widgets, w)
		}
	})
	h.Forget(widgets...)
}

func TestLettersNeverReachAScreenThatIsNotShown(t *testing.T) {
	h := openWindow(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("Wati")
	visitor := h.Field()
	h.forgetPage(stage.ScreenReception)
	h.Press("F2")
	search := h.Field()
	require.NotEqual(t, visitor, search)
	h.Types("lift")
	require.Equal(t, "Wati", visitor.Text)
	h.forgetPage(stage.ScreenGuide)
	h.Press("F1")
	require.Equal(t, visitor, h.Field())
	h.Types(" C")
	require.Equal(t, "Wati C", visitor.Text)
	h.Press("F2")
	require.Equal(t, search, h.Field())
	require.Equal(t, "lift", search.Text)
}
