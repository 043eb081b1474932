package views

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReportsAreOnlyInTheDesksWindowThatHasThem(t *testing.T) {
	h := openWindow(t)
	h.press("F6")
	require.Equal(t, ScreenReception, h.p.current)
}
