// Package fonts holds the typeface of the screens and of the printed tickets:
// Inter, cut down to Latin, with figures of one width (README.md).
package fonts

import _ "embed"

// The weights as TrueType files: Regular is text, SemiBold is bold, Bold is
// for plates and ticket numbers.
var (
	//go:embed Inter-Regular.ttf
	Regular []byte
	//go:embed Inter-SemiBold.ttf
	SemiBold []byte
	//go:embed Inter-Bold.ttf
	Bold []byte
)
