package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"frontdesk/internal/models"
)

// Status is a state in shape, colour and words.
type Status struct {
	Shape  Shape
	Colour fyne.ThemeColorName
	Word   string // bold, in the colour
	Detail string // muted, may be empty
}

// StatusOf gives an agency's state its shape and colour; the words are the
// caller's.
func StatusOf(state models.State, word, detail string) Status {
	look := stateLooks[state]
	return Status{Shape: look.shape, Colour: look.colour, Word: word, Detail: detail}
}

type stateLook struct {
	shape  Shape
	colour fyne.ThemeColorName
}

var stateLooks = map[models.State]stateLook{
	models.StateOpen:             {ShapeDisc, ColorOpen},
	models.StateLate:             {ShapeTriangle, ColorWarn},
	models.StateBreak:            {ShapeHalf, ColorWarn},
	models.StateNotYet:           {ShapeSquare, ColorOff},
	models.StateClosed:           {ShapeBarred, ColorStop},
	models.StateAbsent:           {ShapeBarred, ColorStop},
	models.StateOutage:           {ShapeBarred, ColorStop},
	models.StateHoliday:          {ShapeBarred, ColorStop},
	models.StateQuotaGone:        {ShapeBarred, ColorStop},
	models.StateLastTicketPassed: {ShapeBarred, ColorStop},
	models.StateUnknown:          {ShapeTriangle, ColorWarn},
}

// StatusLine is a status in one line: shape, word, detail.
type StatusLine struct {
	widget.BaseWidget

	status Status
	mark   *Mark
	word   *word
	detail *word
}

// NewStatusLine makes a status line at the size of second lines.
func NewStatusLine(status Status) *StatusLine { return NewSizedStatus(status, TextDetail) }

// NewSizedStatus makes a status line at another size of type.
func NewSizedStatus(status Status, size fyne.ThemeSizeName) *StatusLine {
	l := &StatusLine{
		status: status,
		mark:   NewMark(status.Shape, status.Colour),
		word:   newWord(status.Colour, size, WeightSemiBold),
		detail: newWord(ColorMuted, size, WeightRegular),
	}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows another status.
func (l *StatusLine) Set(status Status) {
	if l.status == status {
		return
	}
	l.status = status
	l.Refresh()
}

// CreateRenderer draws the line.
func (l *StatusLine) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return newRenderer(l, l.mark, l.word, l.detail)
}

func (l *StatusLine) paint() {
	l.mark.Set(l.status.Shape, l.status.Colour)
	l.word.colour = l.status.Colour
	l.word.paint()
	l.detail.paint()
	l.word.Text.Text = l.status.Word
}

// full is the width without shortening.
func (l *StatusLine) full() float32 {
	if l.status.Detail == "" {
		return l.afterMark() + l.word.MinSize().Width
	}
	return l.afterWord() + l.detail.width(l.status.Detail)
}

// afterWord is where the detail begins; a status may be without a word.
func (l *StatusLine) afterWord() float32 {
	if l.status.Word == "" {
		return l.afterMark()
	}
	return l.afterMark() + l.word.MinSize().Width + units(8)
}

func (l *StatusLine) afterMark() float32 {
	if l.status.Shape == ShapeNone {
		return 0
	}
	return l.side() + units(6)
}

// side of the mark grows with the words.
func (l *StatusLine) side() float32 { return max(units(12), l.word.TextSize*0.7) }

func (l *StatusLine) measure() fyne.Size { return fyne.NewSize(l.full(), l.word.height()) }

func (l *StatusLine) arrange(size fyne.Size) {
	side := l.side()
	place(l.mark, 0, (size.Height-side)/2, side, side)
	y := (size.Height - l.word.height()) / 2
	l.word.at(l.afterMark(), y)
	x := l.afterWord()
	l.detail.cut(l.status.Detail, size.Width-x)
	l.detail.at(x, y)
}
