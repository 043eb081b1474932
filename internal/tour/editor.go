package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"frontdesk/internal/xdisplay"
)

// editorLooks are the pictures of the directory under F10. The keys after F10
// begin in the section that follows the settings.
var editorLooks = []struct {
	name          string
	width, height int
	settings      string
	play          func(*xdisplay.Window) error
}{
	{"direktori", 1366, 768, "", presses("Right", "Down")},
	{"direktori-isian", 1366, 768, "", presses("Right", "Down", "Return", "Down", "Down")},
	{"direktori-syarat", 1366, 768, "", changeRequirement},
	{"direktori-terapkan", 1366, 768, "", plays(changeRequirement, presses("t"))},
	{"direktori-denah", 1366, 768, "", moveCounter},
	{"direktori-denah-1024", 1024, 700, "", moveCounter},
	{"direktori-salah", 1366, 768, "", plays(presses("Right", "Right", "Right", "Return", "ctrl+a"), types("seratus satu"), presses("ctrl+Return"))},
	{"direktori-impor", 1366, 768, "", importFaulty},
	{"direktori-1024", 1024, 700, "", presses("Right", "Down")},
	{"direktori-gelap", 1366, 768, "appearance = \"dark\"", changeRequirement},
	{"directory-en", 1366, 768, "language = \"en\"", plays(changeRequirement, presses("t"))},
	{"directory-en-1024", 1024, 700, "language = \"en\"", presses("Right", "Down", "Return")},
}

func types(words string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error { return w.Type(words) }
}

// changeRequirement changes a paper of "KTP-el hilang" and verifies it.
func changeRequirement(w *xdisplay.Window) error {
	return errors.Join(w.Press("Right", "ctrl+f"), w.Type("ktp-el hilang"), w.Press("Return", "r"), w.Settle(),
		w.Press("Return", "ctrl+a"), w.Type("Surat kehilangan dari kepolisian, asli"), w.Press("ctrl+Return", "v"))
}

// moveCounter moves counter 101 on the plan.
func moveCounter(w *xdisplay.Window) error {
	return errors.Join(w.Press("Left", "Left", "Left", "Left", "ctrl+f"), w.Type("duk-1"), w.Press("Return", "g"), w.Settle(),
		w.Press("Right", "Right", "Right", "Right", "Down", "Down", "Down", "Down"))
}

// importFaulty reads a directory that has faults.
func importFaulty(w *xdisplay.Window) error {
	file := filepath.Join(os.TempDir(), "mall-contoh.json")
	const body = `{"format":"mall-directory/1","mall":{"code":"M","name":"M","short_name":"M","timezone":"WITA","hours":[]},"agencies":[{"code":"A","name":"","floor":"1"}]}`
	err := os.WriteFile(file, []byte(body), 0o600)
	err = errors.Join(err, w.Press("i", "ctrl+a"), w.Type(file), w.Press("Return"), w.Settle())
	return errors.Join(err, os.Remove(file))
}

// editorAlbum takes the pictures of the directory.
func editorAlbum(program, out string) (err error) {
	for _, look := range editorLooks {
		err := editorPicture(program, look.width, look.height, look.settings, filepath.Join(out, look.name+".png"), look.play)
		if err != nil {
			return fmt.Errorf("%s: %w", look.name, err)
		}
	}
	return nil
}

func editorPicture(program string, width, height int, settings, picture string, play func(*xdisplay.Window) error) (err error) {
	folder, err := os.MkdirTemp("", "frontdesk-editor")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	return desk(program, folder, width, height, settings, "08:41:00", nil, plays(
		presses("F10", "F10"), (*xdisplay.Window).Settle, play, (*xdisplay.Window).Settle,
		func(w *xdisplay.Window) error { return w.Picture(picture) }))
}
