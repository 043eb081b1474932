package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// spanLines is how many lines a name may take.
const spanLines = 2

// spanText is a name with its matched letters in the accent, wrapped to a
// second line when it is long. Its texts are reused from name to name.
type spanText struct {
	widget.BaseWidget

	spans []Span
	plain *word // for measuring
	words []*word
	rules []*canvas.Rectangle // under the matches in high contrast
	shown *renderer

	runs  []run
	width float32 // for which the runs were made
	size  float32
}

// run is a piece of one line in one colour.
type run struct {
	text  string
	match bool
	line  int
	x, w  float32
}

func newSpanText() *spanText {
	s := &spanText{plain: newWord(ColorInk, TextResult, WeightSemiBold)}
	s.ExtendBaseWidget(s)
	return s
}

func (s *spanText) set(spans []Span) {
	s.spans = spans
	s.width = 0
	s.Refresh()
}

// CreateRenderer draws the name. The toolkit drops the renderer of what is not
// seen for a minute and asks for another one: the texts made so far are in it.
func (s *spanText) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.shown = &renderer{widget: s}
	for i, w := range s.words {
		s.shown.objects = append(s.shown.objects, s.rules[i], w.Text)
	}
	return s.shown
}

func (s *spanText) paint() { s.plain.paint() }

func (s *spanText) measure() fyne.Size { return fyne.NewSize(units(80), s.lineHeight()) }

func (s *spanText) lineHeight() float32 { return s.plain.height() }

func (s *spanText) lineCount(width float32) int {
	s.flow(width)
	if len(s.runs) == 0 {
		return 1
	}
	return s.runs[len(s.runs)-1].line + 1
}

func (s *spanText) arrange(size fyne.Size) {
	s.flow(size.Width)
	high, height := highContrast(), s.lineHeight()
	for i, r := range s.runs {
		w, rule := s.piece(i)
		w.colour = ColorInk
		if r.match && !high {
			w.colour = ColorAccent
		}
		w.paint()
		w.Text.Text = r.text
		y := float32(r.line) * height
		w.at(r.x, y)
		show(w, true)
		fill(rule, ColorInk, "", 0, 0)
		place(rule, r.x, y+height-units(2), r.w, units(2.5))
		show(rule, r.match && high)
	}
	for i := len(s.runs); i < len(s.words); i++ {
		show(s.words[i], false)
		show(s.rules[i], false)
	}
}

// piece gives the i-th text with its rule, made when first needed.
func (s *spanText) piece(i int) (*word, *canvas.Rectangle) {
	for len(s.words) <= i {
		w, rule := newWord(ColorInk, TextResult, WeightSemiBold), canvas.NewRectangle(theme.Color(ColorInk))
		s.words, s.rules = append(s.words, w), append(s.rules, rule)
		s.shown.objects = append(s.shown.objects, rule, w.Text)
	}
	return s.words[i], s.rules[i]
}

// flow lays the name out in runs for a width.
func (s *spanText) flow(width float32) {
	if s.width == width && s.size == s.plain.TextSize {
		return
	}
	s.width, s.size = width, s.plain.TextSize
	s.runs = s.runs[:0]
	pen := pen{text: s, width: width, space: s.plain.width("a b") - s.plain.width("ab")}
	for _, pieces := range s.byWord() {
		pen.write(pieces)
	}
}

// byWord splits the spans at blanks; a word may be of several pieces.
func (s *spanText) byWord() [][]Span {
	var words [][]Span
	var current []Span
	for _, span := range s.spans {
		for i, part := range strings.Split(span.Text, " ") {
			if i > 0 && current != nil {
				words, current = append(words, current), nil
			}
			if part != "" {
				current = append(current, Span{part, span.Match})
			}
		}
	}
	if current != nil {
		words = append(words, current)
	}
	return words
}

// pen writes word after word into lines.
type pen struct {
	text  *spanText
	width float32
	space float32
	x     float32
	line  int
	full  bool // the last line is used up
}

func (p *pen) write(pieces []Span) {
	if p.full {
		return
	}
	wide := float32(0)
	for _, piece := range pieces {
		wide += p.text.plain.width(piece.Text)
	}
	gap := p.space
	if p.x == 0 {
		gap = 0
	}
	if p.x > 0 && p.x+gap+wide > p.width {
		if p.line == spanLines-1 {
			p.put(Span{Text: " …"})
			p.full = true
			return
		}
		p.line, p.x, gap = p.line+1, 0, 0
	}
	if gap > 0 {
		pieces[0].Text = " " + pieces[0].Text
	}
	for _, piece := range pieces {
		p.put(piece)
	}
}

// put adds a piece to the line, joined to the run before it when alike.
func (p *pen) put(piece Span) {
	runs := p.text.runs
	if last := len(runs) - 1; last >= 0 && runs[last].line == p.line && runs[last].match == piece.Match {
		runs[last].text += piece.Text
		runs[last].w = p.text.plain.width(runs[last].text)
		p.x = runs[last].x + runs[last].w
		return
	}
	// A blank before a match is no letter of it, so that no rule is under it.
	if trimmed := strings.TrimPrefix(piece.Text, " "); trimmed != piece.Text {
		p.x += p.space
		piece.Text = trimmed
	}
	w := p.text.plain.width(piece.Text)
	p.text.runs = append(runs, run{text: piece.Text, match: piece.Match, line: p.line, x: p.x, w: w})
	p.x += w
}
