package views

import (
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"
	"weak"

	"fyne.io/fyne/v2/driver/software"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/views/stage"
)

func TestAPageIsMadeWhenItIsFirstOpened(t *testing.T) {
	h := openWindow(t)
	require.Len(t, h.p.frame.pages, 1)
	h.Press("F2")
	require.Len(t, h.p.frame.pages, 2)
	h.Press("F1", "F2")
	require.Len(t, h.p.frame.pages, 2)
	h.Press("Ctrl+L")
	require.Len(t, h.p.frame.pages, 1, "the new language made a page that nobody looks at")
	require.NotNil(t, h.p.frame.pages[stage.ScreenGuide])
	require.Nil(t, h.p.frame.pages[stage.ScreenReception], "the page of the old language is still there")
}

func TestNothingTypedIsLostWithThePage(t *testing.T) {
	h := openWindow(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("Wati")
	h.Press("F2")
	h.Types("lift")
	h.Press("Ctrl+L", "Ctrl+L", "F1")
	require.Equal(t, "Wati", h.Field().Text)
	h.Press("F2")
	require.Equal(t, "lift", h.Field().Text)
}

// expiry is how long the toolkit keeps the drawings of what is not shown; it
// reads this once, at its start.
const expiry = "FYNE_CACHE"

func TestWhatAChangeOfLanguageReplacesIsReleased(t *testing.T) {
	if os.Getenv(expiry) == "" {
		program, err := os.Executable()
		require.NoError(t, err)
		anew := exec.Command(program, "-test.run=^"+t.Name()+"$")
		anew.Env = append(os.Environ(), expiry+"=1ns")
		said, err := anew.CombinedOutput()
		require.NoError(t, err, "%s", said)
		return
	}
	h := openWindow(t)
	var held []func() bool
	const changes = 12
	for range changes {
		for _, key := range []string{"F2", "F3", "F1"} {
			h.Press(key)
			held = append(held, heldYet(h.Field()))
		}
		held = append(held, heldYet(h.p.frame), heldYet(h.p.frame.content))
		h.Press("Ctrl+L")
	}
	software.NewCanvas().Capture() // forgets the expired drawings, as each frame of a window does
	require.Eventually(t, func() bool {
		runtime.GC()
		left := 0
		for _, yet := range held {
			if yet() {
				left++
			}
		}
		return left <= len(held)/changes
	}, time.Minute, 20*time.Millisecond, "more is held than what the last change replaced")
}

// heldYet makes a question: is o still held by anything?
func heldYet[T any](o *T) func() bool {
	kept := weak.Make(o)
	return func() bool { return kept.Value() != nil }
}
