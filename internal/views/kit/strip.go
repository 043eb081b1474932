package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Strip is the banner put away: the last number in one line.
type Strip struct {
	widget.BaseWidget

	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	before *word
	number *word
	detail *word
	hint   *KeyHint
	words  string
}

// NewStrip makes a strip with a key hint at its right end.
func NewStrip(hint *KeyHint) *Strip {
	s := &Strip{
		ground: canvas.NewRectangle(nil),
		rule:   canvas.NewRectangle(nil),
		before: newWord(ColorMuted, TextDetail, WeightRegular),
		number: newWord(ColorInk, TextService, WeightBold),
		detail: newWord(ColorMuted, TextDetail, WeightRegular),
		hint:   hint,
	}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a number: "Terakhir", "1A-013", what and where.
func (s *Strip) Set(before, number, detail string) {
	s.before.Text.Text, s.number.Text.Text, s.words = before, number, detail
	s.Refresh()
}

// CreateRenderer draws the strip.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return newRenderer(s, s.ground, s.rule, s.before, s.number, s.detail, s.hint)
}

func (s *Strip) paint() {
	fill(s.ground, ColorSunken, "", 0, 0)
	fill(s.rule, ColorLine, "", 0, 0)
	s.before.paint()
	s.number.paint()
	s.detail.paint()
	show(s.hint, s.before.Text.Text != "")
}

func (s *Strip) measure() fyne.Size { return fyne.NewSize(units(300), theme.Size(HeightStrip)) }

func (s *Strip) arrange(size fyne.Size) {
	place(s.ground, 0, 0, size.Width, size.Height)
	place(s.rule, 0, 0, size.Width, theme.Size(LineThin))
	edge, middle := units(18), size.Height/2
	hint := s.hint.MinSize()
	right := size.Width - units(16) - hint.Width
	place(s.hint, right, middle-hint.Height/2, hint.Width, hint.Height)
	x := s.before.at(edge, middle-s.before.height()/2) + units(12)
	if s.number.Text.Text != "" {
		x = s.number.at(x, middle-s.number.height()/2) + units(12)
	}
	s.detail.cut(s.words, right-units(16)-x)
	s.detail.at(x, middle-s.detail.height()/2)
}
