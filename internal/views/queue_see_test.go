package views

import (
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
)

func TestSee(t *testing.T) {
	h := openQueue(t)
	h.press("Right", "Right")
	shot := func(name string) {
		f, _ := os.Create("/tmp/qs/" + name + ".png")
		png.Encode(f, h.canvas().Capture())
		f.Close()
	}
	os.MkdirAll("/tmp/qs", 0o755)
	shot("a")
	h.press("Down")
	h.press("A")
	h.types("10")
	shot("b")
	h.press("Esc")
	h.press("D")
	shot("c")
	h.press("Esc", "Esc")
	h.p.window.Resize(fyne.NewSize(1024, 700))
	shot("d")
}
