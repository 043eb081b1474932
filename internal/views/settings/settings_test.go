package settings

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
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
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
	*stagetest.Alone
	port    *fileSettings
	applied map[string]string // what the window heard of
}

func openSettings(t *testing.T, change ...func(*fileSettings, *stagetest.Scene)) *settingsHand {
	t.Helper()
	h := &settingsHand{port: &fileSettings{folder: t.TempDir(), env: map[string]string{}, secrets: map[string]string{}}, applied: map[string]string{}}
	s := stagetest.Scene{Name: stage.ScreenSettings, Opens: "F10", Keys: Keys()}
	s.Make = func(s stage.Stage) stage.Screen {
		return New(h.port, s, func(key, value string) { h.applied[key] = value })
	}
	for _, c := range change {
		c(h.port, &s)
	}
	h.Alone = stagetest.Open(t, s)
	h.Press("F10")
	return h
}

func (h *settingsHand) screen() *Screen { return h.Alone.Screen.(*Screen) }

func (h *settingsHand) page() string { return h.Words() }

// at chooses a setting by its key.
func (h *settingsHand) at(key string) {
	h.T.Helper()
	for i, s := range h.screen().state.list {
		if s.Key == key {
			h.screen().state.choose(i)
			return
		}
	}
	h.T.Fatalf("no setting %s", key)
}

func (h *settingsHand) file() string {
	raw, err := os.ReadFile(filepath.Join(h.port.folder, settings.FileName))
	require.NoError(h.T, err)
	return string(raw)
}

func TestEverySettingIsOnTheScreenInBothLanguages(t *testing.T) {
	for _, language := range stage.Languages {
		h := openSettings(t, func(_ *fileSettings, s *stagetest.Scene) { s.Language = language })
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
	h.Press("Enter")
	require.Equal(t, fyne.Focusable(h.screen().pane.field.Input), h.Canvas().Focused())
	h.Types("Meja depan")
	h.Press("Enter")
	require.Contains(t, h.file(), `name = "Meja depan"`)
	require.Contains(t, h.page(), h.Speak.T("settings_page.kept_restart"))
	require.Equal(t, "Meja depan", h.screen().state.chosen().Value)
}

func TestAValueOutOfBoundsIsRefusedInWordsAndStaysTyped(t *testing.T) {
	h := openSettings(t)
	h.at("desk.number")
	h.Press("Enter")
	h.screen().pane.field.SetText("12")
	h.Press("Enter")
	require.Contains(t, h.page(), "1–9")
	require.Equal(t, "12", h.screen().pane.field.Text())
	_, err := os.Stat(filepath.Join(h.port.folder, settings.FileName))
	require.ErrorIs(t, err, os.ErrNotExist)
	h.Press("Esc")
	require.Equal(t, "1", h.screen().pane.field.Text())
}

func TestTheWindowHearsOfALanguageAndATextSize(t *testing.T) {
	h := openSettings(t)
	h.at("language")
	h.Press("Right", "Enter")
	require.Contains(t, h.file(), `language = "en"`)
	h.at("text.scale")
	h.Press("Enter")
	h.screen().pane.field.SetText("150")
	h.Press("Enter")
	require.Equal(t, map[string]string{"language": "en", "text.scale": "150"}, h.applied)
}

func TestWhatTheEnvironmentDecidesIsNotChangedHere(t *testing.T) {
	h := openSettings(t, func(f *fileSettings, _ *stagetest.Scene) { f.env["FRONTDESK_VOICE"] = "on" })
	h.at("voice")
	h.Press("Left", "Enter")
	require.Contains(t, h.page(), "FRONTDESK_VOICE")
	_, err := os.Stat(filepath.Join(h.port.folder, settings.FileName))
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestAServersPasswordGoesToTheKeyringAndIsNeverShown(t *testing.T) {
	h := openSettings(t)
	h.at("database")
	h.Canvas().Focus(h.screen().pane.password.Input)
	h.Types("rahasia sekali")
	require.NotContains(t, h.page(), "rahasia")
	h.Press("Enter")
	require.Equal(t, map[string]string{"database": "rahasia sekali"}, h.port.secrets)
	require.Empty(t, h.screen().pane.password.Text())
}

func TestPrinterAndVoiceCanBeTried(t *testing.T) {
	h := openSettings(t)
	h.at("printer")
	h.Press("T")
	h.at("voice")
	h.Press("T")
	h.at("language")
	h.Press("T")
	require.Equal(t, []string{"printer", "voice"}, h.port.tried)
}

func TestAFaultOfTheFileIsSaid(t *testing.T) {
	h := openSettings(t)
	require.NoError(t, os.WriteFile(filepath.Join(h.port.folder, settings.FileName), []byte("[desk"), 0o600))
	h.Press("F1", "F10")
	require.Equal(t, models.KindUsage, models.KindOf(h.screen().state.err))
}
