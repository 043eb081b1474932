package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

func TestLanguageAndTextSizeCountAtOnce(t *testing.T) {
	h := openWindow(t)
	h.p.applySetting("language", "en")
	require.Equal(t, text.English, h.p.speak.Language())
	h.p.applySetting("text.scale", "150")
	require.InDelta(t, 1.5, h.p.options.Scale, 0.001)
}

func TestAWindowWithoutSettingsHasNoF10(t *testing.T) {
	h := openWindow(t)
	h.Press("F10")
	require.Equal(t, stage.ScreenReception, h.p.current)
}
