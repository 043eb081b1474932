package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Weight is how heavy words are drawn.
type Weight int

// The three weights; WeightBold is for plates and ticket numbers.
const (
	WeightRegular Weight = iota
	WeightSemiBold
	WeightBold
)

// sources are the fonts of the weights. For a bold of the theme the toolkit
// would read a second set of fallback fonts, its coloured emoji among them.
var sources = map[Weight]fyne.Resource{WeightSemiBold: fontSemiBold, WeightBold: fontBold}

// word is one run of text among the parts of a widget.
type word struct {
	*canvas.Text
	colour fyne.ThemeColorName
	size   fyne.ThemeSizeName
	weight Weight
}

func newWord(colour fyne.ThemeColorName, size fyne.ThemeSizeName, weight Weight) *word {
	w := &word{Text: canvas.NewText("", nil), colour: colour, size: size, weight: weight}
	w.paint()
	return w
}

// paint takes colour, size and weight from the theme.
func (w *word) paint() {
	w.Color = named(w.colour)
	w.TextSize = theme.Size(w.size)
	w.FontSource = sources[w.weight]
}

// width tells how wide s would be in this word's face.
func (w *word) width(s string) float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, w.TextSize, w.TextStyle, w.FontSource)
	return size.Width
}

// stressed tells how wide the word would be in SemiBold.
func (w *word) stressed() float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(w.Text.Text, w.TextSize, fyne.TextStyle{}, fontSemiBold)
	return size.Width
}

// height is that of a line, whatever it says.
func (w *word) height() float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize("M", w.TextSize, w.TextStyle, w.FontSource)
	return size.Height
}

// at moves the word and gives it its own size; it returns the right end.
func (w *word) at(x, y float32) float32 {
	size := w.MinSize()
	place(w.Text, x, y, size.Width, size.Height)
	return x + size.Width
}

// endAt moves the word so that it ends at right; it returns the left end.
func (w *word) endAt(right, y float32) float32 {
	x := right - w.MinSize().Width
	w.at(x, y)
	return x
}

// cut says s, shortened by an ellipsis when it is wider than room.
func (w *word) cut(s string, room float32) {
	w.Text.Text = ellipsis(s, room, w.width)
}

// ellipsis shortens s until it fits.
func ellipsis(s string, room float32, width func(string) float32) string {
	if width(s) <= room {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if width(string(runes[:middle])+"…") <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return ""
	}
	return string(runes[:low]) + "…"
}
