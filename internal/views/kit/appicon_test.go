package kit_test

import (
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/kit"
)

// TestAppIcon draws the program's mark; FRONTDESK_ICON names the file to keep
// it in.
func TestAppIcon(t *testing.T) {
	test.NewTempApp(t)
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(canvas.NewImageFromResource(kit.AppIcon()))
	c.Resize(fyne.NewSquareSize(512))
	picture := c.Capture()
	require.Equal(t, 512, picture.Bounds().Dx())

	path := os.Getenv("FRONTDESK_ICON")
	if path == "" {
		return
	}
	file, err := os.Create(path)
	require.NoError(t, err)
	defer file.Close()
	require.NoError(t, png.Encode(file, picture))
}
