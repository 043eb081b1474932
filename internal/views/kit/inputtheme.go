package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// inputTheme is the present theme with another size of type, for the toolkit's
// entry knows only one.
type inputTheme struct{ text fyne.ThemeSizeName }

// resize gives caret, selection and mouse the input's own size of type; words
// does so for its words. The toolkit reads all fonts anew for each override,
// and keeps them and whatever is drawn within it for ever. So the override
// reaches the input alone, which shows no parts meanwhile.
func (in *Input) resize() {
	in.resizing = true
	container.NewThemeOverride(in, inputTheme{in.size})
	in.resizing = false
}

// words gives the words of an input their size.
func (in *Input) words() {
	for _, o := range in.caret.parts() {
		words, ok := o.(*widget.RichText)
		if !ok {
			continue
		}
		for _, s := range words.Segments {
			if run, ok := s.(*widget.TextSegment); ok {
				run.Style.SizeName = in.size
			}
		}
	}
}

// base is the application's theme; the toolkit's own look-ups would answer with
// this one while the entry is drawn.
func (t inputTheme) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Size answers the entry's text.
func (t inputTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		name = t.text
	}
	return t.base().Size(name)
}

// Color is the base theme's.
func (t inputTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return t.base().Color(name, variant)
}

// Font is the base theme's.
func (t inputTheme) Font(style fyne.TextStyle) fyne.Resource { return t.base().Font(style) }

// Icon is the base theme's.
func (t inputTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base().Icon(name) }
