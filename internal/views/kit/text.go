package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// flow is what a Label does when its words are wider than its room.
type flow int

const (
	flowLine flow = iota // never: the room must fit
	flowCut              // ends in an ellipsis
	flowWrap             // goes on in further lines
)

// Label is words in a colour and a size of the theme.
type Label struct {
	widget.BaseWidget

	text   string
	colour fyne.ThemeColorName
	size   fyne.ThemeSizeName
	weight Weight
	align  fyne.TextAlign
	flow   flow
	indent float32 // of the first line, where other words stand before it

	lines   []*word
	objects *renderer
	broken  brokenText
}

// brokenText remembers the last breaking into lines, for measuring asks often.
type brokenText struct {
	text   string
	width  float32
	size   float32
	indent float32
	lines  []string
}

// Text makes one line of words.
func Text(s string, colour fyne.ThemeColorName, size fyne.ThemeSizeName) *Label {
	return newLabel(s, colour, size, WeightRegular)
}

// SemiBold makes one line of stressed words.
func SemiBold(s string, colour fyne.ThemeColorName, size fyne.ThemeSizeName) *Label {
	return newLabel(s, colour, size, WeightSemiBold)
}

// Bold makes one line in the weight of plates and ticket numbers.
func Bold(s string, colour fyne.ThemeColorName, size fyne.ThemeSizeName) *Label {
	return newLabel(s, colour, size, WeightBold)
}

func newLabel(s string, colour fyne.ThemeColorName, size fyne.ThemeSizeName, weight Weight) *Label {
	l := &Label{text: s, colour: colour, size: size, weight: weight}
	l.ExtendBaseWidget(l)
	return l
}

// Wrapped lets the words go on in further lines; it returns the label.
func (l *Label) Wrapped() *Label {
	l.flow = flowWrap
	return l
}

// Cut lets the words end in an ellipsis where room is short; it returns the
// label.
func (l *Label) Cut() *Label {
	l.flow = flowCut
	return l
}

// Aligned sets the words to the middle or the right; it returns the label.
func (l *Label) Aligned(align fyne.TextAlign) *Label {
	l.align = align
	return l
}

// SetText says something else.
func (l *Label) SetText(s string) {
	if l.text == s {
		return
	}
	l.text = s
	l.Refresh()
}

// Text tells what the label says.
func (l *Label) Text() string { return l.text }

// SetColor changes the colour.
func (l *Label) SetColor(colour fyne.ThemeColorName) {
	if l.colour == colour {
		return
	}
	l.colour = colour
	l.Refresh()
}

// CreateRenderer draws the label.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	l.objects = &renderer{widget: l}
	for _, w := range l.lines {
		l.objects.objects = append(l.objects.objects, w.Text)
	}
	return l.objects
}

// HeightFor tells the height of the words broken at width.
func (l *Label) HeightFor(width float32) float32 {
	first := l.line(0)
	return first.height() * float32(max(1, len(l.breakAt(first, width))))
}

func (l *Label) paint() {
	for _, w := range l.lines {
		w.colour, w.size, w.weight = l.colour, l.size, l.weight
		w.paint()
	}
}

func (l *Label) measure() fyne.Size {
	first := l.line(0)
	switch l.flow {
	case flowWrap:
		return fyne.NewSize(units(40), l.HeightFor(l.Size().Width))
	case flowCut:
		return fyne.NewSize(units(20), first.height())
	}
	return fyne.NewSize(first.width(l.text), first.height())
}

func (l *Label) arrange(size fyne.Size) {
	first := l.line(0)
	said := l.breakAt(first, size.Width)
	height := first.height()
	y := float32(0)
	if l.flow != flowWrap {
		y = (size.Height - height) / 2
	}
	for i, s := range said {
		w := l.line(i)
		w.Text.Text = s
		show(w, true)
		x := (size.Width - w.MinSize().Width) * shareBefore(l.align)
		if i == 0 {
			x += l.indent
		}
		w.at(x, y+float32(i)*height)
	}
	for _, w := range l.lines[max(1, len(said)):] {
		show(w, false)
	}
}

// shareBefore is the part of the free room that stands before the words.
func shareBefore(align fyne.TextAlign) float32 {
	switch align {
	case fyne.TextAlignCenter:
		return 0.5
	case fyne.TextAlignTrailing:
		return 1
	}
	return 0
}

// line gives the i-th run of text, made when first needed.
func (l *Label) line(i int) *word {
	for len(l.lines) <= i {
		w := newWord(l.colour, l.size, l.weight)
		l.lines = append(l.lines, w)
		if l.objects != nil {
			l.objects.objects = append(l.objects.objects, w.Text)
		}
	}
	return l.lines[i]
}

// breakAt splits the words for a width; before the first layout they are one
// line.
func (l *Label) breakAt(face *word, width float32) []string {
	if l.flow == flowLine || width <= 0 {
		return []string{l.text}
	}
	b := &l.broken
	if b.text == l.text && b.width == width && b.size == face.TextSize && b.indent == l.indent {
		return b.lines
	}
	*b = brokenText{text: l.text, width: width, size: face.TextSize, indent: l.indent}
	if l.flow == flowCut {
		b.lines = []string{ellipsis(l.text, width, face.width)}
	} else {
		b.lines = wrap(l.text, width, l.indent, face.width)
	}
	return b.lines
}

// wrap breaks text between words so that each line fits width; a word that is
// wider than the line stays whole.
func wrap(text string, width, indent float32, measure func(string) float32) []string {
	var lines []string
	room := width - indent
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, next := range strings.Fields(paragraph) {
			longer := strings.TrimPrefix(line+" "+next, " ")
			if line != "" && measure(longer) > room {
				lines = append(lines, line)
				longer, room = next, width
			}
			line = longer
		}
		lines = append(lines, line)
	}
	return lines
}

// WidthOf is how wide a label would be in one line.
func WidthOf(l fyne.CanvasObject) float32 {
	label, ok := l.(*Label)
	if !ok {
		return l.MinSize().Width
	}
	return label.line(0).width(label.text) + units(1)
}
