package views

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

func openTabletWindow(t *testing.T, language text.Language) *hand {
	t.Helper()
	h := openWindow(t, func(_ *fakeDesk, o *Options) {
		o.Language, o.Screen, o.Touch, o.Database = language, ScreenGuide, true, "server/mall"
	})
	h.window.Resize(fyne.NewSize(usualTouchWidth, usualTouchHeight))
	return h
}

func TestWhatStandsAroundATabletsScreenIsAFingerWide(t *testing.T) {
	for _, language := range languages {
		h := openTabletWindow(t, language)
		visible(h.p.frame.header, func(o fyne.CanvasObject) {
			if choice, ok := o.(*kit.Segmented); ok {
				require.GreaterOrEqual(t, min(choice.NarrowestChoice(), choice.Size().Height), float32(44), language)
			}
		})
	}
}

func TestATabletSaysThatItsServerIsGoneAndBack(t *testing.T) {
	for _, language := range languages {
		h := openTabletWindow(t, language)
		speak := text.MustLoad(language)
		h.desk.unread = errors.New("gone")
		h.look()
		require.Contains(t, h.foot(), speak.T("database.bar_gone"))
		require.Contains(t, h.page(ScreenGuide), speak.T("guide.gone", monday))
		h.desk.unread = nil
		h.look()
		require.NotContains(t, h.page(ScreenGuide), speak.T("guide.gone", monday))
	}
}
