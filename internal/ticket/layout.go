package ticket

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/qr"
	"golang.org/x/image/font"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// Width is how wide the print is, in dots at 8 dots a millimetre.
type Width int

const (
	Width58 Width = 384 // rolls of 58 mm
	Width80 Width = 576 // rolls of 80 mm
)

// Draw makes the picture of a ticket (design/look.md, paper ticket): black on
// white, no text below 22 dots.
func Draw(slip models.Slip, speak *text.Speaker, width Width) *image.Gray {
	p := page{sheet: newSheet(int(width), int(width)/24), slip: slip, speak: speak, faces: facesFor(width)}
	p.head()
	p.number()
	p.place()
	p.errand()
	p.before()
	p.papers("slip.missing", p.slip.Missing)
	p.papers("slip.bring", p.slip.Bring)
	p.foot()
	p.skip(24)
	return p.cut()
}

// faces are the sizes of one width of paper.
type faces struct {
	small, body, strong, title, place font.Face
	numberSize                        float64
}

func facesFor(width Width) faces {
	if width == Width58 {
		return faces{faceOf(regular(), 22), faceOf(regular(), 23), faceOf(semiBold(), 23),
			faceOf(semiBold(), 27), faceOf(bold(), 62), 100}
	}
	return faces{faceOf(regular(), 24), faceOf(regular(), 25), faceOf(semiBold(), 25),
		faceOf(semiBold(), 30), faceOf(bold(), 84), 150}
}

// page is a ticket while it is written.
type page struct {
	*sheet
	faces
	slip  models.Slip
	speak *text.Speaker
}

func (p *page) head() {
	p.skip(20)
	p.centre(p.title, p.slip.Mall)
	at := p.slip.At
	when := p.speak.LongDate(at) + " · " + p.speak.Clock(at) + " " + text.Zone(at)
	if font.MeasureString(p.small, when).Ceil() > p.inner() {
		p.centre(p.small, p.speak.LongDate(at))
		when = p.speak.Clock(at) + " " + text.Zone(at)
	}
	p.centre(p.small, when)
	p.skip(10)
	p.rule()
	p.skip(12)
}

// number is as large as the paper lets it be.
func (p *page) number() {
	p.centre(p.body, p.speak.T("slip.number"))
	size := p.numberSize
	face := faceOf(bold(), size)
	if width := font.MeasureString(face, p.slip.Number).Ceil(); width > p.inner() {
		face = faceOf(bold(), math.Floor(size*float64(p.inner())/float64(width)))
	}
	p.centre(face, p.slip.Number)
	if p.slip.Copy {
		p.centre(p.title, p.speak.T("slip.copy"))
	}
	p.skip(8)
}

// place is the reversed band: arrow, counter, floor and way.
func (p *page) place() {
	if p.slip.Counter == 0 {
		return
	}
	counter := fmt.Sprint(p.slip.Counter)
	tall := p.faces.place.Metrics().Height.Ceil()
	x, arrow := p.margin, arrowOf(p.slip.Way)
	words := x + font.MeasureString(p.faces.place, counter).Ceil() + 24
	if arrow != nil {
		words += tall
	}
	lines := wrap(p.body, p.speak.Way(p.slip.Way), p.width-p.margin-words)
	high := max(tall, lineHeight(p.title)+len(lines)*lineHeight(p.body)) + 20
	band := image.Rect(0, p.y, p.width, p.y+high)
	p.fill(band, color.Black)
	top := band.Min.Y + (high-tall)/2
	if arrow != nil {
		size := tall * 3 / 4
		p.shape(image.Rect(x, top+(tall-size)/2, x+size, top+(tall+size)/2), color.White, arrow...)
		x += tall
	}
	p.write(p.faces.place, color.White, x, top, counter)
	y := band.Min.Y + (high-lineHeight(p.title)-len(lines)*lineHeight(p.body))/2
	p.write(p.title, color.White, words, y, p.speak.T("slip.floor", p.slip.Floor))
	y += lineHeight(p.title)
	for _, line := range lines {
		p.write(p.body, color.White, words, y, line)
		y += lineHeight(p.body)
	}
	p.y = band.Max.Y
	p.skip(14)
}

// errand names the service, unless it is a sensitive one, and the wait.
func (p *page) errand() {
	service := p.slip.Service
	if service == "" {
		service = p.speak.T("slip.sensitive", p.slip.Agency)
	}
	p.lines(p.title, p.margin, service)
	if p.slip.Service != "" {
		p.lines(p.body, p.margin, p.slip.Agency)
	}
	if !p.slip.Wait.Empty() {
		p.skip(6)
		p.lines(p.body, p.margin, capital(p.speak.Say(p.slip.Wait)))
	}
	p.skip(12)
}

// before lists where the visitor has to go first.
func (p *page) before() {
	if len(p.slip.Before) == 0 {
		return
	}
	p.rule()
	p.skip(10)
	p.lines(p.strong, p.margin, p.speak.T("slip.before", p.slip.Counter))
	for i, first := range p.slip.Before {
		p.write(p.strong, color.Black, p.margin, p.y, fmt.Sprintf("%d.", i+1))
		p.lines(p.body, p.margin+36, p.speak.T("slip.first", first.Agency, first.Counter, first.Floor, first.Service))
	}
	p.skip(12)
}

// papers are those to bring, with boxes to tick.
func (p *page) papers(heading string, list []string) {
	if len(list) == 0 {
		return
	}
	p.rule()
	p.skip(10)
	p.lines(p.strong, p.margin, p.speak.T(heading))
	p.skip(4)
	for _, paper := range list {
		box := image.Rect(p.margin, p.y+4, p.margin+22, p.y+26)
		p.fill(box, color.Black)
		p.fill(box.Inset(3), color.White)
		p.lines(p.body, p.margin+38, paper)
		p.skip(6)
	}
	p.skip(8)
}

// foot is the code for the counters, with what the service costs and takes.
func (p *page) foot() {
	p.rule()
	p.skip(14)
	top, side := p.y, p.width/4
	x := p.margin
	if code, err := qr.Encode(p.slip.Code, qr.M, qr.Auto); err == nil && p.slip.Code != "" {
		side = max(side/code.Bounds().Dx(), 4) * code.Bounds().Dx()
		if scaled, err := barcode.Scale(code, side, side); err == nil {
			p.picture(scaled, x, top)
			x += side + 22
		}
	}
	for _, line := range p.footWords() {
		p.lines(p.small, x, line)
		p.skip(2)
	}
	p.y = max(p.y, top+side)
}

func (p *page) footWords() []string {
	var lines []string
	if p.slip.Fee != "" {
		lines = append(lines, p.speak.T("slip.fee", p.slip.Fee))
	}
	if p.slip.Duration != "" {
		lines = append(lines, p.speak.T("slip.duration", p.slip.Duration))
	}
	return append(lines, p.speak.T("slip.code"))
}

func (p *page) picture(img image.Image, x, y int) {
	b := img.Bounds()
	for dy := range b.Dy() {
		for dx := range b.Dx() {
			p.dots.Set(x+dx, y+dy, img.At(b.Min.X+dx, b.Min.Y+dy))
		}
	}
}

// capital begins a sentence with a large letter.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return words
	}
	return string(unicode.ToUpper(first)) + words[size:]
}
