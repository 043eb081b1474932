package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"frontdesk/internal/xdisplay"
)

func pressed(keys ...string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error { return w.Press(keys...) }
}

var (
	tablet      = []string{"--screen", "survey"}
	tabletOfDUK = []string{"--screen", "survey", "--agency", "DUK"}
	asked       = pressed("Right", "Down", "Return", "Right", "Return", "4", "3")
	thanked     = pressed("Return", "Right", "Return", "4", "3", "4", "4", "0", "4", "2", "3", "4")
)

// surveyScenes are the visitors' survey on a tablet held either way.
var surveyScenes = []scene{
	{"survei", 1280, 800, "", tablet, pressed()},
	{"survei-tanya", 1280, 800, "", tablet, asked},
	{"survei-layanan", 1280, 800, "", tabletOfDUK, pressed("Return", "Right", "Right")},
	{"survey-en-services-upright", 800, 1280, "language = \"en\"", tabletOfDUK, pressed("Return")},
	{"survei-terima-kasih", 1280, 800, "", tabletOfDUK, thanked},
	{"survei-tegak", 800, 1280, "", tablet, pressed()},
	{"survei-tegak-tanya", 800, 1280, "", tablet, asked},
	{"survey-en", 1280, 800, "language = \"en\"", tablet, pressed()},
	{"survey-en-asked", 1280, 800, "language = \"en\"", tablet, asked},
	{"survey-en-upright", 800, 1280, "language = \"en\"", tabletOfDUK, pressed("Return", "Right", "Return", "1")},
	{"survei-gelap", 1280, 800, "appearance = \"dark\"", tablet, asked},
}

// surveyAlbum takes the pictures of the satisfaction survey.
func surveyAlbum(program, out string) error {
	for _, s := range surveyScenes {
		if err := s.save(program, filepath.Join(out, s.name+".png")); err != nil {
			return err
		}
	}
	return sheetsAlbum(program, out)
}

// sheetsLooks are the pictures of the survey at the desk: on its own page, and
// on F6.
var sheetsLooks = []struct {
	name          string
	width, height int
	settings      string
	keys          []string
}{
	{"laporan-survei", 1366, 768, "", []string{"F6", "T", "4"}},
	{"reports-survey-en-1024", 1024, 700, "language = \"en\"", []string{"F6", "T", "4", "Next"}},
	{"survei-lembar", 1366, 768, "", []string{"d", "i", "s", "4", "4", "3", "4", "0"}},
	{"survei-lembar-1024", 1024, 700, "", []string{"4", "4", "3", "4", "0", "3", "4", "4", "2", "Return"}},
	{"survei-lembar-bawah", 1366, 768, "appearance = \"dark\"", []string{"Next", "Next"}},
	{"survey-sheets-en", 1366, 768, "language = \"en\"", []string{"4", "Return"}},
	{"survey-sheets-en-1024", 1024, 700, "language = \"en\"", []string{"4", "3"}},
}

// sheetsAlbum takes the pictures of the page on which sheets are typed in: of a
// mall without answers, then of one with some.
func sheetsAlbum(program, out string) (err error) {
	outer, err := os.MkdirTemp("", "frontdesk-sheets")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(outer)) }()
	folder, file := filepath.Join(outer, "meja"), filepath.Join(outer, "lembar.csv")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	if err := sheetsPicture(program, folder, 1366, 768, "", filepath.Join(out, "survei-lembar-kosong.png")); err != nil {
		return err
	}
	if err := os.WriteFile(file, []byte(madeUpSheets()), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{{"simulate", "--days", "5", "--visits-per-day", "60"}, {"survey", "import", file}} {
		if _, err := xdisplay.Run(program, folder, args...); err != nil {
			return err
		}
	}
	for _, look := range sheetsLooks {
		err := sheetsPicture(program, folder, look.width, look.height, look.settings, filepath.Join(out, look.name+".png"), look.keys...)
		if err != nil {
			return fmt.Errorf("%s: %w", look.name, err)
		}
	}
	return nil
}

// madeUpSheets are 120 sheets about four agencies, most of them content.
func madeUpSheets() string {
	elements := []string{"requirements", "procedure", "time", "cost", "product", "competence", "behaviour", "complaints", "facilities"}
	var file strings.Builder
	file.WriteString("agency," + strings.Join(elements, ",") + "\n")
	for i := range 120 {
		file.WriteString([]string{"DUK", "IMI", "SAM", "BPN"}[i%4])
		for j := range elements {
			fmt.Fprintf(&file, ",%d", 4-(i*(j+3)/5+j)%7/4-i%4/3)
		}
		file.WriteString("\n")
	}
	return file.String()
}

// sheetsPicture opens the survey's page and presses keys there.
func sheetsPicture(program, folder string, width, height int, settings, picture string, keys ...string) (err error) {
	if err := os.WriteFile(filepath.Join(folder, "settings.toml"), []byte(settings), 0o600); err != nil {
		return err
	}
	display, err := xdisplay.Start(width, height)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	window, err := display.Open(program, "--data", folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, window.Close()) }()
	return errors.Join(window.Press("Escape", "ctrl+i"), window.Settle(), window.Press(keys...), window.Settle(), window.Picture(picture))
}
