package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Tight lets the rows of the toolkit's list touch: it sets them its padding
// apart.
func Tight(o fyne.CanvasObject) fyne.CanvasObject { return container.NewThemeOverride(o, tightTheme{}) }

// tightTheme is the application's without padding.
type tightTheme struct{}

func (tightTheme) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// HighContrast is the base theme's.
func (t tightTheme) HighContrast() bool {
	base, ok := t.base().(interface{ HighContrast() bool })
	return ok && base.HighContrast()
}

// Size is the base theme's, but for the padding.
func (t tightTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNamePadding {
		return 0
	}
	return t.base().Size(name)
}

// Color is the base theme's.
func (t tightTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return t.base().Color(name, variant)
}

// Font is the base theme's.
func (t tightTheme) Font(style fyne.TextStyle) fyne.Resource { return t.base().Font(style) }

// Icon is the base theme's.
func (t tightTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base().Icon(name) }
