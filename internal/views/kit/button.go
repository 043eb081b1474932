package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ButtonKind is how much a button weighs; a screen has one filled button.
type ButtonKind int

const (
	ButtonFilled   ButtonKind = iota // the one whose words say what Enter does now
	ButtonOutlined                   // all others
	ButtonQuiet                      // words alone, in the accent
)

// Button is a command with the key that does the same.
type Button struct {
	widget.DisableableWidget
	Keyed

	OnTapped func()

	kind    ButtonKind
	compact bool
	large   bool
	focused bool
	hovered bool

	ground *canvas.Rectangle
	veil   *canvas.Rectangle
	ring   *canvas.Rectangle
	label  *word
	cap    *KeyCap
}

var (
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// NewButton makes a button; key may be empty.
func NewButton(kind ButtonKind, label, key string, tapped func()) *Button {
	b := &Button{}
	b.setUp(kind, label, key, tapped)
	b.ExtendBaseWidget(b)
	return b
}

// setUp makes the parts.
func (b *Button) setUp(kind ButtonKind, label, key string, tapped func()) {
	b.OnTapped, b.kind = tapped, kind
	b.ground, b.veil, b.ring = canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.label = newWord(ColorInk, TextButton, WeightSemiBold)
	b.label.Text.Text = label
	b.cap = NewKeyCap(key)
}

// Compact makes the button 34 units high; it returns the button.
func (b *Button) Compact() *Button {
	b.compact = true
	b.label.size = TextDetail
	return b
}

// Large makes the button 64 units high, for the one key of a counter; it returns
// the button.
func (b *Button) Large() *Button {
	b.large = true
	b.label.size = TextSearch
	return b
}

// SetLabel says something else.
func (b *Button) SetLabel(label string) {
	b.label.Text.Text = label
	b.Refresh()
}

// SetKey shows another key; empty shows none.
func (b *Button) SetKey(key string) {
	b.cap.SetName(key)
	b.Refresh()
}

// SetKind changes how much the button weighs.
func (b *Button) SetKind(kind ButtonKind) {
	b.kind = kind
	b.Refresh()
}

// Label tells what the button says.
func (b *Button) Label() string { return b.label.Text.Text }

// Tapped does the command, unless the button is disabled.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Disabled() || b.OnTapped == nil {
		return
	}
	b.OnTapped()
}

// TypedKey lets Enter and Space do the command.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		b.offer(pressed(ev))
	}
}

// TypedRune ignores letters.
func (b *Button) TypedRune(rune) {}

// FocusGained shows the focus ring.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost hides the focus ring.
func (b *Button) FocusLost() {
	b.focused = false
	b.Refresh()
}

// MouseIn shades the button.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
}

// MouseMoved needs no answer.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return newRenderer(b, b.ring, b.ground, b.veil, b.label, b.cap)
}

func (b *Button) paint() {
	corner := theme.Size(CornerButton)
	ground, edge, ink, outline := b.colours()
	fill(b.ground, ground, edge, theme.Size(LineThin), corner)
	fill(b.veil, theme.ColorNameHover, "", 0, corner)
	fill(b.ring, "", ColorAccent, theme.Size(LineFocus), corner+units(3))
	show(b.veil, b.hovered && !b.Disabled())
	show(b.ring, b.focused)
	show(b.cap, b.cap.name.Text.Text != "")
	b.label.colour = ink
	b.label.paint()
	b.cap.setOutline(outline)
}

// colours gives ground, edge and words of the present state, and the outline
// of the key cap where it cannot be white.
func (b *Button) colours() (ground, edge, ink, key fyne.ThemeColorName) {
	switch {
	case b.Disabled():
		return ColorSunken, "", ColorFaint, ColorFaint
	case b.kind == ButtonFilled:
		return ColorAccent, "", ColorOnAccent, ColorOnAccent
	case b.kind == ButtonQuiet:
		return "", "", ColorAccent, ""
	}
	return ColorSurface, ColorEdge, ColorInk, ""
}

func (b *Button) measure() fyne.Size {
	height, side := theme.Size(HeightButton), units(18)
	if b.compact {
		height, side = theme.Size(HeightCompact), units(13)
	}
	if b.large {
		height = units(64)
	}
	return fyne.NewSize(b.content(b.cap.name.Text.Text != "")+2*side, height)
}

// content is the width of the label, and of the key cap with it.
func (b *Button) content(cap bool) float32 {
	width := b.label.MinSize().Width
	if cap {
		width += units(10) + b.cap.MinSize().Width
	}
	return width
}

func (b *Button) arrange(size fyne.Size) {
	place(b.ground, 0, 0, size.Width, size.Height)
	place(b.veil, 0, 0, size.Width, size.Height)
	gap := theme.Size(LineFocus) + 1
	place(b.ring, -gap, -gap, size.Width+2*gap, size.Height+2*gap)
	cap := b.cap.name.Text.Text != ""
	cap = cap && b.content(cap)+units(16) <= size.Width // without room the key is left out
	show(b.cap, cap)
	x := b.label.at((size.Width-b.content(cap))/2, (size.Height-b.label.height())/2)
	key := b.cap.MinSize()
	place(b.cap, x+units(10), (size.Height-key.Height)/2, key.Width, key.Height)
}
