package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StateKey is a state that a key chooses: shape, word and key cap.
type StateKey struct {
	widget.BaseWidget

	OnTapped func()

	shape  Shape
	colour fyne.ThemeColorName
	chosen bool
	small  bool

	card *canvas.Rectangle
	veil *canvas.Rectangle
	mark *Mark
	word *word
	cap  *KeyCap
}

var (
	_ fyne.Tappable     = (*StateKey)(nil)
	_ desktop.Hoverable = (*StateKey)(nil)
)

// NewStateKey makes a choice; the detail of the status is not shown.
func NewStateKey(state Status, key string, tapped func()) *StateKey {
	s := &StateKey{
		OnTapped: tapped,
		shape:    state.Shape,
		colour:   state.Colour,
		card:     canvas.NewRectangle(nil),
		veil:     canvas.NewRectangle(nil),
		mark:     NewMark(state.Shape, state.Colour),
		word:     newWord(ColorInk, TextBody, WeightRegular),
		cap:      NewKeyCap(key),
	}
	s.word.Text.Text = state.Word
	s.veil.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// Small makes the choice lower, with smaller words; it returns the choice.
func (s *StateKey) Small() *StateKey {
	s.small, s.word.size = true, TextCaption
	return s
}

// SetState shows another state on the same key.
func (s *StateKey) SetState(state Status, chosen bool) {
	if s.shape == state.Shape && s.colour == state.Colour && s.word.Text.Text == state.Word && s.chosen == chosen {
		return
	}
	s.shape, s.colour, s.chosen = state.Shape, state.Colour, chosen
	s.word.Text.Text = state.Word
	s.Refresh()
}

// SetChosen marks the state that holds.
func (s *StateKey) SetChosen(chosen bool) {
	if s.chosen != chosen {
		s.chosen = chosen
		s.Refresh()
	}
}

// Chosen tells whether the state is marked.
func (s *StateKey) Chosen() bool { return s.chosen }

// Tapped chooses the state.
func (s *StateKey) Tapped(*fyne.PointEvent) {
	if s.OnTapped != nil {
		s.OnTapped()
	}
}

// MouseIn shades the choice.
func (s *StateKey) MouseIn(*desktop.MouseEvent) { show(s.veil, true) }

// MouseMoved needs no answer.
func (s *StateKey) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (s *StateKey) MouseOut() { show(s.veil, false) }

// CreateRenderer draws the choice.
func (s *StateKey) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return newRenderer(s, s.card, s.veil, s.mark, s.word, s.cap)
}

func (s *StateKey) paint() {
	corner := theme.Size(CornerButton)
	fill(s.card, ColorSurface, ColorLine, theme.Size(LineThin), corner)
	s.word.weight = WeightRegular
	if s.chosen {
		fill(s.card, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
		s.word.weight = WeightSemiBold
	}
	fill(s.veil, theme.ColorNameHover, "", 0, corner)
	s.mark.Set(s.shape, s.colour)
	s.word.paint()
}

func (s *StateKey) measure() fyne.Size {
	height := units(42)
	if s.small {
		height = units(36)
	}
	return fyne.NewSize(units(64)+s.word.MinSize().Width, height)
}

func (s *StateKey) arrange(size fyne.Size) {
	place(s.card, 0, 0, size.Width, size.Height)
	place(s.veil, 0, 0, size.Width, size.Height)
	side, middle := units(12), size.Height/2
	place(s.mark, units(10), middle-side/2, side, side)
	key := s.cap.MinSize()
	place(s.cap, size.Width-key.Width-units(8), middle-key.Height/2, key.Width, key.Height)
	s.word.fit(size.Width - key.Width - units(28+12))
	s.word.at(units(28), middle-s.word.height()/2)
}
