package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PlaceButton leads to a kind of place: a pictogram and its word, large enough
// for a finger.
type PlaceButton struct {
	widget.BaseWidget
	Keyed

	OnTapped func()

	icon     Icon
	selected bool
	focused  bool
	card     *canvas.Rectangle
	veil     *canvas.Rectangle
	image    *Pictogram
	label    *word
}

var (
	_ fyne.Tappable     = (*PlaceButton)(nil)
	_ fyne.Focusable    = (*PlaceButton)(nil)
	_ desktop.Hoverable = (*PlaceButton)(nil)
)

// NewPlaceButton makes a button such as "Toilet".
func NewPlaceButton(icon Icon, label string, tapped func()) *PlaceButton {
	b := &PlaceButton{
		OnTapped: tapped,
		icon:     icon,
		card:     canvas.NewRectangle(nil),
		veil:     canvas.NewRectangle(nil),
		image:    NewPictogram(icon, ColorInk, 20),
		label:    newWord(ColorInk, TextButton, WeightRegular),
	}
	b.label.Text.Text = label
	b.veil.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// SetLabel says something else.
func (b *PlaceButton) SetLabel(label string) {
	b.label.Text.Text = label
	b.Refresh()
}

// SetSelected marks the place that is shown.
func (b *PlaceButton) SetSelected(selected bool) {
	b.selected = selected
	b.Refresh()
}

// Tapped goes there.
func (b *PlaceButton) Tapped(*fyne.PointEvent) {
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey goes there by Enter and Space.
func (b *PlaceButton) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		b.offer(pressed(ev))
	}
}

// TypedRune ignores letters.
func (b *PlaceButton) TypedRune(rune) {}

// FocusGained shows the focus.
func (b *PlaceButton) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost hides the focus.
func (b *PlaceButton) FocusLost() {
	b.focused = false
	b.Refresh()
}

// MouseIn shades the button.
func (b *PlaceButton) MouseIn(*desktop.MouseEvent) { show(b.veil, true) }

// MouseMoved needs no answer.
func (b *PlaceButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (b *PlaceButton) MouseOut() { show(b.veil, false) }

// CreateRenderer draws the button.
func (b *PlaceButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return newRenderer(b, b.card, b.veil, b.image, b.label)
}

func (b *PlaceButton) paint() {
	corner, ink := theme.Size(CornerButton), ColorInk
	fill(b.card, ColorSurface, ColorLine, theme.Size(LineThin), corner)
	if b.selected {
		ink = ColorAccent
		fill(b.card, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	if b.focused {
		b.card.StrokeColor, b.card.StrokeWidth = named(ColorAccent), theme.Size(LineFocus)
	}
	fill(b.veil, theme.ColorNameHover, "", 0, corner)
	b.image.Set(b.icon, ink)
	b.label.colour = ink
	b.label.paint()
}

func (b *PlaceButton) measure() fyne.Size {
	return fyne.NewSize(b.label.MinSize().Width+units(56), units(46))
}

func (b *PlaceButton) arrange(size fyne.Size) {
	place(b.card, 0, 0, size.Width, size.Height)
	place(b.veil, 0, 0, size.Width, size.Height)
	side := units(20)
	place(b.image, units(13), (size.Height-side)/2, side, side)
	b.label.at(units(42), (size.Height-b.label.height())/2)
}
