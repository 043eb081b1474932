package settings

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/models"
)

func noEnvironment(string) (string, bool) { return "", false }

func TestAnEmptyFolderHasTheDefaults(t *testing.T) {
	got, err := Load(t.TempDir(), noEnvironment)
	want := Settings{DeskNumber: 1, Language: "id", Appearance: "light", TextScale: 100, SyncNight: 20 * time.Hour, PriorityRun: 2, NoShows: 2, RetentionDays: 90, LockMinutes: 3, PrinterWidth: 80, DisplayScreen: 1, Voice: "off", PrinterAuto: true}
	if err != nil || got != want {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestTheEnvironmentOverridesTheFile(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "language = \"en\"\n[desk]\nnumber = 2\nname = \"Meja depan\"\n")
	got, err := Load(folder, func(name string) (string, bool) {
		return "3", name == "FRONTDESK_DESK_NUMBER"
	})
	if err != nil || got.DeskNumber != 3 || got.DeskName != "Meja depan" || got.Language != "en" {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestAValueOutOfBoundsIsNamedAndRefused(t *testing.T) {
	for _, content := range []string{"[desk]\nnumber = 0", "[desk]\nnumber = \"x\"", "language = \"fr\"",
		"[text]\nscale = 79", "desk = 3\n[text]\nscale = 201", "[desk]\nname = 7", "[sync]\nnight = \"24:00\"", "[sync]\nnight = 20"} {
		folder := t.TempDir()
		write(t, folder, content)
		if _, err := Load(folder, noEnvironment); models.KindOf(err) != models.KindUsage {
			t.Errorf("%q gave %v", content, err)
		}
	}
}

func TestABrokenFileIsRefusedWithItsLine(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "language = \"id\"\n[desk\n")
	if _, err := Load(folder, noEnvironment); models.KindOf(err) != models.KindUsage {
		t.Errorf("got %v", err)
	}
}

func TestSavingOneSettingKeepsTheOthers(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "[desk]\nnumber = 4\n")
	if err := Save(folder, "language", "en"); err != nil {
		t.Fatal(err)
	}
	if err := Save(folder, "desk.name", "Meja 4"); err != nil {
		t.Fatal(err)
	}
	got, err := Load(folder, noEnvironment)
	if err != nil || got.DeskNumber != 4 || got.Language != "en" || got.DeskName != "Meja 4" {
		t.Fatalf("got %+v, %v", got, err)
	}
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("%d files were left behind", len(files)-1)
	}
}

func write(t *testing.T, folder, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, FileName), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
