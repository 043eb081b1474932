package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

// forget drops the drawings of widgets, as the toolkit does with what was not
// shown for a minute.
func (h *hand) forget(widgets ...fyne.Widget) {
	h.t.Run("forget", func(t *testing.T) {
		for _, w := range widgets {
			test.TempWidgetRenderer(t, w)
		}
	})
}

func TestLettersNeverReachAScreenThatIsNotShown(t *testing.T) {
	h := openWindow(t)
	guide := h.p.screens[ScreenGuide].(*Guide)
	h.types("ktp hil")
	h.press("Enter")
	h.types("Wati")
	h.press("F2", "F1")
	h.forget(guide.page.scroll.scroll, guide.search, guide.search.Input)
	h.press("F2")
	require.Equal(t, fyne.Focusable(guide.search.Input), h.canvas().Focused())
	h.types("lift")
	require.Equal(t, "Wati", h.r().visitor.typed)
	require.Equal(t, "lift", guide.search.Text())

	visitor := h.view().visitor.fields[spotVisitor]
	h.forget(h.view().visitor.pane, visitor.Field, visitor.Input)
	h.press("F1")
	h.at(spotVisitor)
	h.types(" C")
	require.Equal(t, "Wati C", h.r().visitor.typed)
	require.Equal(t, "lift", guide.search.Text())
}

func TestAFieldShownAgainTakesTheFocus(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.press("F9", "Ctrl+R")
	reason := h.view().tickets.reason
	h.forget(reason, reason.Input)
	h.press("B")
	h.at(spotReason)
}
