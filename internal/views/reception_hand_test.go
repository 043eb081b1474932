package views

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// receptionHand works F1 by keys.
type receptionHand struct{ *alone }

func openReception(t *testing.T, change ...func(*fakeDesk, *scene)) *receptionHand {
	t.Helper()
	s := scene{name: ScreenReception, opens: "F1", keys: receptionKeys(), desk: newFakeDesk(t),
		make: func(s stage) screen { return newReceptionScreen(newReception(s), s) }}
	for _, c := range change {
		c(s.desk, &s)
	}
	h := &receptionHand{openAlone(t, s)}
	h.press("F1")
	return h
}

func (h *receptionHand) r() *reception { return h.view().r }

func (h *receptionHand) view() *receptionScreen { return h.screen.(*receptionScreen) }

// at asserts where the next word would be typed.
func (h *receptionHand) at(want spot) {
	h.t.Helper()
	require.Equal(h.t, want, h.r().spot)
	require.Equal(h.t, h.view().target(), h.canvas().Focused())
}
