package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// KeyCap is a key of the keyboard, drawn as one.
type KeyCap struct {
	widget.BaseWidget

	outline fyne.ThemeColorName // set: outline and word in this colour, no ground
	ground  *canvas.Rectangle
	foot    *canvas.Rectangle
	name    *word
}

// NewKeyCap makes the cap of a key such as "Enter".
func NewKeyCap(name string) *KeyCap { return newKeyCap(name, "") }

func newKeyCap(name string, outline fyne.ThemeColorName) *KeyCap {
	k := &KeyCap{
		outline: outline,
		ground:  canvas.NewRectangle(nil),
		foot:    canvas.NewRectangle(nil),
		name:    newWord(ColorMuted, TextKey, WeightSemiBold),
	}
	k.name.Text.Text = name
	k.ExtendBaseWidget(k)
	return k
}

// SetName shows another key.
func (k *KeyCap) SetName(name string) {
	k.name.Text.Text = name
	k.Refresh()
}

func (k *KeyCap) setOutline(colour fyne.ThemeColorName) {
	k.outline = colour
	k.Refresh()
}

// CreateRenderer draws the cap.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	k.ExtendBaseWidget(k)
	return newRenderer(k, k.foot, k.ground, k.name)
}

func (k *KeyCap) paint() {
	corner := theme.Size(CornerBox)
	k.name.colour = ColorMuted
	fill(k.ground, ColorSurface, ColorLine, 1, corner)
	fill(k.foot, ColorEdge, "", 0, corner)
	if k.outline != "" {
		k.name.colour = k.outline
		fill(k.ground, "", k.outline, 1, corner)
	}
	show(k.foot, k.outline == "")
	k.name.paint()
}

func (k *KeyCap) measure() fyne.Size {
	return fyne.NewSize(max(units(23), k.name.MinSize().Width+units(13)), units(21))
}

func (k *KeyCap) arrange(size fyne.Size) {
	// The foot is a second, darker cap that shows below the first.
	height := size.Height
	if k.outline == "" {
		height -= units(1.5)
	}
	place(k.foot, 0, units(3), size.Width, size.Height-units(3))
	place(k.ground, 0, 0, size.Width, height)
	name := k.name.MinSize()
	k.name.at((size.Width-name.Width)/2, (height-name.Height)/2)
}
