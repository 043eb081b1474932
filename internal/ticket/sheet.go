// Package ticket makes the paper ticket: one picture of black dots, the same
// on every printer, as ESC/POS bytes, PNG or PDF; and the printers that take
// it.
package ticket

import (
	"image"
	"image/color"
	"image/draw"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"frontdesk/internal/fonts"
)

var (
	regular  = sync.OnceValue(func() *opentype.Font { return mustParse(fonts.Regular) })
	semiBold = sync.OnceValue(func() *opentype.Font { return mustParse(fonts.SemiBold) })
	bold     = sync.OnceValue(func() *opentype.Font { return mustParse(fonts.Bold) })
)

// mustParse reads an embedded font, which a test has read.
func mustParse(raw []byte) *opentype.Font {
	f, err := opentype.Parse(raw)
	if err != nil {
		panic(err)
	}
	return f
}

// faceOf is a font at a size in dots.
func faceOf(f *opentype.Font, size float64) font.Face {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic(err) // only for an option that does not exist
	}
	return face
}

// longestSheet bounds a ticket: 3,000 dots are 37 cm.
const longestSheet = 3000

// sheet is a roll of paper that is written from top to bottom.
type sheet struct {
	dots   *image.Gray
	width  int
	margin int
	y      int // where the next line begins
}

func newSheet(width, margin int) *sheet {
	dots := image.NewGray(image.Rect(0, 0, width, longestSheet))
	draw.Draw(dots, dots.Bounds(), image.White, image.Point{}, draw.Src)
	return &sheet{dots: dots, width: width, margin: margin}
}

// cut is the written part, in black and white alone.
func (s *sheet) cut() *image.Gray {
	part := image.NewGray(image.Rect(0, 0, s.width, min(s.y, longestSheet)))
	for i := range part.Pix {
		part.Pix[i] = 255
		if s.dots.Pix[i] < 128 {
			part.Pix[i] = 0
		}
	}
	return part
}

func (s *sheet) skip(dots int) { s.y += dots }

func (s *sheet) inner() int { return s.width - 2*s.margin }

// rule draws a line across.
func (s *sheet) rule() {
	s.fill(image.Rect(s.margin, s.y, s.width-s.margin, s.y+3), color.Black)
	s.y += 3
}

func (s *sheet) fill(r image.Rectangle, c color.Color) {
	draw.Draw(s.dots, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// write puts words at x with their top at y; it gives the width.
func (s *sheet) write(face font.Face, c color.Color, x, y int, words string) int {
	d := font.Drawer{Dst: s.dots, Src: image.NewUniform(c), Face: face,
		Dot: fixed.P(x, y+face.Metrics().Ascent.Ceil())}
	d.DrawString(words)
	return d.Dot.X.Ceil() - x
}

// centre writes one line in the middle.
func (s *sheet) centre(face font.Face, words string) {
	width := font.MeasureString(face, words).Ceil()
	s.write(face, color.Black, (s.width-width)/2, s.y, words)
	s.y += lineHeight(face)
}

// lines writes words from x on, in as many lines as they need.
func (s *sheet) lines(face font.Face, x int, words string) {
	for _, line := range wrap(face, words, s.width-s.margin-x) {
		s.write(face, color.Black, x, s.y, line)
		s.y += lineHeight(face)
	}
}

func lineHeight(face font.Face) int {
	m := face.Metrics()
	return (m.Ascent + m.Descent).Ceil() + 2
}

// wrap breaks words into lines of at most width dots; a longer word is cut.
func wrap(face font.Face, words string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(words) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && font.MeasureString(face, longer).Ceil() > width {
			lines = append(lines, line)
			longer = word
		}
		line = fit(face, longer, width)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fit shortens a line that does not fit, with an ellipsis.
func fit(face font.Face, line string, width int) string {
	if font.MeasureString(face, line).Ceil() <= width {
		return line
	}
	runes := []rune(line)
	for len(runes) > 1 && font.MeasureString(face, string(runes)+"…").Ceil() > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// point is a corner of a shape, as shares of its box.
type point struct{ x, y float32 }

// shape fills a polygon scaled into box.
func (s *sheet) shape(box image.Rectangle, c color.Color, corners ...point) {
	z := vector.NewRasterizer(s.width, longestSheet)
	for i, p := range corners {
		x := float32(box.Min.X) + p.x*float32(box.Dx())
		y := float32(box.Min.Y) + p.y*float32(box.Dy())
		if i == 0 {
			z.MoveTo(x, y)
			continue
		}
		z.LineTo(x, y)
	}
	z.ClosePath()
	z.Draw(s.dots, s.dots.Bounds(), image.NewUniform(c), image.Point{})
}
