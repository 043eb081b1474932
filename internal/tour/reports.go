package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"frontdesk/internal/xdisplay"
)

// reportsLooks are the pictures of F6 beside made-up days with calls.
var reportsLooks = []struct {
	name          string
	width, height int
	settings      string
	keys          []string
}{
	{"laporan", 1366, 768, "", nil},
	{"laporan-layanan", 1366, 768, "", []string{"2"}},
	{"laporan-berkas", 1366, 768, "", []string{"t", "3"}},
	{"laporan-simpan", 1366, 768, "", []string{"p"}},
	{"laporan-1024", 1024, 700, "", nil},
	{"laporan-gelap", 1366, 768, "appearance = \"dark\"", nil},
	{"reports-en", 1366, 768, "language = \"en\"", nil},
	{"reports-en-1024", 1024, 700, "language = \"en\"", []string{"2", "Next"}},
	{"laporan-perkiraan", 1366, 768, "", []string{"5"}},
	{"laporan-perkiraan-1024", 1024, 700, "", []string{"5"}},
}

// reportsAlbum takes the pictures of F6: first of a mall that has called
// nobody, then of one whose counters did for two weeks.
func reportsAlbum(program, out string) (err error) {
	outer, err := os.MkdirTemp("", "frontdesk-reports")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(outer)) }()
	folder := filepath.Join(outer, "meja") // its centre stands beside it
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	if err := reportsPicture(program, folder, 1366, 768, "", filepath.Join(out, "laporan-kosong.png")); err != nil {
		return err
	}
	if _, err := xdisplay.Run(program, folder, "simulate", "--days", "12", "--visits-per-day", "110", "--calls"); err != nil {
		return err
	}
	for _, look := range reportsLooks {
		err := reportsPicture(program, folder, look.width, look.height, look.settings, filepath.Join(out, look.name+".png"), look.keys...)
		if err != nil {
			return fmt.Errorf("%s: %w", look.name, err)
		}
	}
	return nil
}

// judging is longer than the accuracy of two weeks takes, counting than their
// figures.
const judging, counting = 6 * time.Second, 2 * time.Second

// reportsPicture opens F6 and waits for its figures. The clock is the
// machine's: a practice clock is refused beside records that are none.
func reportsPicture(program, folder string, width, height int, settings, picture string, keys ...string) (err error) {
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
	if err := window.Press("Escape", "F6"); err != nil {
		return err
	}
	time.Sleep(counting)
	if err := window.Press(keys...); err != nil {
		return err
	}
	if slices.Contains(keys, "5") {
		time.Sleep(judging)
	}
	return errors.Join(window.Settle(), window.Picture(picture))
}
