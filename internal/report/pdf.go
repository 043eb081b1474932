package report

import (
	"io"
	"slices"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"frontdesk/internal/fonts"
	"frontdesk/internal/text"
)

// Measures of the paper in millimetres: A4 upright.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	margin     = 18.0
	inside     = pageWidth - 2*margin
	footHigh   = 16.0
	face       = "Inter"
	pageCount  = "{}" // is replaced by the number of pages, about as wide
)

// ink is a colour of the paper, red, green, blue.
type ink [3]int

var (
	inkBlack  = ink{18, 32, 29}
	inkMuted  = ink{67, 83, 79}
	inkAccent = ink{10, 101, 92}
	inkLine   = ink{211, 219, 216}
	inkSoft   = ink{246, 248, 247}
)

// paper lays a report out to be handed in.
type paper struct {
	*fpdf.Fpdf
	document
	speak *text.Speaker
	words wording
}

// WritePDF writes the report as a paper to hand in: letterhead, summary,
// charts, tables with numbered pages, and a place for two signatures.
func (r Report) WritePDF(w io.Writer, speak *text.Speaker) error {
	return r.all(speak).writePDF(w, speak)
}

func (d document) writePDF(w io.Writer, speak *text.Speaker) error {
	p := &paper{Fpdf: fpdf.New("P", "mm", "A4", ""), document: d, speak: speak, words: wording{speak}}
	p.AddUTF8FontFromBytes(face, "", fonts.Regular)
	p.AddUTF8FontFromBytes(face, "B", fonts.SemiBold)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(false, footHigh)
	p.SetTitle(d.title+" "+Span(speak, d.report.From, d.report.To), true)
	p.SetLang(string(speak.Language()))
	p.SetFooterFunc(p.foot)
	p.AliasNbPages(pageCount)
	p.AddPage()
	p.letterhead()
	p.setTiles()
	if d.charts {
		p.setCharts()
	}
	tables := slices.DeleteFunc(slices.Clone(d.sections), func(s Section) bool { return s.Drawn || len(s.Rows) == 0 })
	for i, s := range tables {
		below := 0.0
		if i == len(tables)-1 {
			below = signaturesHigh
		}
		p.table(s, below)
	}
	p.signatures()
	return p.Output(w)
}

func (p *paper) colour(c ink) { p.SetTextColor(c[0], c[1], c[2]) }

// set writes a line of text in a box and stays there.
func (p *paper) set(x, y, width, size float64, bold bool, c ink, align, words string) {
	style := ""
	if bold {
		style = "B"
	}
	p.SetFont(face, style, size)
	p.colour(c)
	p.SetXY(x, y)
	p.CellFormat(width, size*0.45, words, "", 0, align, false, 0, "")
}

// fit cuts words to a width at the present size.
func (p *paper) fit(words string, width float64) string {
	if p.GetStringWidth(words) <= width {
		return words
	}
	letters := []rune(words)
	for len(letters) > 0 && p.GetStringWidth(string(letters)+"…") > width {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

func (p *paper) rule(y float64, c ink, width float64) {
	p.SetDrawColor(c[0], c[1], c[2])
	p.SetLineWidth(width)
	p.Line(margin, y, pageWidth-margin, y)
}

func (p *paper) letterhead() {
	p.set(margin, margin, inside, 15, true, inkBlack, "L", p.report.Mall)
	p.set(margin, margin+7.5, inside, 9, false, inkMuted, "L", p.report.Address)
	p.rule(margin+14, inkAccent, 0.7)
	p.set(margin, margin+20, inside, 18, true, inkBlack, "L", p.title)
	p.set(margin, margin+29, inside, 11, false, inkMuted, "L", Span(p.speak, p.report.From, p.report.To))
	p.SetY(margin + 39)
}

// setTiles sets the figures that are read first.
func (p *paper) setTiles() {
	list := p.tiles
	const high, columns = 19.0, 3
	width, top := inside/columns, p.GetY()
	for i, tile := range list {
		x, y := margin+float64(i%columns)*width, top+float64(i/columns)*high
		p.set(x, y, width, 8.5, false, inkMuted, "L", tile.Label)
		p.set(x, y+4.5, width, 17, true, inkBlack, "L", tile.Number)
		p.set(x, y+12.5, width, 8, false, inkMuted, "L", tile.Meaning)
	}
	p.SetY(top + float64((len(list)+columns-1)/columns)*high + 2)
}

// need begins a new page when there is not this much room left.
func (p *paper) need(height float64) {
	if p.GetY()+height > pageHeight-footHigh-4 {
		p.AddPage()
		p.SetY(margin)
	}
}

func (p *paper) heading(title, note string) {
	p.SetY(p.GetY() + 5)
	p.set(margin, p.GetY(), inside, 12, true, inkBlack, "L", title)
	p.SetY(p.GetY() + 6.5)
	if note != "" {
		p.SetFont(face, "", 8)
		p.colour(inkMuted)
		p.SetX(margin)
		p.MultiCell(inside, 3.8, note, "", "L", false)
	}
	p.SetY(p.GetY() + 1.5)
}

func (p *paper) foot() {
	y := pageHeight - footHigh
	p.rule(y, inkLine, 0.2)
	p.set(margin, y+3, inside, 7.5, false, inkMuted, "L", p.words.t("foot", p.report.Mall, Span(p.speak, p.report.From, p.report.To)))
	p.set(margin, y+3, inside, 7.5, false, inkMuted, "R", p.words.t("page", strconv.Itoa(p.PageNo()), pageCount))
}

// signaturesHigh is the room of the signatures. The last rows go with them:
// nobody signs a page with nothing on it.
const signaturesHigh = 52.0

// signatures leave room for who made the report and who answers for it.
func (p *paper) signatures() {
	const width = 70.0
	p.need(signaturesHigh)
	top, right := p.GetY()+10, pageWidth-margin-width
	place := p.words.t("signed", p.report.City, p.words.date(p.report.Made))
	if p.report.City == "" {
		place = p.words.date(p.report.Made)
	}
	p.set(margin, top+5, width, 9.5, false, inkBlack, "L", p.words.t("sign.knows"))
	p.set(margin, top+10, width, 9.5, false, inkBlack, "L", p.words.t("sign.head"))
	p.set(right, top, width, 9.5, false, inkBlack, "L", place)
	p.set(right, top+5, width, 9.5, false, inkBlack, "L", p.words.t("sign.made"))
	p.set(right, top+10, width, 9.5, false, inkBlack, "L", p.words.t("sign.maker"))
	p.SetDrawColor(inkBlack[0], inkBlack[1], inkBlack[2])
	p.SetLineWidth(0.2)
	for _, x := range []float64{margin, right} {
		p.Line(x, top+36, x+width-8, top+36)
		p.set(x, top+38, width, 9, false, inkMuted, "L", p.words.t("sign.number"))
	}
}

// written writes a cell the way the language does.
func (w wording) written(c Cell) string {
	switch c.Kind {
	case CellText:
		return c.Text
	case CellNone:
		return "–"
	case CellShare:
		return w.speak.Tenths(c.Number*100) + "%"
	case CellDecimal:
		return w.speak.Tenths(c.Number)
	case CellHundredth:
		return w.speak.Hundredths(c.Number)
	}
	return w.speak.Count(int(c.Number))
}
