package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchField is the large field in which the visitor's words are typed: an
// icon before them, a count or a clearing cross after them.
type SearchField struct {
	widget.BaseWidget

	Input *Input

	compact bool

	frame *canvas.Rectangle
	icon  *Pictogram
	after *word
	clear *iconButton
}

// NewSearchField makes a search field.
func NewSearchField(placeholder string) *SearchField {
	s := &SearchField{
		Input: NewInput(placeholder),
		frame: canvas.NewRectangle(nil),
		icon:  NewPictogram(IconSearch, ColorAccent, 20),
		after: newWord(ColorMuted, TextDetail, WeightRegular),
	}
	s.Input.bare = true
	s.Input.owner = s
	s.Input.size = TextSearch
	s.ExtendBaseWidget(s)
	return s
}

// WithClear adds a cross that empties the field, for fingers; it returns the
// field.
func (s *SearchField) WithClear() *SearchField {
	s.clear = newIconButton(IconClear, func() {
		s.Input.SetText("")
		s.Input.Focus()
	})
	return s
}

// Compact makes it as high as a common field, beside a title; it returns the
// field.
func (s *SearchField) Compact() *SearchField {
	s.compact = true
	s.Input.size = ""
	return s
}

// SetResult says at the right what was found.
func (s *SearchField) SetResult(words string) {
	s.after.Text.Text = words
	s.Refresh()
}

// SetPlaceholder changes the words of the empty field.
func (s *SearchField) SetPlaceholder(words string) { s.Input.SetPlaceHolder(words) }

// Text tells what was typed.
func (s *SearchField) Text() string { return s.Input.Text }

// SetText replaces what was typed.
func (s *SearchField) SetText(words string) { s.Input.SetText(words) }

// CreateRenderer draws the field.
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	objects := []fyne.CanvasObject{s.frame, s.icon, s.Input, s.after.Text}
	if s.clear != nil {
		objects = append(objects, s.clear)
	}
	return newRenderer(s, objects...)
}

func (s *SearchField) paint() {
	edge, width := ColorEdge, theme.Size(LineThin)
	if s.Input.Focused() {
		edge, width = ColorAccent, theme.Size(LineFocus)
	}
	fill(s.frame, ColorSurface, edge, width, theme.Size(CornerButton))
	s.after.paint()
}

func (s *SearchField) measure() fyne.Size {
	if s.compact {
		return fyne.NewSize(units(150), units(38))
	}
	return fyne.NewSize(units(200), theme.Size(HeightSearch))
}

func (s *SearchField) arrange(size fyne.Size) {
	place(s.frame, 0, 0, size.Width, size.Height)
	side, edge, left := units(20), units(17), units(37)
	if s.compact {
		side, edge, left = units(17), units(12), units(28)
	}
	place(s.icon, edge, (size.Height-side)/2, side, side)
	right := size.Width - units(16)
	if s.clear != nil {
		touch := units(44)
		place(s.clear, size.Width-touch-units(6), (size.Height-touch)/2, touch, touch)
		right = size.Width - touch - units(8)
	}
	if s.after.Text.Text != "" {
		right = s.after.endAt(right, (size.Height-s.after.height())/2) - units(8)
	}
	place(s.Input, left, 0, right-left, size.Height)
}
