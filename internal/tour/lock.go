package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/xdisplay"
)

// lockLooks are the pictures of the page to sign in, in the order in which one
// folder comes to them.
var lockLooks = []struct {
	name, settings string
	width, height  int
}{
	{"petugas", "", 1366, 768},
	{"people-en", "language = \"en\"", 1024, 700},
}

// checkingPIN is longer than the check of a PIN takes.
const checkingPIN = 2 * time.Second

// lockAlbum takes the pictures of the first administrator, the lock, a wrong
// PIN and the screen as it was.
func lockAlbum(program, out string) error {
	var errs []error
	for _, look := range lockLooks {
		errs = append(errs, lockPictures(program, filepath.Join(out, look.name), look.settings, look.width, look.height))
	}
	return errors.Join(errs...)
}

func lockPictures(program, picture, settings string, width, height int) (err error) {
	outer, err := os.MkdirTemp("", "frontdesk-lock")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(outer)) }()
	folder := filepath.Join(outer, "meja") // its centre stands beside it
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
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
	for _, step := range []struct {
		types string
		keys  []string
		shows string
	}{
		{"ktp hil", nil, ""},
		{"", []string{"ctrl+k"}, "-pertama"},
		{"Rina Contoh", []string{"Return"}, ""},
		{"482915", []string{"Return"}, ""},
		{"482915", []string{"Return"}, ""},
		{"", []string{"ctrl+k"}, "-terkunci"},
		{"111111", []string{"Return"}, "-pin-salah"},
		{"482915", []string{"Return"}, "-dibuka"},
	} {
		if err := errors.Join(window.Type(step.types), window.Press(step.keys...)); err != nil {
			return err
		}
		time.Sleep(checkingPIN)
		if step.shows == "" {
			continue
		}
		if err := errors.Join(window.Settle(), window.Picture(picture+step.shows+".png")); err != nil {
			return err
		}
	}
	return nil
}
