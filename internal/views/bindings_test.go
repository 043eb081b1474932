package views

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/reception"
	"frontdesk/internal/views/stage"
)

func TestNoKeyDoesTwoThingsOnOneScreen(t *testing.T) {
	for _, screen := range []string{stage.ScreenReception, stage.ScreenGuide, stage.ScreenQueue, stage.ScreenGuestbook, stage.ScreenToday, stage.ScreenReports, stage.ScreenSync, stage.ScreenSettings, stage.ScreenDirectory, stage.ScreenPeople, stage.ScreenSurvey, stage.ScreenSheets, stage.ScreenLock, stage.ScreenWizard} {
		taken := map[kit.KeyPress]string{}
		for _, b := range Bindings() {
			if b.Screen != stage.EveryScreen && b.Screen != screen {
				continue
			}
			for _, key := range b.Keys {
				press := stage.PlainKey(stage.ParseKey(key))
				require.Empty(t, taken[press], "%s on %s: %s", key, screen, b.Says)
				taken[press] = b.Says
			}
		}
	}
}

func TestEveryKeyIsExplainedInBothLanguages(t *testing.T) {
	for _, language := range stage.Languages {
		speak := text.MustLoad(language)
		for _, b := range Bindings() {
			require.True(t, speak.Has(b.Says), "%s has no words for %s", language, b.Says)
			require.NotNil(t, b.Do, "%v", b.Keys)
		}
	}
}

// spoken finds the text keys in the screens' own source.
var spoken = regexp.MustCompile(`"((?:frame|key|keycap|queue_page|state|row|reception|visitor|action|away|survey_page|sheets|last|tickets|priority|list|reports)\.[a-z_]+(?:\.[a-z_]+)*)"`)

func TestEveryWordOfTheScreensExistsInBothLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	rooms, err := filepath.Glob("*/*.go")
	require.NoError(t, err)
	for _, file := range append(files, rooms...) {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, found := range spoken.FindAllStringSubmatch(string(source), -1) {
			for _, language := range stage.Languages {
				require.True(t, text.MustLoad(language).Has(found[1]), "%s: %s has no words for %s", file, language, found[1])
			}
		}
	}
}

func TestEveryStateKindAndGroupHasWordsInBothLanguages(t *testing.T) {
	var keys []string
	for _, state := range []models.State{models.StateOpen, models.StateLate, models.StateBreak, models.StateNotYet, models.StateClosed, models.StateAbsent, models.StateOutage,
		models.StateHoliday, models.StateQuotaGone, models.StateLastTicketPassed, models.StateUnknown} {
		keys = append(keys, "state."+string(state))
	}
	for _, group := range models.Priorities {
		keys = append(keys, "priority."+string(group))
	}
	for _, why := range models.TurnedAwayReasons {
		keys = append(keys, "away."+string(why))
	}
	for kind := reception.ActionNone; kind <= reception.ActionRestored; kind++ {
		keys = append(keys, "last.before."+kind.Name())
	}
	for _, key := range keys {
		for _, language := range stage.Languages {
			require.True(t, text.MustLoad(language).Has(key), "%s has no words for %s", language, key)
		}
	}
}

func TestKeysAreReadAsTheyAreWritten(t *testing.T) {
	for written, want := range map[string]kit.KeyPress{
		"F9":         {Name: fyne.KeyF9},
		"Ctrl+Enter": {Name: fyne.KeyReturn, Modifiers: fyne.KeyModifierControl},
		"Shift+F8":   {Name: fyne.KeyF8, Modifiers: fyne.KeyModifierShift},
		"+":          {Name: "+"},
		"Alt+1":      {Name: fyne.Key1, Modifiers: fyne.KeyModifierAlt},
	} {
		require.Equal(t, want, stage.ParseKey(written), written)
	}
}
