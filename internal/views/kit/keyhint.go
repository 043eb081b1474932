package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// KeyHint is one or two key caps and what they do.
type KeyHint struct {
	widget.BaseWidget

	caps    []*KeyCap
	does    *word
	onPlate bool
	tapped  func()
}

var _ fyne.Tappable = (*KeyHint)(nil)

// NewKeyHint makes a hint such as [Ctrl Enter] "Ambil dan tambah"; the mouse
// does the same by tapped, which may be nil.
func NewKeyHint(does string, tapped func(), keys ...string) *KeyHint {
	return newKeyHint(does, tapped, false, keys)
}

// NewPlateHint makes a hint for the ink ground of the banner.
func NewPlateHint(does string, tapped func(), keys ...string) *KeyHint {
	return newKeyHint(does, tapped, true, keys)
}

func newKeyHint(does string, tapped func(), onPlate bool, keys []string) *KeyHint {
	h := &KeyHint{does: newWord(ColorMuted, TextDetail, WeightRegular), tapped: tapped, onPlate: onPlate}
	outline := fyne.ThemeColorName("")
	if onPlate {
		h.does.colour, outline = ColorPlateText, ColorPlateText
	}
	for _, key := range keys {
		h.caps = append(h.caps, newKeyCap(key, outline))
	}
	h.does.Text.Text = does
	h.ExtendBaseWidget(h)
	return h
}

// SetText says something else that the keys do.
func (h *KeyHint) SetText(does string) {
	h.does.Text.Text = does
	h.Refresh()
}

// Tapped does what the keys do.
func (h *KeyHint) Tapped(*fyne.PointEvent) {
	if h.tapped != nil {
		h.tapped()
	}
}

// CreateRenderer draws the hint.
func (h *KeyHint) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	objects := make([]fyne.CanvasObject, 0, len(h.caps)+1)
	for _, c := range h.caps {
		objects = append(objects, c)
	}
	return newRenderer(h, append(objects, h.does)...)
}

func (h *KeyHint) paint() { h.does.paint() }

func (h *KeyHint) measure() fyne.Size {
	width, height := float32(0), h.does.height()
	for _, c := range h.caps {
		size := c.MinSize()
		width += size.Width + units(7)
		height = max(height, size.Height)
	}
	return fyne.NewSize(width+h.does.MinSize().Width, height)
}

func (h *KeyHint) arrange(size fyne.Size) {
	x := float32(0)
	for _, c := range h.caps {
		own := c.MinSize()
		place(c, x, (size.Height-own.Height)/2, own.Width, own.Height)
		x += own.Width + units(7)
	}
	h.does.at(x, (size.Height-h.does.height())/2)
}
