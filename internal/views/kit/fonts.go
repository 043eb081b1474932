package kit

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/fonts"
)

var (
	fontRegular  = fyne.NewStaticResource("Inter-Regular.ttf", fonts.Regular)
	fontSemiBold = fyne.NewStaticResource("Inter-SemiBold.ttf", fonts.SemiBold)
	fontBold     = fyne.NewStaticResource("Inter-Bold.ttf", fonts.Bold)
)
