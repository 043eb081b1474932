package ticket

import (
	"bytes"
	"image"
)

// Commands of ESC/POS, as Epson's reference names them.
var (
	cmdInit      = []byte{0x1b, '@'}                           // ESC @: forget earlier settings and unprinted data
	cmdCut       = []byte{0x1d, 'V', 66, 0}                    // GS V: feed to the knife, cut
	cmdAskPaper  = []byte{0x10, 0x04, 4}                       // DLE EOT 4: roll sensor, answered at once
	cmdAskDoor   = []byte{0x10, 0x04, 2}                       // DLE EOT 2: why it is offline, answered at once
	cmdAskDone   = []byte{0x1d, 'r', 1}                        // GS r 1: paper sensor, answered when all before is printed
	cmdClear     = []byte{0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8} // DLE DC4 8: clear all buffers
	rasterHead   = [4]byte{0x1d, 'v', '0', 0}                  // GS v 0: a picture, one bit a dot
	fixedBits    = byte(0x12)                                  // always set in an answer to DLE EOT
	fixedMask    = byte(0x93)
	paperLowBits = byte(0x0c) // DLE EOT 4: the roll ends soon
	paperOutBits = byte(0x60) // DLE EOT 4: no paper
	doneNoPaper  = byte(0x0c) // GS r 1: no paper
	doorBits     = byte(0x24) // DLE EOT 2: cover open, stopped for lack of paper
)

// stripRows is how many lines of dots go in one picture: small printers hold
// no more in memory.
const stripRows = 128

// escpos writes a picture for a thermal printer: black dots are ones.
func escpos(img *image.Gray) []byte {
	var out bytes.Buffer
	out.Write(cmdInit)
	width, height := img.Bounds().Dx(), img.Bounds().Dy()
	across := (width + 7) / 8
	for top := 0; top < height; top += stripRows {
		rows := min(stripRows, height-top)
		out.Write(rasterHead[:])
		out.Write([]byte{byte(across), byte(across >> 8), byte(rows), byte(rows >> 8)})
		for y := top; y < top+rows; y++ {
			out.Write(packed(img, y, across))
		}
	}
	out.Write(cmdCut)
	return out.Bytes()
}

// packed is a line of dots, eight a byte, the leftmost highest.
func packed(img *image.Gray, y, across int) []byte {
	line := make([]byte, across)
	for x := range img.Bounds().Dx() {
		if img.GrayAt(x, y).Y < 128 {
			line[x/8] |= 0x80 >> (x % 8)
		}
	}
	return line
}
