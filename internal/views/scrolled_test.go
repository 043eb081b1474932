package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"
)

// within asserts that an object of the content is in sight.
func (s *scrolled) within(t *testing.T, o fyne.CanvasObject) {
	t.Helper()
	require.Positive(t, o.Size().Height)
	require.GreaterOrEqual(t, o.Position().Y, s.scroll.Offset.Y)
	require.LessOrEqual(t, o.Position().Y+o.Size().Height, s.scroll.Offset.Y+s.scroll.Size().Height+0.5)
}

func TestTheListOfTicketsFollowsTheCursor(t *testing.T) {
	h := openWindow(t)
	for range 14 {
		h.types("ktp hil")
		h.press("F9")
	}
	h.press("Ctrl+R")
	for i := range 12 {
		h.press("Down")
		list := h.view().tickets
		require.Equal(t, i+1, h.r().tickets.cursor)
		list.scroll.within(t, list.list.Objects[i+1])
	}
}

func TestThePapersFollowTheCursor(t *testing.T) {
	h := openWindow(t)
	h.types("dompet hilang")
	for i, w := range h.r().purpose.rows {
		if w.event != nil {
			h.press(fmt.Sprintf("Alt+%d", i+1))
			break
		}
	}
	h.press("Shift+Tab")
	h.at(spotPapers)
	for range len(h.r().items()) - 1 {
		h.press("Down")
		p := h.view().papers
		for i, s := range p.painted {
			if s.lit {
				p.scroll.within(t, p.list.Objects[i])
			}
		}
	}
}

func TestRowsTakeTheHeightOfTheirOwnWords(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	for _, row := range h.view().purpose.rows {
		if row.Visible() {
			require.Equal(t, row.HeightFor(row.Size().Width), row.Size().Height)
		}
	}
}
