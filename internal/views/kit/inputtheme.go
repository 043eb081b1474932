package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// inputTheme is the present theme with another size of type, for the toolkit's
// entry knows only one.
type inputTheme struct{ text fyne.ThemeSizeName }

// sized gives an input its size of type.
func sized(in *Input, text fyne.ThemeSizeName) *container.ThemeOverride {
	return container.NewThemeOverride(in, inputTheme{text})
}

// base is the application's theme; the toolkit's own look-ups would answer with
// this one while the entry is drawn.
func (t inputTheme) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Size answers the entry's text and its room at the sides.
func (t inputTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return t.base().Size(t.text)
	case theme.SizeNameInnerPadding:
		return 11 * t.base().Size(Unit)
	}
	return t.base().Size(name)
}

// Color is the base theme's, but for the bars that the entry would show under
// words longer than the field.
func (t inputTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameScrollBar || name == theme.ColorNameScrollBarBackground {
		return color.Transparent
	}
	return t.base().Color(name, variant)
}

// Font is the base theme's.
func (t inputTheme) Font(style fyne.TextStyle) fyne.Resource { return t.base().Font(style) }

// Icon is the base theme's.
func (t inputTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base().Icon(name) }
