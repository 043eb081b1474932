package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"frontdesk/internal/xdisplay"
)

// scene is one picture of the album.
type scene struct {
	name          string
	width, height int
	settings      string // settings.toml
	args          []string
	play          func(w *xdisplay.Window) error
}

func typed(words string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error { return w.Type(words) }
}

var issued = visitors[0].play

// scenes are every screen of this version at both sizes, in both languages.
var scenes = []scene{
	{"penerimaan", 1366, 768, "", nil, typed("ktp hil")},
	{"penerimaan-nomor", 1366, 768, "", nil, issued},
	{"penerimaan-pilihan", 1366, 768, "", nil, typed("balik nama")},
	{"penerimaan-tutup", 1366, 768, "", nil, typed("npwp")},
	{"penerimaan-gelap", 1366, 768, "appearance = \"dark\"", nil, typed("ktp hil")},
	{"penerimaan-kontras", 1366, 768, "appearance = \"contrast\"", nil, typed("ktp hil")},
	{"penerimaan-1024", 1024, 700, "", nil, typed("ktp hil")},
	{"penerimaan-nomor-1024", 1024, 700, "", nil, issued},
	{"reception-en", 1366, 768, "language = \"en\"", nil, typed("passport for my child")},
	{"reception-en-1024", 1024, 700, "language = \"en\"", nil, typed("passport for my child")},
	{"pemandu", 1366, 768, "", []string{"--screen", "guide"}, typed("sim c")},
	{"pemandu-1024", 1024, 700, "", []string{"--screen", "guide"}, typed("sim c")},
	{"guide-en", 1366, 768, "language = \"en\"", []string{"--screen", "guide"}, typed("sertifikat tanah hilang")},
	{"tablet", 1280, 800, "", tabletArgs, chosen("paspor")},
	{"tablet-tegak", 800, 1280, "", tabletArgs, chosen("paspor")},
	{"tablet-huruf", 1280, 800, "", tabletArgs, nothing},
	{"tablet-gelap", 800, 1280, "appearance = \"dark\"", tabletArgs, chosen("lift")},
	{"tablet-en", 1280, 800, "language = \"en\"", tabletArgs, chosen("paspor")},
	{"tablet-en-upright", 800, 1280, "language = \"en\"", tabletArgs, nothing},
	{"atur", 1366, 768, "", nil, settingsOpen("Down", "Down", "Down")},
	{"atur-1024", 1024, 700, "", nil, settingsOpen("Down", "Down", "Down", "Down", "Down")},
	{"atur-150", 1366, 768, "[text]\nscale = 150", nil, settingsOpen("Down")},
	{"atur-gelap", 1366, 768, "appearance = \"dark\"", nil, settingsOpen("Down", "Down", "Down", "Down", "Down", "Down", "Down")},
	{"settings-en", 1366, 768, "language = \"en\"", nil, settingsOpen("Down", "Down", "Down")},
	{"settings-en-1024", 1024, 700, "language = \"en\"", nil, settingsOpen("Down", "Down", "Down", "Down", "Down")},
	{"guide-en-1024", 1024, 700, "language = \"en\"", []string{"--screen", "guide"}, typed("toilet")},
}

// tabletArgs open the guide's tablet.
var tabletArgs = []string{"--screen", "guide", "--touch"}

// chosen types words and takes a row.
func chosen(words string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error {
		return errors.Join(w.Type(words), w.Settle(), w.Press("Down", "Return"))
	}
}

// settingsOpen opens F10 and goes to a setting.
func settingsOpen(keys ...string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error {
		return errors.Join(w.Press("F10"), w.Settle(), w.Press(keys...))
	}
}

func nothing(*xdisplay.Window) error { return nil }

func album(program, out string) error {
	for _, s := range slices.Concat(scenes, todayScenes) {
		if err := s.save(program, filepath.Join(out, s.name+".png")); err != nil {
			return err
		}
	}
	return errors.Join(queueAlbum(program, out), syncAlbum(program, out), reportsAlbum(program, out), lockAlbum(program, out), surveyAlbum(program, out),
		guestbookAlbum(program, out), aloneAlbum(program, out), editorAlbum(program, out), peopleAlbum(program, out))
}

func (s scene) save(program, picture string) (err error) {
	folder, err := os.MkdirTemp("", "frontdesk-album")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if err := os.WriteFile(filepath.Join(folder, "settings.toml"), []byte(s.settings), 0o600); err != nil {
		return err
	}
	display, err := xdisplay.Start(s.width, s.height)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	window, err := display.Open(program, append([]string{"--data", folder, "--now", opening}, s.args...)...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, window.Close()) }()
	// A key takes the notices of the first start away.
	return errors.Join(window.Press("Escape"), s.play(window), window.Picture(picture))
}
