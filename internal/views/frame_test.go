package views

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

func TestTheGuideAloneHasNoRailAndNoReception(t *testing.T) {
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.Screen = stage.ScreenGuide })
	require.Nil(t, h.p.reception)
	require.Equal(t, stage.ScreenGuide, h.p.current)
	h.Press("F1", "F9", "Ctrl+R")
	require.Equal(t, stage.ScreenGuide, h.p.current)
	require.Empty(t, h.desk.CheckIns)
}

func TestNoticesOfTheStartAreSaidOnce(t *testing.T) {
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) { o.Notices = []models.Phrase{models.Say("frame.stored")} })
	require.True(t, h.p.frame.notices.Visible())
	h.Types("ktp")
	require.True(t, h.p.frame.notices.Visible(), "typing is not reading")
	h.Press("Enter")
	require.False(t, h.p.frame.notices.Visible())
	h.Press("F2", "Ctrl+L")
	require.False(t, h.p.frame.notices.Visible())
}

func TestNoticesOfDamageAreAWarning(t *testing.T) {
	for want, warns := range map[kit.NoteKind]bool{kit.NoteInfo: false, kit.NoteWarn: true} {
		h := openWindow(t, func(_ *stagetest.Desk, o *Options) {
			o.Notices, o.Warns = []models.Phrase{models.Say("damage.numbers")}, warns
		})
		require.Equal(t, want, h.p.frame.notices.Kind())
	}
}

func TestTheClockMovesWithTheMinute(t *testing.T) {
	h := openWindow(t)
	reads := h.desk.Reads
	require.Len(t, h.Work.Ticking, 2, "the clock, and the look for what others wrote")
	h.desk.Clock = h.desk.Clock.Add(time.Minute)
	for _, minute := range h.Work.Ticking {
		minute()
	}
	h.Work.Drain()
	require.Len(t, h.Work.Ticking, 2, "the next minute is awaited")
	require.Greater(t, h.desk.Reads, reads, "the day is looked at anew")
}

func TestTheChosenLanguageIsRemembered(t *testing.T) {
	var kept text.Language
	h := openWindow(t, func(_ *stagetest.Desk, o *Options) {
		o.SetLanguage = func(l text.Language) error { kept = l; return nil }
	})
	h.Press("Ctrl+L")
	require.Equal(t, text.English, kept)
	require.Equal(t, "Enter", stage.SpokenKeys(h.p.speak, "Enter"))
	require.Empty(t, h.Field().Text)
}

func TestEscPutsTheKeysAwayAndKeepsTheForm(t *testing.T) {
	h := openWindow(t)
	h.Types("ktp hil")
	h.Press("F12", "F9", "Esc")
	require.False(t, h.p.help)
	require.Empty(t, h.desk.CheckIns, "keys of the form rest while the sheet is shown")
	require.Equal(t, "ktp hil", h.Field().Text)
}
