// Command tour shows the program at work: on a virtual display it checks three
// made-up visitors in through the real window, by keys alone, and saves
// pictures. With -pictures it makes the README's pictures.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"frontdesk/internal/xdisplay"
)

// opening is the instant the tour plays at: a Monday on which most agencies of
// the sample directory are open.
const opening = "2026-11-23T08:41:00+08:00"

func main() {
	program := flag.String("program", "build/frontdesk", "the program to show")
	out := flag.String("out", "build/tour", "folder of the pictures")
	pictures := flag.Bool("pictures", false, "make the README's pictures instead")
	queues := flag.Bool("queue", false, "make only the pictures of the queue and the display")
	sync := flag.Bool("sync", false, "make only the pictures of the nightly sync")
	reports := flag.Bool("reports", false, "make only the pictures of the reports")
	survey := flag.Bool("survey", false, "make only the pictures of the satisfaction survey")
	alone := flag.Bool("alone", false, "make only the pictures of two PCs whose server falls")
	editor := flag.Bool("editor", false, "make only the pictures of the directory under F10")
	guestbook := flag.Bool("guestbook", false, "make only the pictures of the guest book")
	people := flag.Bool("people", false, "make only the pictures of the operators under F10")
	flag.Parse()
	show := tour
	switch {
	case *queues:
		show = queueAlbum
	case *sync:
		show = syncAlbum
	case *reports:
		show = reportsAlbum
	case *guestbook:
		show = guestbookAlbum
	case *survey:
		show = surveyAlbum
	case *alone:
		show = aloneAlbum
	case *people:
		show = peopleAlbum
	case *editor:
		show = editorAlbum
	case *pictures:
		show = album
	}
	if err := show(*program, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// visitor is one of the tour: the keys that check her in.
type visitor struct {
	name string
	play func(w *xdisplay.Window) error
}

var visitors = []visitor{
	{"1-ktp-hilang", func(w *xdisplay.Window) error {
		return errors.Join(w.Type("ktp hil"), w.Press("Return"), w.Type("Ahmad Contoh"), w.Press("Return", "Return"))
	}},
	{"2-pajak-motor", func(w *xdisplay.Window) error {
		return errors.Join(w.Type("pajak motor"), w.Settle(), w.Press("F9"))
	}},
	{"3-bpjs-bayi", func(w *xdisplay.Window) error {
		return errors.Join(w.Type("bpjs bayi"), w.Press("Return"), w.Type("6402065708900002"), w.Press("Return"),
			w.Settle(), w.Type("Wulan Contoh"), w.Press("Return", "Return"))
	}},
}

func tour(program, out string) (err error) {
	folder, err := os.MkdirTemp("", "frontdesk-tour")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	window, err := display.Open(program, "--data", folder, "--now", opening)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, window.Close()) }()
	return checkThemIn(program, folder, out, window)
}

func checkThemIn(program, folder, out string, window *xdisplay.Window) error {
	for i, v := range visitors {
		if err := v.play(window); err != nil {
			return err
		}
		ticket, err := xdisplay.WaitForTicket(program, folder, opening[:10], i+1)
		if err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
		picture := filepath.Join(out, v.name+".png")
		if err := window.Picture(picture); err != nil {
			return err
		}
		fmt.Printf("%s  %s\n", ticket.Number, picture)
	}
	return nil
}
