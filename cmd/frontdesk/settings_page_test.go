package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/settings"
)

func openSettingsPage(t *testing.T) settingsPage {
	t.Helper()
	p, err := Open(t.Context(), Options{Folder: t.TempDir(), Clock: machineClock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return settingsPage{p}
}

func (s settingsPage) file(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(s.program.Folder, settings.FileName))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(raw)
}

func deeds(t *testing.T, p *Program) (settings int) {
	t.Helper()
	list, err := p.Store.AuditEntries(context.Background(), 1, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Kind == models.DeedSetting {
			settings++
		}
	}
	return settings
}

// What the next start would refuse is not written, and no deed is noted.
func TestASettingThatWouldKeepTheProgramShutIsRefused(t *testing.T) {
	s := openSettingsPage(t)
	for key, typed := range map[string]string{"printer": "tcp", "database": "mysql://a@b/c", "sync.target": "ftp://x",
		"desk.number": "12", "text.scale": "besar", "sync.night": "25:00", "unknown": "1"} {
		if err := s.Change(t.Context(), key, typed); models.KindOf(err) != models.KindUsage {
			t.Errorf("%s = %s: %v", key, typed, err)
		}
	}
	secret := "postgres://meja:rahasia@server/mal"
	for _, key := range []string{"database", "sync.target"} {
		if err := s.Change(t.Context(), key, secret); models.KindOf(err) != models.KindUsage {
			t.Errorf("%s with a password: %v", key, err)
		}
	}
	if got := s.file(t); strings.Contains(got, "rahasia") || got != "" {
		t.Errorf("written: %s", got)
	}
	if n := deeds(t, s.program); n != 0 {
		t.Errorf("%d deeds", n)
	}
}

func TestAChangedSettingIsWrittenAndNoted(t *testing.T) {
	s := openSettingsPage(t)
	if err := s.Change(t.Context(), "printer", "png:"+t.TempDir()); err != nil {
		t.Fatal(err)
	}
	if err := s.Try(t.Context(), "printer"); err != nil {
		t.Error(err)
	}
	told, err := settings.Load(s.program.Folder, os.LookupEnv)
	if err != nil || !strings.HasPrefix(told.Printer, "png:") {
		t.Errorf("%+v, %v", told, err)
	}
	slips, err := filepath.Glob(filepath.Join(strings.TrimPrefix(told.Printer, "png:"), "*.png"))
	if err != nil || len(slips) != 1 {
		t.Errorf("printed %v, %v", slips, err)
	}
	if n := deeds(t, s.program); n != 1 {
		t.Errorf("%d deeds", n)
	}
}

// A password that the environment brings in an address is never shown.
func TestNoPasswordIsShown(t *testing.T) {
	s := openSettingsPage(t)
	t.Setenv("FRONTDESK_SYNC_TARGET", "postgres://meja:rahasia@server/pusat")
	list, err := s.Settings()
	if err != nil {
		t.Fatal(err)
	}
	for _, setting := range list {
		if strings.Contains(setting.Value, "rahasia") {
			t.Errorf("%s shows %s", setting.Key, setting.Value)
		}
	}
	if err := s.KeepSecret(t.Context(), "database", "x"); models.KindOf(err) != models.KindUsage {
		t.Errorf("a password without a server: %v", err)
	}
}
