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

func TestSeeCounter(t *testing.T) {
	h := openQueue(t, func(_ *fakeQueue, o *Options) { o.Counter = "DUK-3" })
	shot := func(name string) {
		f, _ := os.Create("/tmp/qs/" + name + ".png")
		png.Encode(f, h.canvas().Capture())
		f.Close()
	}
	shot("e")
	h.press("Space")
	shot("f")
	h.p.window.Resize(fyne.NewSize(1024, 700))
	shot("g")
}

func TestSeeCounterLarge(t *testing.T) {
	h := openQueue(t, func(_ *fakeQueue, o *Options) { o.Counter, o.Scale = "DUK-2", 1.5 })
	h.p.window.Resize(fyne.NewSize(1024, 700))
	f, _ := os.Create("/tmp/qs/i.png")
	png.Encode(f, h.canvas().Capture())
	f.Close()
}
