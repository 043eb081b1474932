package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
)

// hand works the whole window by keys alone.
type hand struct {
	*keyboard
	p    *program
	desk *fakeDesk
}

func openWindow(t *testing.T, change ...func(*fakeDesk, *Options)) *hand {
	t.Helper()
	h := &hand{desk: newFakeDesk(t), keyboard: &keyboard{t: t, work: &queue{}}}
	o := Options{App: test.NewTempApp(t), Desk: h.desk, Language: text.Indonesian, Appearance: "light", dispatch: h.work}
	for _, c := range change {
		c(h.desk, &o)
	}
	p, err := newProgram(o)
	require.NoError(t, err)
	h.p, h.window, h.pressed = p, p.window, p.press
	p.window.Resize(fyne.NewSize(usualWidth, usualHeight))
	h.work.drain()
	return h
}

// foot is what the status bar says.
func (h *hand) foot() string { return wordsOn(h.p.frame.status) }

// page is what a screen says.
func (h *hand) page(name string) string { return wordsOn(h.p.frame.pages[name]) }
