package views

import (
	"testing"

	"frontdesk/internal/views/stage"

	"github.com/stretchr/testify/require"
)

func TestReportsAreOnlyInTheDesksWindowThatHasThem(t *testing.T) {
	h := openWindow(t)
	h.Press("F6")
	require.Equal(t, stage.ScreenReception, h.p.current)
}
