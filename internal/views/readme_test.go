package views

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/text"
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
	titles := map[string]string{everyScreen: "everywhere", ScreenReception: "F1 Penerimaan", ScreenGuide: "F2 Cari layanan",
		ScreenQueue: "F3 Antrean", ScreenGuestbook: "F4 Buku tamu", ScreenToday: "F5 Hari ini",
		ScreenReports: "F6 Laporan", ScreenSurvey: "Survei (tablet)", ScreenSheets: "Ctrl I Survei", ScreenSync: "Ctrl S Sinkronisasi",
		ScreenSettings: "F10 Pengaturan", ScreenDirectory: "F10 Direktori", ScreenPeople: "F10 Petugas", ScreenLock: "Masuk", ScreenWizard: "Pertama kali"}
	var table strings.Builder
	table.WriteString("\n| screen | keys | what they do |\n|---|---|---|\n")
	for _, line := range KeyLines(speak, everyScreen) {
		fmt.Fprintf(&table, "| %s | %s | %s |\n", titles[line.Screen], line.Keys, line.Does)
	}
	table.WriteString("\n")
	return table.String()
}
