package ticket

import (
	"bytes"
	"image"
	"image/png"
	"io"

	"codeberg.org/go-pdf/fpdf"
)

// dotsPerMillimetre of thermal printers.
const dotsPerMillimetre = 8.0

// writePDF makes one page of the size of the ticket.
func writePDF(w io.Writer, img *image.Gray) error {
	var picture bytes.Buffer
	if err := png.Encode(&picture, img); err != nil {
		return err
	}
	size := fpdf.SizeType{Wd: float64(img.Bounds().Dx()) / dotsPerMillimetre, Ht: float64(img.Bounds().Dy()) / dotsPerMillimetre}
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: size})
	pdf.AddPage()
	options := fpdf.ImageOptions{ImageType: "PNG"}
	pdf.RegisterImageOptionsReader("ticket", options, &picture)
	pdf.ImageOptions("ticket", 0, 0, size.Wd, size.Ht, false, options, 0, "")
	return pdf.Output(w)
}
