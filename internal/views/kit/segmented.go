package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Segmented is a choice of a few words side by side.
type Segmented struct {
	widget.BaseWidget
	Keyed

	// OnChanged is told which choice the person made.
	OnChanged func(index int)

	height   fyne.ThemeSizeName
	selected int
	focused  bool

	ground *canvas.Rectangle
	edge   *canvas.Rectangle
	chosen *canvas.Rectangle
	words  []*word
	splits []*canvas.Rectangle
	shown  *renderer
}

var (
	_ fyne.Tappable  = (*Segmented)(nil)
	_ fyne.Focusable = (*Segmented)(nil)
)

// NewSegmented makes a choice; the first is chosen. Its height is that of
// buttons, for fingers.
func NewSegmented(changed func(index int), choices ...string) *Segmented {
	s := &Segmented{
		OnChanged: changed,
		height:    HeightButton,
		ground:    canvas.NewRectangle(nil),
		edge:      canvas.NewRectangle(nil),
		chosen:    canvas.NewRectangle(nil),
	}
	s.ExtendBaseWidget(s)
	s.fill(choices)
	return s
}

// Compact makes it 34 units high, for the mouse; it returns the choice.
func (s *Segmented) Compact() *Segmented {
	s.height = HeightCompact
	return s
}

// SetChoices offers other words.
func (s *Segmented) SetChoices(choices ...string) {
	s.fill(choices)
	s.shown.replace(s.parts())
	s.Refresh()
}

func (s *Segmented) fill(choices []string) {
	s.words, s.splits = nil, nil
	for _, choice := range choices {
		w := newWord(ColorMuted, TextDetail, WeightRegular)
		w.Text.Text = choice
		s.words = append(s.words, w)
		s.splits = append(s.splits, canvas.NewRectangle(nil))
	}
}

// SetSelected chooses without telling OnChanged.
func (s *Segmented) SetSelected(index int) {
	s.selected = index
	s.Refresh()
}

// Selected tells which is chosen.
func (s *Segmented) Selected() int { return s.selected }

func (s *Segmented) choose(index int) {
	if index < 0 || index >= len(s.words) || index == s.selected {
		return
	}
	s.SetSelected(index)
	if s.OnChanged != nil {
		s.OnChanged(index)
	}
}

// Tapped chooses what is under the finger.
func (s *Segmented) Tapped(ev *fyne.PointEvent) {
	for i := len(s.splits) - 1; i >= 0; i-- {
		if ev.Position.X >= s.splits[i].Position().X {
			s.choose(i)
			return
		}
	}
}

// TypedKey moves the choice by left and right.
func (s *Segmented) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.choose(s.selected - 1)
	case fyne.KeyRight:
		s.choose(s.selected + 1)
	default:
		s.offer(pressed(ev))
	}
}

// TypedRune ignores letters.
func (s *Segmented) TypedRune(rune) {}

// FocusGained shows the focus.
func (s *Segmented) FocusGained() {
	s.focused = true
	s.Refresh()
}

// FocusLost hides the focus.
func (s *Segmented) FocusLost() {
	s.focused = false
	s.Refresh()
}

func (s *Segmented) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{s.ground, s.chosen}
	for i, w := range s.words {
		objects = append(objects, s.splits[i], w.Text)
	}
	return append(objects, s.edge)
}

// CreateRenderer draws the choice.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.shown = &renderer{widget: s, objects: s.parts()}
	s.paint()
	return s.shown
}

func (s *Segmented) paint() {
	corner := theme.Size(CornerField)
	fill(s.ground, ColorSurface, "", 0, corner)
	fill(s.chosen, ColorSoft, "", 0, 0)
	fill(s.edge, "", ColorEdge, theme.Size(LineThin), corner)
	if s.focused {
		fill(s.edge, "", ColorAccent, theme.Size(LineFocus), corner)
	}
	for i, w := range s.words {
		fill(s.splits[i], ColorLine, "", 0, 0)
		w.colour, w.weight = ColorMuted, WeightRegular
		if i == s.selected {
			w.colour, w.weight = ColorAccent, WeightSemiBold
		}
		w.paint()
		show(s.splits[i], i > 0)
	}
}

// cell is the width of one choice, as wide as its heavier words.
func (s *Segmented) cell(i int) float32 {
	w := s.words[i]
	return w.stressed() + units(32)
}

func (s *Segmented) measure() fyne.Size {
	width := float32(0)
	for i := range s.words {
		width += s.cell(i)
	}
	return fyne.NewSize(width, theme.Size(s.height))
}

func (s *Segmented) arrange(size fyne.Size) {
	place(s.ground, 0, 0, size.Width, size.Height)
	place(s.edge, 0, 0, size.Width, size.Height)
	corner, x := theme.Size(CornerField), float32(0)
	for i, w := range s.words {
		width := s.cell(i)
		own := w.MinSize()
		w.at(x+(width-own.Width)/2, (size.Height-own.Height)/2)
		place(s.splits[i], x, 0, theme.Size(LineThin), size.Height)
		if i == s.selected {
			place(s.chosen, x, 0, width, size.Height)
			s.roundChosen(i, corner)
		}
		x += width
	}
}

// roundChosen follows the outline's corners at the ends.
func (s *Segmented) roundChosen(i int, corner float32) {
	left, right := float32(0), float32(0)
	if i == 0 {
		left = corner
	}
	if i == len(s.words)-1 {
		right = corner
	}
	s.chosen.TopLeftCornerRadius, s.chosen.BottomLeftCornerRadius = left, left
	s.chosen.TopRightCornerRadius, s.chosen.BottomRightCornerRadius = right, right
}

// NarrowestChoice is the width of the choice that is hardest to hit.
func (s *Segmented) NarrowestChoice() float32 {
	narrowest := s.cell(0)
	for i := range s.words {
		narrowest = min(narrowest, s.cell(i))
	}
	return narrowest
}
