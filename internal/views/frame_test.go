package views

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

func TestTheGuideAloneHasNoRailAndNoReception(t *testing.T) {
	h := openWindow(t, func(_ *fakeDesk, o *Options) { o.Screen = ScreenGuide })
	require.Nil(t, h.p.reception)
	require.Equal(t, ScreenGuide, h.p.current)
	h.press("F1", "F9", "Ctrl+R")
	require.Equal(t, ScreenGuide, h.p.current)
	require.Empty(t, h.desk.checkIns)
}

func TestNoticesOfTheStartAreSaidOnce(t *testing.T) {
	h := openWindow(t, func(_ *fakeDesk, o *Options) { o.Notices = []models.Phrase{models.Say("frame.stored")} })
	require.True(t, h.p.frame.notices.Visible())
	h.types("ktp")
	require.True(t, h.p.frame.notices.Visible(), "typing is not reading")
	h.press("Enter")
	require.False(t, h.p.frame.notices.Visible())
	h.press("F2", "Ctrl+L")
	require.False(t, h.p.frame.notices.Visible())
}

func TestNoticesOfDamageAreAWarning(t *testing.T) {
	for want, warns := range map[kit.NoteKind]bool{kit.NoteInfo: false, kit.NoteWarn: true} {
		h := openWindow(t, func(_ *fakeDesk, o *Options) {
			o.Notices, o.Warns = []models.Phrase{models.Say("damage.numbers")}, warns
		})
		require.Equal(t, want, h.p.frame.notices.Kind())
	}
}

func TestTheClockMovesWithTheMinute(t *testing.T) {
	h := openWindow(t)
	reads := h.desk.reads
	require.Len(t, h.work.ticking, 2, "the clock, and the look for what others wrote")
	h.desk.now = h.desk.now.Add(time.Minute)
	for _, minute := range h.work.ticking {
		minute()
	}
	h.work.drain()
	require.Len(t, h.work.ticking, 2, "the next minute is awaited")
	require.Greater(t, h.desk.reads, reads, "the day is looked at anew")
}

func TestTheChosenLanguageIsRemembered(t *testing.T) {
	var kept text.Language
	h := openWindow(t, func(_ *fakeDesk, o *Options) {
		o.SetLanguage = func(l text.Language) error { kept = l; return nil }
	})
	h.press("Ctrl+L")
	require.Equal(t, text.English, kept)
	require.Equal(t, "Enter", spokenKeys(h.p.speak, "Enter"))
	require.Empty(t, h.field().Text)
}

func TestEscPutsTheKeysAwayAndKeepsTheForm(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.press("F12", "F9", "Esc")
	require.False(t, h.p.help)
	require.Empty(t, h.desk.checkIns, "keys of the form rest while the sheet is shown")
	require.Equal(t, "ktp hil", h.field().Text)
}
