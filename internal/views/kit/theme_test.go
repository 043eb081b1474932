package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/assert"
)

func TestTextSizeScalesMeasuresButNotLines(t *testing.T) {
	once, twice := NewTheme(LookLight, 1), NewTheme(LookLight, 2)
	assert.Equal(t, 2*once.Size(HeightButton), twice.Size(HeightButton))
	assert.Equal(t, float32(172), twice.Size(TextBanner))
	assert.Equal(t, once.Size(LineThin), twice.Size(LineThin))
}

func TestTextSizeStaysInBounds(t *testing.T) {
	assert.Equal(t, MinScale, NewTheme(LookLight, 0.1).Size(Unit))
	assert.Equal(t, MaxScale, NewTheme(LookLight, 9).Size(Unit))
}

func TestNoTextIsSmallerThanElevenAndAllAreWhole(t *testing.T) {
	for _, scale := range []float32{0.8, 0.9, 1, 1.1, 1.25, 1.5, 2} {
		for name := range textSizes {
			size := NewTheme(LookLight, scale).Size(name)
			assert.GreaterOrEqual(t, size, float32(11), "%s at %v", name, scale)
			assert.Equal(t, float32(int(size)), size, "%s at %v", name, scale)
		}
	}
}

func TestHighContrastHasWiderLines(t *testing.T) {
	high := NewTheme(LookContrast, 1)
	assert.Equal(t, float32(2), high.Size(LineThin))
	assert.Equal(t, float32(3), high.Size(LineFocus))
}

func TestSystemLookFollowsTheDesktop(t *testing.T) {
	system := NewTheme(LookSystem, 1)
	assert.Equal(t, dark[ColorPage], system.Color(ColorPage, theme.VariantDark))
	assert.Equal(t, light[ColorPage], system.Color(theme.ColorNameBackground, theme.VariantLight))
}

func TestFontsAreInter(t *testing.T) {
	own := NewTheme(LookLight, 1)
	assert.Equal(t, "Inter-Regular.ttf", own.Font(fyne.TextStyle{}).Name())
	assert.Equal(t, "Inter-SemiBold.ttf", own.Font(fyne.TextStyle{Bold: true}).Name())
}

func TestEveryIconHasADrawing(t *testing.T) {
	for kind, icon := range placeIcons {
		assert.NotNil(t, drawing(string(icon)), "%s", kind)
	}
	for kind, icon := range stepIcons {
		assert.NotNil(t, drawing(string(icon)), "%s", kind)
	}
	files, err := iconFiles.ReadDir("icons")
	assert.NoError(t, err)
	assert.Len(t, files, 36)
}
