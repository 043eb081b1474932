package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// RailItem leads to a screen: icon, name and key. On narrow windows it shrinks
// to the icon above the key.
type RailItem struct {
	widget.BaseWidget

	OnTapped func()

	icon     Icon
	selected bool
	compact  bool

	card  *canvas.Rectangle
	bar   *canvas.Rectangle
	veil  *canvas.Rectangle
	image *Pictogram
	label *word
	count *word
	key   *word
}

var (
	_ fyne.Tappable     = (*RailItem)(nil)
	_ desktop.Hoverable = (*RailItem)(nil)
)

// NewRailItem makes an item such as "Penerimaan", "F1".
func NewRailItem(icon Icon, label, key string, tapped func()) *RailItem {
	r := &RailItem{
		OnTapped: tapped,
		icon:     icon,
		card:     canvas.NewRectangle(nil),
		bar:      canvas.NewRectangle(nil),
		veil:     canvas.NewRectangle(nil),
		image:    NewPictogram(icon, ColorMuted, 18),
		label:    newWord(ColorMuted, TextDetail, WeightRegular),
		count:    newWord(ColorMuted, TextCaption, WeightRegular),
		key:      newWord(ColorFaint, TextCaption, WeightRegular),
	}
	r.label.Text.Text, r.key.Text.Text = label, key
	r.veil.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// SetSelected marks the screen that is shown.
func (r *RailItem) SetSelected(selected bool) {
	r.selected = selected
	r.Refresh()
}

// SetCompact shows the icon and the key alone.
func (r *RailItem) SetCompact(compact bool) {
	r.compact = compact
	r.Refresh()
}

// SetLabel says something else.
func (r *RailItem) SetLabel(label string) {
	r.label.Text.Text = label
	r.Refresh()
}

// SetCount shows a number before the key; empty shows none.
func (r *RailItem) SetCount(count string) {
	r.count.Text.Text = count
	r.Refresh()
}

// Tapped goes to the screen.
func (r *RailItem) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// MouseIn shades the item.
func (r *RailItem) MouseIn(*desktop.MouseEvent) { show(r.veil, !r.selected) }

// MouseMoved needs no answer.
func (r *RailItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (r *RailItem) MouseOut() { show(r.veil, false) }

// CreateRenderer draws the item.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newRenderer(r, r.card, r.veil, r.bar, r.image, r.label, r.count, r.key)
}

func (r *RailItem) paint() {
	corner := theme.Size(CornerButton)
	ground, ink, key := ColorSurface, ColorMuted, ColorFaint
	r.label.weight = WeightRegular
	if r.selected {
		ink, r.label.weight = ColorAccent, WeightSemiBold
	}
	if r.selected && highContrast() {
		ground, ink, key = ColorAccent, ColorOnAccent, ColorOnAccent
	}
	fill(r.card, ground, "", 0, corner)
	fill(r.veil, theme.ColorNameHover, "", 0, corner)
	fill(r.bar, ColorAccent, "", 0, units(1.5))
	r.image.Set(r.icon, ink)
	r.label.colour, r.key.colour, r.count.colour = ink, key, ColorMuted
	if key == ColorOnAccent {
		r.count.colour = key
	}
	for _, w := range []*word{r.label, r.count, r.key} {
		w.paint()
	}
	show(r.card, r.selected)
	show(r.bar, r.selected && !highContrast())
	show(r.label, !r.compact)
	show(r.count, !r.compact)
	if r.selected {
		show(r.veil, false)
	}
}

func (r *RailItem) measure() fyne.Size {
	if r.compact {
		return fyne.NewSize(theme.Size(WidthRailCompact), units(52))
	}
	return fyne.NewSize(theme.Size(WidthRail), units(40))
}

func (r *RailItem) arrange(size fyne.Size) {
	inset, between := units(8), units(1)
	place(r.card, inset, between, size.Width-2*inset, size.Height-2*between)
	place(r.veil, inset, between, size.Width-2*inset, size.Height-2*between)
	height := min(size.Height-units(10), units(24))
	place(r.bar, -units(1.5), (size.Height-height)/2, units(4), height)
	side := units(18)
	if r.compact {
		top := min(units(7), max(0, (size.Height-units(40))/2)) // closer where room is short
		place(r.image, (size.Width-side)/2, top, side, side)
		r.key.at((size.Width-r.key.MinSize().Width)/2, top+units(20))
		return
	}
	middle := size.Height / 2
	place(r.image, units(17), middle-side/2, side, side)
	r.label.at(units(44), middle-r.label.height()/2)
	x := r.key.endAt(size.Width-units(17), middle-r.key.height()/2)
	r.count.endAt(x-units(11), middle-r.count.height()/2)
}
