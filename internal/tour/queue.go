package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"frontdesk/internal/xdisplay"
)

// hour is what is done at the desk from an instant of the tour's morning on.
type hour struct {
	at   string // local time of day
	play func(w *xdisplay.Window) error
}

// morning fills a queue by keys: visitors come, one is served, one is called
// twice, one has parked, one did not come.
var morning = []hour{
	{"08:02:00", plays(comes("kk baru"), comes("ktp hil"), comes("ktp hil"), comes("pajak motor"), queue("1"), presses("space", "h", "p"),
		wrote("48"), presses("space"), presses("x"), presses("space"), presses("h", "s"))},
	{"08:18:00", plays(comes("paspor baru"), comes("ktp rusak"), comes("kk baru"), comes("akta lahir"), comes("pajak motor"), comes("skck baru"))},
	{"08:28:00", plays(comes("perekaman ktp"), goesFirst("ktp perubahan"), comes("pajak motor"), comes("bpjs bayi"))},
	{"08:36:00", plays(queue("1"), presses("space", "h"))},
	{"08:39:00", plays(goesFirst("ktp perubahan"), comes("skck baru"))},
	{"08:42:00", plays(comes("ktp hil"), queue("2"), presses("space"), presses("u"))},
}

// display stands for a counter: the visitors' display alone.
const display = "display"

// queueLooks are the pictures of F3, of a counter's own PC and of the visitors'
// display.
var queueLooks = []struct {
	name          string
	width, height int
	settings      string
	counter       string
	keys          []string
	typed         string
}{
	{"layar", 1920, 1080, "", display, []string{"Escape"}, ""},
	{"display-en", 1920, 1080, "language = \"en\"", display, []string{"Escape"}, ""},
	{"antrean", 1366, 768, "", "", []string{"Right", "Right"}, ""},
	{"antrean-1024", 1024, 700, "", "", []string{"Right", "Right"}, ""},
	{"queue-en", 1366, 768, "language = \"en\"", "", []string{"Right", "Right"}, ""},
	{"queue-en-1024", 1024, 700, "language = \"en\"", "", []string{"Down", "Down"}, ""},
	{"antrean-gelap", 1366, 768, "appearance = \"dark\"", "", []string{"Down"}, ""},
	{"antrean-kontras", 1366, 768, "appearance = \"contrast\"", "", []string{"Down"}, ""},
	{"antrean-alihkan", 1366, 768, "", "", []string{"Down", "a"}, "samsat"},
	{"antrean-tunda", 1024, 700, "", "", []string{"Down", "p"}, "15"},
	{"loket", 1366, 768, "", "DUK-3", nil, ""},
	{"loket-1024", 1024, 700, "", "DUK-2", nil, ""},
	{"loket-150", 1024, 700, "[text]\nscale = 150", "DUK-1", nil, ""},
	{"counter-en", 1366, 768, "language = \"en\"", "DUK-1", nil, ""},
	{"counter-en-1024", 1024, 700, "language = \"en\"", "DUK-3", nil, ""},
	{"loket-gelap", 1366, 768, "appearance = \"dark\"", "DUK-2", nil, ""},
}

func queueAlbum(program, out string) (err error) {
	folder, err := os.MkdirTemp("", "frontdesk-queue")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	for _, h := range morning {
		if err := desk(program, folder, 1366, 768, "", h.at, nil, h.play); err != nil {
			return fmt.Errorf("%s: %w", h.at, err)
		}
	}
	for _, look := range queueLooks {
		open, args := queue(""), []string(nil)
		switch look.counter {
		case "":
		case display:
			open, args = presses("Escape"), []string{"--screen", display}
		default:
			open, args = presses("Escape"), []string{"--counter", look.counter}
		}
		err := desk(program, folder, look.width, look.height, look.settings, "08:43:00", args, plays(open, presses(look.keys...),
			typed(look.typed), func(w *xdisplay.Window) error { return w.Picture(filepath.Join(out, look.name+".png")) }))
		if err != nil {
			return fmt.Errorf("%s: %w", look.name, err)
		}
	}
	// A number that was just given fills the display beside the desk.
	return desk(program, folder, 1920, 1080, "", "08:44:00", nil, plays(comes("ktp hil"), presses("ctrl+d"), presses("F11"),
		func(w *xdisplay.Window) error { return w.Picture(filepath.Join(out, "layar-nomor.png")) }))
}

// desk opens a window at a time of the morning, plays, and closes it.
func desk(program, folder string, width, height int, settings, at string, args []string, play func(*xdisplay.Window) error) (err error) {
	if err := os.WriteFile(filepath.Join(folder, "settings.toml"), []byte(settings), 0o600); err != nil {
		return err
	}
	display, err := xdisplay.Start(width, height)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	now := opening[:11] + at + opening[19:]
	window, err := display.Open(program, append([]string{"--data", folder, "--now", now}, args...)...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, window.Close()) }()
	return errors.Join(window.Press("Escape"), play(window))
}

// plays does one thing after the other.
func plays(steps ...func(*xdisplay.Window) error) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error {
		for _, step := range steps {
			if err := step(w); err != nil {
				return err
			}
		}
		return nil
	}
}

func presses(keys ...string) func(*xdisplay.Window) error {
	return func(w *xdisplay.Window) error { return errors.Join(w.Press(keys...), w.Settle()) }
}

// wrote answers a question in place.
func wrote(words string) func(*xdisplay.Window) error { return plays(typed(words), presses("Return")) }

// comes checks a visitor in who gives no data.
func comes(says string) func(*xdisplay.Window) error {
	return plays(typed(says), (*xdisplay.Window).Settle, presses("F9"))
}

// goesFirst checks an elderly visitor in.
func goesFirst(says string) func(*xdisplay.Window) error {
	return plays(typed(says), (*xdisplay.Window).Settle, presses("Return", "Tab", "Tab", "Tab", "space", "F9"))
}

// queue opens F3, at the counter of a number of the agency with most visitors.
func queue(counter string) func(*xdisplay.Window) error {
	if counter == "" {
		return presses("F3")
	}
	return plays(presses("F3"), presses(counter))
}
