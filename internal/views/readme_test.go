package views

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
)

var update = flag.Bool("update", false, "write the table of keys into the README")

const (
	keysBegin = "<!-- keys: made from the program's own table, checked by a test -->\n"
	keysEnd   = "<!-- end of keys -->"
)

// TestTheReadmeShowsTheTableOfKeys compares the README with the bindings; run
// it with -update after changing a key.
func TestTheReadmeShowsTheTableOfKeys(t *testing.T) {
	path := filepath.Join("..", "..", "README.md")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(raw), keysBegin)
	shown, after, ended := strings.Cut(rest, keysEnd)
	if !found || !ended {
		t.Fatal("the README has no place for the keys")
	}
	want := readmeKeys()
	if *update {
		if err := os.WriteFile(path, []byte(before+keysBegin+want+keysEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != want {
		t.Error("the README's keys are not the program's: run this test with -update")
	}
}

func readmeKeys() string {
	speak := text.MustLoad(text.English)
	titles := map[string]string{stage.EveryScreen: "everywhere", stage.ScreenReception: "F1 Penerimaan", stage.ScreenGuide: "F2 Cari layanan",
		stage.ScreenQueue: "F3 Antrean", stage.ScreenGuestbook: "F4 Buku tamu", stage.ScreenToday: "F5 Hari ini",
		stage.ScreenReports: "F6 Laporan", stage.ScreenSurvey: "Survei (tablet)", stage.ScreenSheets: "Ctrl I Survei", stage.ScreenSync: "Ctrl S Sinkronisasi",
		stage.ScreenSettings: "F10 Pengaturan", stage.ScreenDirectory: "F10 Direktori", stage.ScreenPeople: "F10 Petugas", stage.ScreenLock: "Masuk", stage.ScreenWizard: "Pertama kali"}
	var table strings.Builder
	table.WriteString("\n| screen | keys | what they do |\n|---|---|---|\n")
	for _, line := range KeyLines(speak, stage.EveryScreen) {
		fmt.Fprintf(&table, "| %s | %s | %s |\n", titles[line.Screen], line.Keys, line.Does)
	}
	table.WriteString("\n")
	return table.String()
}
