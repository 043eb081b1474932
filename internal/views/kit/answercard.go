package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// AnswerCard is an answer of the survey for a finger: the face, its word and
// the key that gives it.
type AnswerCard struct {
	widget.BaseWidget

	OnTapped func()

	chosen bool
	card   *canvas.Rectangle
	veil   *canvas.Rectangle
	face   *Smiley
	word   *Label
	cap    *KeyCap
}

var (
	_ fyne.Tappable     = (*AnswerCard)(nil)
	_ desktop.Hoverable = (*AnswerCard)(nil)
)

// NewAnswerCard makes the card of an answer, 1–4.
func NewAnswerCard(answer int, tapped func()) *AnswerCard {
	c := &AnswerCard{OnTapped: tapped, card: canvas.NewRectangle(nil), veil: canvas.NewRectangle(nil), face: NewSmiley(answer),
		word: SemiBold("", ColorInk, TextWay).Wrapped().Aligned(fyne.TextAlignCenter), cap: NewKeyCap(strconv.Itoa(answer))}
	c.veil.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// Set says the answer in words and whether it is the one given.
func (c *AnswerCard) Set(word string, chosen bool) {
	c.word.SetText(word)
	c.chosen = chosen
	c.Refresh()
}

// Word tells what the card says, and Chosen whether it is the answer given.
func (c *AnswerCard) Word() string { return c.word.Text() }

// Chosen tells that it is the answer given.
func (c *AnswerCard) Chosen() bool { return c.chosen }

// Tapped gives the answer.
func (c *AnswerCard) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn shades the card.
func (c *AnswerCard) MouseIn(*desktop.MouseEvent) { show(c.veil, true) }

// MouseMoved needs no answer.
func (c *AnswerCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (c *AnswerCard) MouseOut() { show(c.veil, false) }

// CreateRenderer draws the card.
func (c *AnswerCard) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newRenderer(c, c.card, c.veil, c.face, c.word, c.cap)
}

func (c *AnswerCard) paint() {
	corner := theme.Size(CornerCard)
	fill(c.card, ColorSurface, ColorEdge, theme.Size(LineThin), corner)
	if c.chosen {
		fill(c.card, ColorSoft, ColorAccent, theme.Size(LineFocus), corner)
	}
	fill(c.veil, theme.ColorNameHover, "", 0, corner)
}

func (c *AnswerCard) measure() fyne.Size { return fyne.NewSize(units(150), units(150)) }

func (c *AnswerCard) arrange(size fyne.Size) {
	place(c.card, 0, 0, size.Width, size.Height)
	place(c.veil, 0, 0, size.Width, size.Height)
	cap := c.cap.MinSize()
	place(c.cap, units(12), units(12), cap.Width, cap.Height)
	inner := size.Width - units(24)
	words := HeightFor(c.word, inner)
	side := max(units(44), min(units(190), size.Width*0.55, size.Height-words-units(56)))
	top := (size.Height - side - units(16) - words) / 2
	place(c.face, (size.Width-side)/2, top, side, side)
	place(c.word, units(12), top+side+units(16), inner, words)
}
