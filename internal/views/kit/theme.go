package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look chooses one of the three palettes.
type Look int

// The looks a person can choose in the settings.
const (
	LookSystem Look = iota // light or dark as the desktop says
	LookLight
	LookDark
	LookContrast
)

// Bounds of the text size.
const (
	MinScale float32 = 0.8
	MaxScale float32 = 2.0
)

// smallestText is the smallest size that is drawn at any text size.
const smallestText float32 = 11

// Theme is the program's own look at one text size.
type Theme struct {
	look  Look
	scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme makes the theme of a look; scale is the text size, 1 for 100 %.
func NewTheme(look Look, scale float32) *Theme {
	return &Theme{look: look, scale: min(max(scale, MinScale), MaxScale)}
}

// HighContrast tells whether matches are underlined and focus lines doubled.
func (t *Theme) HighContrast() bool { return t.look == LookContrast }

// Color gives one of the look's colours, or the one that a name of the
// toolkit stands for.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	colours := t.palette(variant)
	if token, ok := toolkitColours[name]; ok {
		name = token
	}
	if c, ok := colours[name]; ok {
		return c
	}
	if c, ok := board[name]; ok {
		return c
	}
	switch name {
	case theme.ColorNameHover, theme.ColorNamePressed:
		return veil(colours[ColorInk], 0x14)
	case theme.ColorNameFocus:
		return veil(colours[ColorAccent], 0x40)
	case theme.ColorNameSelection:
		return veil(colours[ColorAccent], 0x50)
	case theme.ColorNameShadow:
		return color.Transparent
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font gives Inter; SemiBold is its bold. Plates use Bold by FontSource.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return fontSemiBold
	}
	return fontRegular
}

// Icon leaves the toolkit's own icons as they are.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size gives a measure at the present text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if line, ok := t.line(name); ok {
		return line
	}
	if token, ok := toolkitSizes[name]; ok {
		name = token
	}
	if size, ok := textSizes[name]; ok {
		return t.text(size)
	}
	if size, ok := measures[name]; ok {
		return size * t.scale
	}
	return theme.DefaultTheme().Size(name) * t.scale
}

// text gives a whole size of type: the toolkit sets letters by whole sizes, so
// that a broken one would look spaced out.
func (t *Theme) text(size float32) float32 {
	const noise = 0.01 // of the multiplication
	whole := math.Ceil(float64(size*t.scale) - noise)
	return max(float32(whole), smallestText)
}

// line gives the widths of lines, which stay crisp at every text size.
func (t *Theme) line(name fyne.ThemeSizeName) (float32, bool) {
	thin, focus := float32(1), float32(2)
	if t.HighContrast() {
		thin, focus = 2, 3
	}
	switch name {
	case LineThin, theme.SizeNameSeparatorThickness:
		return thin, true
	case LineFocus, theme.SizeNameInputBorder: // the toolkit draws its caret as wide as this
		return focus, true
	}
	return 0, false
}

func (t *Theme) palette(variant fyne.ThemeVariant) palette {
	switch t.look {
	case LookLight:
		return light
	case LookDark:
		return dark
	case LookContrast:
		return contrast
	}
	if variant == theme.VariantDark {
		return dark
	}
	return light
}

func veil(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// toolkitColours says which of our colours the toolkit's own widgets wear.
var toolkitColours = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorPage,
	theme.ColorNameButton:              ColorSurface,
	theme.ColorNameDisabled:            ColorFaint,
	theme.ColorNameDisabledButton:      ColorSunken,
	theme.ColorNameError:               ColorStop,
	theme.ColorNameForeground:          ColorInk,
	theme.ColorNameForegroundOnError:   ColorSurface,
	theme.ColorNameForegroundOnPrimary: ColorOnAccent,
	theme.ColorNameForegroundOnSuccess: ColorSurface,
	theme.ColorNameForegroundOnWarning: ColorSurface,
	theme.ColorNameHeaderBackground:    ColorRaised,
	theme.ColorNameHyperlink:           ColorAccent,
	theme.ColorNameInputBackground:     ColorSurface,
	theme.ColorNameInputBorder:         ColorEdge,
	theme.ColorNameMenuBackground:      ColorSurface,
	theme.ColorNameOverlayBackground:   ColorSurface,
	theme.ColorNamePlaceHolder:         ColorFaint,
	theme.ColorNamePrimary:             ColorAccent,
	theme.ColorNameScrollBar:           ColorEdge,
	theme.ColorNameScrollBarBackground: ColorRaised,
	theme.ColorNameSeparator:           ColorLine,
	theme.ColorNameSuccess:             ColorOpen,
	theme.ColorNameWarning:             ColorWarn,
}

// toolkitSizes says which of our sizes the toolkit's own widgets take.
var toolkitSizes = map[fyne.ThemeSizeName]fyne.ThemeSizeName{
	theme.SizeNameCaptionText:    TextCaption,
	theme.SizeNameHeadingText:    TextSearch,
	theme.SizeNameSubHeadingText: TextResult,
	theme.SizeNameText:           TextField, // its entry's, the only one we show
	theme.SizeNameInputRadius:    CornerField,
	theme.SizeNameButtonRadius:   CornerButton,
	theme.SizeNameCardRadius:     CornerCard,
	theme.SizeNameDialogRadius:   CornerCard,
	theme.SizeNamePopupRadius:    CornerCard,
	theme.SizeNameMenuRadius:     CornerField,
	theme.SizeNamePadding:        SpaceNone, // the rows of its list touch
	theme.SizeNameInnerPadding:   SpaceField,
}
