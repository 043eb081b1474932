package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// dutyNameWidth is the room in units of a name in the header.
const dutyNameWidth float32 = 190

// DutyTag tells in the header who is on duty, with the lock and its key; or
// that nobody is in charge yet.
type DutyTag struct {
	widget.BaseWidget

	OnTapped func()

	said  string
	warns bool

	veil *canvas.Rectangle
	lock *Pictogram
	mark *Mark
	name *word
	cap  *KeyCap
}

var (
	_ fyne.Tappable     = (*DutyTag)(nil)
	_ desktop.Hoverable = (*DutyTag)(nil)
)

// NewDutyTag makes a tag with the key that does what a tap does.
func NewDutyTag(key string, tapped func()) *DutyTag {
	t := &DutyTag{OnTapped: tapped, veil: canvas.NewRectangle(nil), lock: NewPictogram(IconLock, ColorMuted, 16),
		mark: NewMark(ShapeTriangle, ColorWarn), name: newWord(ColorInk, TextDetail, WeightSemiBold), cap: NewKeyCap(key)}
	t.veil.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// Set says who is on duty; warns: that somebody is still to be found.
func (t *DutyTag) Set(said string, warns bool) {
	t.said, t.warns = said, warns
	t.Refresh()
}

// Text gives back what the tag says.
func (t *DutyTag) Text() string { return t.said }

// Tapped does what the key does.
func (t *DutyTag) Tapped(*fyne.PointEvent) {
	if t.OnTapped != nil {
		t.OnTapped()
	}
}

// MouseIn shades the tag.
func (t *DutyTag) MouseIn(*desktop.MouseEvent) { t.veil.Show() }

// MouseMoved needs no answer.
func (t *DutyTag) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (t *DutyTag) MouseOut() { t.veil.Hide() }

// CreateRenderer draws the tag.
func (t *DutyTag) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return newRenderer(t, t.veil, t.lock, t.mark, t.name, t.cap)
}

func (t *DutyTag) paint() {
	fill(t.veil, theme.ColorNameHover, "", 0, theme.Size(CornerField))
	t.name.paint()
	t.name.cut(t.said, units(dutyNameWidth))
	show(t.lock, !t.warns)
	show(t.mark, t.warns)
}

func (t *DutyTag) measure() fyne.Size {
	return fyne.NewSize(units(8+16+6)+t.name.MinSize().Width+units(8)+t.cap.MinSize().Width+units(8), theme.Size(HeightCompact))
}

func (t *DutyTag) arrange(size fyne.Size) {
	place(t.veil, 0, 0, size.Width, size.Height)
	middle := size.Height / 2
	side := units(16)
	place(t.lock, units(8), middle-side/2, side, side)
	own := t.mark.MinSize()
	place(t.mark, units(8)+(side-own.Width)/2, middle-own.Height/2, own.Width, own.Height)
	x := t.name.at(units(8+16+6), middle-t.name.height()/2) + units(8)
	key := t.cap.MinSize()
	place(t.cap, x, middle-key.Height/2, key.Width, key.Height)
}
