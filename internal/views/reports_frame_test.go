package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/stage"
)

func TestReportsAreOnlyInTheDesksWindowThatHasThem(t *testing.T) {
	h := openWindow(t)
	h.Press("F6")
	require.Equal(t, stage.ScreenReception, h.p.current)
}
