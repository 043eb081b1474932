package main

import (
	"path/filepath"

	"frontdesk/internal/xdisplay"
)

func pressed(keys ...string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error { return w.Press(keys...) }
}

var (
	tablet      = []string{"--screen", "survey"}
	tabletOfDUK = []string{"--screen", "survey", "--agency", "DUK"}
	asked       = pressed("Right", "Down", "Return", "4", "3")
	thanked     = pressed("Return", "4", "3", "4", "4", "0", "4", "2", "3", "4")
)

// surveyScenes are the visitors' survey on a tablet held either way.
var surveyScenes = []scene{
	{"survei", 1280, 800, "", tablet, pressed()},
	{"survei-tanya", 1280, 800, "", tablet, asked},
	{"survei-terima-kasih", 1280, 800, "", tabletOfDUK, thanked},
	{"survei-tegak", 800, 1280, "", tablet, pressed()},
	{"survei-tegak-tanya", 800, 1280, "", tablet, asked},
	{"survey-en", 1280, 800, "language = \"en\"", tablet, pressed()},
	{"survey-en-asked", 1280, 800, "language = \"en\"", tablet, asked},
	{"survey-en-upright", 800, 1280, "language = \"en\"", tabletOfDUK, pressed("Return", "1")},
	{"survei-gelap", 1280, 800, "appearance = \"dark\"", tablet, asked},
}

// surveyAlbum takes the pictures of the satisfaction survey.
func surveyAlbum(program, out string) error {
	for _, s := range surveyScenes {
		if err := s.save(program, filepath.Join(out, s.name+".png")); err != nil {
			return err
		}
	}
	return nil
}
