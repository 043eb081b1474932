package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

func TestNoKeyDoesTwoThingsOnOneScreen(t *testing.T) {
	for _, screen := range []string{ScreenReception, ScreenGuide} {
		taken := map[kit.KeyPress]string{}
		for _, b := range Bindings() {
			if b.Screen != everyScreen && b.Screen != screen {
				continue
			}
			for _, key := range b.Keys {
				press := plainKey(parseKey(key))
				require.Empty(t, taken[press], "%s on %s: %s", key, screen, b.Says)
				taken[press] = b.Says
			}
		}
	}
}

func TestEveryKeyIsExplainedInBothLanguages(t *testing.T) {
	for _, language := range languages {
		speak := text.MustLoad(language)
		for _, b := range Bindings() {
			require.True(t, speak.Has(b.Says), "%s has no words for %s", language, b.Says)
			require.NotNil(t, b.Do, "%v", b.Keys)
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
		require.Equal(t, want, parseKey(written), written)
	}
}
