package kit

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
)

var palettes = map[string]palette{"light": light, "dark": dark, "contrast": contrast}

// luminance as WCAG 2 defines it.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

func ratio(a, b color.NRGBA) float64 {
	high, low := luminance(a), luminance(b)
	if low > high {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func TestTextIsReadableOnEveryGround(t *testing.T) {
	inks := []fyne.ThemeColorName{ColorInk, ColorMuted, ColorFaint, ColorAccent, ColorOpen, ColorWarn, ColorStop, ColorOff}
	grounds := []fyne.ThemeColorName{ColorSurface, ColorRaised, ColorPage, ColorSunken, ColorSoft}
	for name, p := range palettes {
		for _, ink := range inks {
			for _, ground := range grounds {
				assert.GreaterOrEqual(t, ratio(p[ink], p[ground]), 4.5, "%s: %s on %s", name, ink, ground)
			}
		}
	}
}

func TestPairsAreReadable(t *testing.T) {
	pairs := [][2]fyne.ThemeColorName{
		{ColorOnAccent, ColorAccent},
		{ColorPlateNumber, ColorPlate}, {ColorPlateText, ColorPlate}, {ColorPlateMuted, ColorPlate},
		{ColorOpen, ColorOpenSoft}, {ColorWarn, ColorWarnSoft}, {ColorStop, ColorStopSoft},
		{ColorInk, ColorWarnSoft}, {ColorInk, ColorStopSoft}, {ColorInk, ColorOpenSoft},
		{ColorSurface, ColorOpen},
	}
	for name, p := range palettes {
		for _, pair := range pairs {
			assert.GreaterOrEqual(t, ratio(p[pair[0]], p[pair[1]]), 4.5, "%s: %s on %s", name, pair[0], pair[1])
		}
	}
}

func TestContrastOnSurfaceIsTheDesigns(t *testing.T) {
	design := map[fyne.ThemeColorName][3]string{ // light, dark, high contrast
		ColorEdge:   {"3.9", "4.2", "21.0"},
		ColorInk:    {"16.8", "14.5", "21.0"},
		ColorMuted:  {"8.1", "8.8", "21.0"},
		ColorFaint:  {"5.8", "6.3", "16.8"},
		ColorAccent: {"6.9", "8.2", "15.0"},
		ColorOpen:   {"6.7", "9.0", "16.7"},
		ColorWarn:   {"7.2", "9.3", "13.4"},
		ColorStop:   {"7.3", "8.0", "11.4"},
		ColorOff:    {"6.2", "7.6", "16.8"},
	}
	for token, want := range design {
		for i, p := range []palette{light, dark, contrast} {
			assert.Equal(t, want[i], fmt.Sprintf("%.1f", ratio(p[token], p[ColorSurface])), "%s", token)
		}
	}
}

func TestEveryPaletteHasEveryColour(t *testing.T) {
	for token := range light {
		assert.Contains(t, dark, token)
		assert.Contains(t, contrast, token)
	}
	for _, token := range toolkitColours {
		assert.Contains(t, light, token)
	}
}

func TestTheDisplayIsReadable(t *testing.T) {
	for _, ground := range []fyne.ThemeColorName{ColorBoard, ColorBoardSide} {
		for _, ink := range []fyne.ThemeColorName{ColorBoardText, ColorBoardMuted, ColorBoardNumber, ColorBoardOpen, ColorBoardWarn, ColorBoardStop} {
			assert.GreaterOrEqual(t, ratio(board[ink], board[ground]), 4.5, "%s on %s", ink, ground)
		}
	}
	assert.GreaterOrEqual(t, ratio(board[ColorBoardOnNumber], board[ColorBoardNumber]), 4.5)
}

// The outline of controls and the focus must be told from what is around them.
func TestControlsAreSeenOnEveryGround(t *testing.T) {
	for name, p := range palettes {
		for _, ground := range []fyne.ThemeColorName{ColorSurface, ColorRaised, ColorPage, ColorSunken} {
			for _, line := range []fyne.ThemeColorName{ColorEdge, ColorAccent} {
				assert.GreaterOrEqual(t, ratio(p[line], p[ground]), 3.0, "%s: %s on %s", name, line, ground)
			}
		}
	}
}
