package reception

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// receptionHand works F1 by keys.
type receptionHand struct{ *stagetest.Alone }

func openReception(t *testing.T, change ...func(*stagetest.Desk, *stagetest.Scene)) *receptionHand {
	t.Helper()
	s := stagetest.Scene{Name: stage.ScreenReception, Opens: "F1", Keys: Keys(), Desk: stagetest.NewDesk(t),
		Make: func(s stage.Stage) stage.Screen { return New(NewState(s), s) }}
	for _, c := range change {
		c(s.Desk, &s)
	}
	h := &receptionHand{}
	s.Explain = func(why string) { h.r().Hint(why) }
	h.Alone = stagetest.Open(t, s)
	h.Press("F1")
	h.Strokes = 0
	return h
}

func (h *receptionHand) r() *State { return h.view().r }

func (h *receptionHand) view() *Screen { return h.Screen.(*Screen) }

// at asserts where the next word would be typed.
func (h *receptionHand) at(want spot) {
	h.T.Helper()
	require.Equal(h.T, want, h.r().spot)
	require.Equal(h.T, h.view().target(), h.Canvas().Focused())
}
