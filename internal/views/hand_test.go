package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// hand works the whole window by keys alone.
type hand struct {
	*stagetest.Keyboard
	p    *program
	desk *stagetest.Desk
}

func openWindow(t *testing.T, change ...func(*stagetest.Desk, *Options)) *hand {
	t.Helper()
	h := &hand{desk: stagetest.NewDesk(t), Keyboard: &stagetest.Keyboard{T: t, Work: &stagetest.Work{}}}
	o := Options{App: test.NewTempApp(t), Desk: h.desk, Language: text.Indonesian, Appearance: "light", dispatch: h.Work}
	for _, c := range change {
		c(h.desk, &o)
	}
	p, err := newProgram(o)
	require.NoError(t, err)
	h.p, h.Window, h.Pressed = p, p.window, p.press
	p.window.Resize(fyne.NewSize(stage.UsualWidth, stage.UsualHeight))
	h.Work.Drain()
	return h
}

// foot is what the status bar says.
func (h *hand) foot() string { return stagetest.WordsOn(h.p.frame.status) }

// page is what a screen says.
func (h *hand) page(name string) string { return stagetest.WordsOn(h.p.frame.pages[name]) }
