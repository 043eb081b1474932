package ticket

import (
	"io"

	"codeberg.org/go-pdf/fpdf"

	"frontdesk/internal/fonts"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// Slips are blank numbers for power cuts (issue: Printing).
type Slips struct {
	Mall   string
	Agency string
	Prefix string
}

// The sheet is A4 upright, in millimetres: 4 by 10 slips to cut apart.
const (
	slipsAcross = 4
	slipsDown   = 10
	slipWidth   = 47.5
	slipHeight  = 27.7
	sheetEdge   = 10.0
)

// WritePaper writes the slips from models.PaperFirst to models.PaperLast as
// pages to print, with lines for date, time and service.
func WritePaper(w io.Writer, slips Slips, speak *text.Speaker) error {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes("inter", "", fonts.Regular)
	pdf.AddUTF8FontFromBytes("inter", "B", fonts.Bold)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetTitle(speak.T("paper.title", slips.Agency), true)
	for n := models.PaperFirst; n <= models.PaperLast; n++ {
		place := (n - models.PaperFirst) % (slipsAcross * slipsDown)
		if place == 0 {
			pdf.AddPage()
		}
		x := sheetEdge + slipWidth*float64(place%slipsAcross)
		y := sheetEdge + slipHeight*float64(place/slipsAcross)
		slips.draw(pdf, speak, x, y, models.TicketNumber(slips.Prefix, n))
	}
	return pdf.Output(w)
}

func (s Slips) draw(pdf *fpdf.Fpdf, speak *text.Speaker, x, y float64, number string) {
	pdf.SetDrawColor(150, 150, 150)
	pdf.SetDashPattern([]float64{1, 1}, 0)
	pdf.Rect(x, y, slipWidth, slipHeight, "D")
	pdf.SetDashPattern(nil, 0)
	line := func(style string, size, top, high float64, words string) {
		pdf.SetFont("inter", style, size)
		pdf.SetXY(x, y+top)
		pdf.CellFormat(slipWidth, high, words, "", 0, "C", false, 0, "")
	}
	line("", 7, 1.2, 3.5, s.Mall+" · "+s.Agency)
	line("B", 22, 4.8, 9, number)
	pdf.SetFont("inter", "", 7)
	for i, key := range []string{"paper.when", "paper.service"} {
		top := y + 15.5 + 5.5*float64(i)
		pdf.SetXY(x+2.5, top)
		pdf.CellFormat(slipWidth-5, 4, speak.T(key), "B", 0, "L", false, 0, "")
	}
}
