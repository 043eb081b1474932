package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StatusBar says in words how the program itself is doing.
type StatusBar struct {
	widget.BaseWidget

	OnTapped func(segment int) // may be nil

	ground   *canvas.Rectangle
	rule     *canvas.Rectangle
	segments []*StatusLine
	splits   []*canvas.Rectangle
	hint     *KeyHint
	used     int // segments that say something now
	shown    *renderer
}

var _ fyne.Tappable = (*StatusBar)(nil)

// NewStatusBar makes a bar with a key hint at its right end; nil: none.
func NewStatusBar(hint *KeyHint) *StatusBar {
	s := &StatusBar{ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil), hint: hint}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows the segments from left to right.
func (s *StatusBar) Set(segments ...Status) {
	for len(s.segments) < len(segments) {
		s.segments = append(s.segments, NewStatusLine(Status{}))
		s.splits = append(s.splits, canvas.NewRectangle(nil))
	}
	s.used = len(segments)
	for i, line := range s.segments {
		if i < s.used {
			line.Set(segments[i])
			continue
		}
		show(line, false)
		show(s.splits[i], false)
	}
	s.shown.replace(s.parts())
	s.Refresh()
}

// Tapped tells which segment was meant.
func (s *StatusBar) Tapped(at *fyne.PointEvent) {
	if s.OnTapped == nil {
		return
	}
	for i, segment := range s.segments[:s.used] {
		left := segment.Position().X
		if segment.Visible() && at.Position.X >= left && at.Position.X < left+segment.Size().Width {
			s.OnTapped(i)
			return
		}
	}
}

func (s *StatusBar) parts() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{s.ground, s.rule}
	if s.hint != nil {
		objects = append(objects, s.hint)
	}
	for i, line := range s.segments {
		objects = append(objects, line, s.splits[i])
	}
	return objects
}

// CreateRenderer draws the bar.
func (s *StatusBar) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.shown = &renderer{widget: s, objects: s.parts()}
	s.paint()
	return s.shown
}

func (s *StatusBar) paint() {
	fill(s.ground, ColorSurface, "", 0, 0)
	fill(s.rule, ColorLine, "", 0, 0)
	for _, split := range s.splits {
		fill(split, ColorLine, "", 0, 0)
	}
}

func (s *StatusBar) measure() fyne.Size { return fyne.NewSize(units(300), theme.Size(HeightStatus)) }

func (s *StatusBar) arrange(size fyne.Size) {
	line := theme.Size(LineThin)
	place(s.ground, 0, 0, size.Width, size.Height)
	place(s.rule, 0, 0, size.Width, line)
	middle := size.Height / 2
	right := size.Width - units(16)
	if s.hint != nil {
		hint := s.hint.MinSize()
		right -= hint.Width
		place(s.hint, right, middle-hint.Height/2, hint.Width, hint.Height)
	}
	x := units(16)
	for i, segment := range s.segments[:s.used] {
		own := segment.MinSize()
		width := min(own.Width, right-units(12)-x)
		// A segment of which nothing could be read gives its room away.
		fits := width >= min(own.Width, units(96))
		show(segment, fits)
		show(s.splits[i], fits && i > 0)
		if !fits {
			continue
		}
		place(s.splits[i], x-units(13), middle-units(8), line, units(16))
		place(segment, x, middle-own.Height/2, width, own.Height)
		x += width + units(26)
	}
}
