package views

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

func openTabletWindow(t *testing.T, language text.Language) *hand {
	t.Helper()
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) {
		o.Language, o.Screen, o.Touch, o.Database = language, stage.ScreenGuide, true, "server/mall"
	})
	h.Window.Resize(fyne.NewSize(stage.UsualTouchWidth, stage.UsualTouchHeight))
	return h
}

func TestWhatStandsAroundATabletsScreenIsAFingerWide(t *testing.T) {
	for _, language := range stage.Languages {
		h := openTabletWindow(t, language)
		stagetest.EachShown(h.p.frame.header, func(o fyne.CanvasObject) {
			if choice, ok := o.(*kit.Segmented); ok {
				require.GreaterOrEqual(t, min(choice.NarrowestChoice(), choice.Size().Height), float32(44), language)
			}
		})
	}
}

func TestATabletSaysThatItsServerIsGoneAndBack(t *testing.T) {
	for _, language := range stage.Languages {
		h := openTabletWindow(t, language)
		speak := text.MustLoad(language)
		h.desk.Unread = errors.New("gone")
		h.look()
		require.Contains(t, h.foot(), speak.T("database.bar_gone"))
		require.Contains(t, h.page(stage.ScreenGuide), speak.T("guide.gone", stagetest.Monday))
		h.desk.Unread = nil
		h.look()
		require.NotContains(t, h.page(stage.ScreenGuide), speak.T("guide.gone", stagetest.Monday))
	}
}
