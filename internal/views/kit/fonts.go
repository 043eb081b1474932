package kit

import (
	_ "embed"

	"fyne.io/fyne/v2"
)

//go:embed fonts/Inter-Regular.ttf
var interRegular []byte

//go:embed fonts/Inter-SemiBold.ttf
var interSemiBold []byte

//go:embed fonts/Inter-Bold.ttf
var interBold []byte

var (
	fontRegular  = fyne.NewStaticResource("Inter-Regular.ttf", interRegular)
	fontSemiBold = fyne.NewStaticResource("Inter-SemiBold.ttf", interSemiBold)
	fontBold     = fyne.NewStaticResource("Inter-Bold.ttf", interBold)
)
