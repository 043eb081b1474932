package views

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/settings"
	"frontdesk/internal/text"
)

// fileSettings are the settings of a folder; passwords and trials are written
// down.
type fileSettings struct {
	folder  string
	env     map[string]string
	secrets map[string]string
	tried   []string
}

func (f *fileSettings) Settings() ([]settings.Setting, error) {
	return settings.List(f.folder, func(name string) (string, bool) {
		value, given := f.env[name]
		return value, given
	})
}

func (f *fileSettings) Change(_ context.Context, key, typed string) error {
	return settings.Change(f.folder, key, typed)
}

func (f *fileSettings) KeepSecret(_ context.Context, key, password string) error {
	f.secrets[key] = password
	return nil
}

func (f *fileSettings) Try(_ context.Context, key string) error {
	f.tried = append(f.tried, key)
	return nil
}

// settingsHand works a window that has settings.
type settingsHand struct {
	*alone
	port    *fileSettings
	applied map[string]string // what the window heard of
}

func openSettings(t *testing.T, change ...func(*fileSettings, *scene)) *settingsHand {
	t.Helper()
	h := &settingsHand{port: &fileSettings{folder: t.TempDir(), env: map[string]string{}, secrets: map[string]string{}}, applied: map[string]string{}}
	s := scene{name: ScreenSettings, opens: "F10", keys: settingsKeys()}
	s.make = func(s stage) screen {
		return newSettingsScreen(h.port, s, func(key, value string) { h.applied[key] = value })
	}
	for _, c := range change {
		c(h.port, &s)
	}
	h.alone = openAlone(t, s)
	h.press("F10")
	return h
}

func (h *settingsHand) screen() *settingsScreen { return h.alone.screen.(*settingsScreen) }

func (h *settingsHand) page() string { return h.words() }

// at chooses a setting by its key.
func (h *settingsHand) at(key string) {
	h.t.Helper()
	for i, s := range h.screen().state.list {
		if s.Key == key {
			h.screen().state.choose(i)
			return
		}
	}
	h.t.Fatalf("no setting %s", key)
}

func (h *settingsHand) file() string {
	raw, err := os.ReadFile(filepath.Join(h.port.folder, settings.FileName))
	require.NoError(h.t, err)
	return string(raw)
}

func TestEverySettingIsOnTheScreenInBothLanguages(t *testing.T) {
	for _, language := range languages {
		h := openSettings(t, func(_ *fileSettings, s *scene) { s.language = language })
		list, err := h.port.Settings()
		require.NoError(t, err)
		require.Len(t, h.screen().rows, len(list))
		speak := text.MustLoad(language)
		for i, s := range list {
			for _, key := range []string{"setting." + s.Key, "setting." + s.Key + ".means"} {
				require.True(t, speak.Has(key), "%s has no words for %s", language, key)
			}
			require.Equal(t, speak.T("setting."+s.Key), h.screen().rows[i].Line().Name)
			h.at(s.Key)
			page := h.page()
			words := settingsWords{speak}
			for _, said := range []string{words.means(s), words.value(s, s.Default), words.source(s), s.Key} {
				require.NotEmpty(t, said, s.Key)
				require.Contains(t, page, said, s.Key)
			}
		}
	}
}

func TestATypedSettingIsKeptInTheFile(t *testing.T) {
	h := openSettings(t)
	h.at("desk.name")
	h.press("Enter")
	require.Equal(t, fyne.Focusable(h.screen().pane.field.Input), h.canvas().Focused())
	h.types("Meja depan")
	h.press("Enter")
	require.Contains(t, h.file(), `name = "Meja depan"`)
	require.Contains(t, h.page(), h.speak.T("settings_page.kept_restart"))
	require.Equal(t, "Meja depan", h.screen().state.chosen().Value)
}

func TestAValueOutOfBoundsIsRefusedInWordsAndStaysTyped(t *testing.T) {
	h := openSettings(t)
	h.at("desk.number")
	h.press("Enter")
	h.screen().pane.field.SetText("12")
	h.press("Enter")
	require.Contains(t, h.page(), "1–9")
	require.Equal(t, "12", h.screen().pane.field.Text())
	_, err := os.Stat(filepath.Join(h.port.folder, settings.FileName))
	require.ErrorIs(t, err, os.ErrNotExist)
	h.press("Esc")
	require.Equal(t, "1", h.screen().pane.field.Text())
}

func TestTheWindowHearsOfALanguageAndATextSize(t *testing.T) {
	h := openSettings(t)
	h.at("language")
	h.press("Right", "Enter")
	require.Contains(t, h.file(), `language = "en"`)
	h.at("text.scale")
	h.press("Enter")
	h.screen().pane.field.SetText("150")
	h.press("Enter")
	require.Equal(t, map[string]string{"language": "en", "text.scale": "150"}, h.applied)
}

func TestWhatTheEnvironmentDecidesIsNotChangedHere(t *testing.T) {
	h := openSettings(t, func(f *fileSettings, _ *scene) { f.env["FRONTDESK_VOICE"] = "on" })
	h.at("voice")
	h.press("Left", "Enter")
	require.Contains(t, h.page(), "FRONTDESK_VOICE")
	_, err := os.Stat(filepath.Join(h.port.folder, settings.FileName))
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestAServersPasswordGoesToTheKeyringAndIsNeverShown(t *testing.T) {
	h := openSettings(t)
	h.at("database")
	h.canvas().Focus(h.screen().pane.password.Input)
	h.types("rahasia sekali")
	require.NotContains(t, h.page(), "rahasia")
	h.press("Enter")
	require.Equal(t, map[string]string{"database": "rahasia sekali"}, h.port.secrets)
	require.Empty(t, h.screen().pane.password.Text())
}

func TestPrinterAndVoiceCanBeTried(t *testing.T) {
	h := openSettings(t)
	h.at("printer")
	h.press("T")
	h.at("voice")
	h.press("T")
	h.at("language")
	h.press("T")
	require.Equal(t, []string{"printer", "voice"}, h.port.tried)
}

func TestAFaultOfTheFileIsSaid(t *testing.T) {
	h := openSettings(t)
	require.NoError(t, os.WriteFile(filepath.Join(h.port.folder, settings.FileName), []byte("[desk"), 0o600))
	h.press("F1", "F10")
	require.Equal(t, models.KindUsage, models.KindOf(h.screen().state.err))
}
