package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"
)

// forgetPage drops the drawings of a whole page.
func (h *hand) forgetPage(name string) {
	var widgets []fyne.Widget
	visible(h.p.frame.pages[name], func(o fyne.CanvasObject) {
		if w, ok := o.(fyne.Widget); ok {
			widgets = append(widgets, w)
		}
	})
	h.forget(widgets...)
}

func TestLettersNeverReachAScreenThatIsNotShown(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.press("Enter")
	h.types("Wati")
	visitor := h.field()
	h.forgetPage(ScreenReception)
	h.press("F2")
	search := h.field()
	require.NotEqual(t, visitor, search)
	h.types("lift")
	require.Equal(t, "Wati", visitor.Text)
	h.forgetPage(ScreenGuide)
	h.press("F1")
	require.Equal(t, visitor, h.field())
	h.types(" C")
	require.Equal(t, "Wati C", visitor.Text)
	h.press("F2")
	require.Equal(t, search, h.field())
	require.Equal(t, "lift", search.Text)
}
