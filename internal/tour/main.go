// Command tour shows the program at work: on a virtual display it checks three
// made-up visitors in through the real window, by keys alone, and saves
// pictures. With -pictures it makes the README's pictures.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"frontdesk/internal/xdisplay"
)

// opening is the instant the tour plays at: a Monday on which most agencies of
// the sample directory are open.
const opening = "2026-11-23T08:41:00+08:00"

func main() {
	program := flag.String("program", "build/frontdesk", "the program to show")
	out := flag.String("out", "build/tour", "folder of the pictures")
	pictures := flag.Bool("pictures", false, "make the README's pictures instead")
	flag.Parse()
	show := tour
	if *pictures {
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
		number, err := waitForTicket(program, folder, i+1)
		if err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
		picture := filepath.Join(out, v.name+".png")
		if err := window.Picture(picture); err != nil {
			return err
		}
		fmt.Printf("%s  %s\n", number, picture)
	}
	return nil
}

// waitForTicket asks the program itself, beside its open window, until the nth
// visit of the day has its number.
func waitForTicket(program, folder string, nth int) (string, error) {
	const patience = 20 * time.Second
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		numbers, err := ticketNumbers(program, folder)
		if err != nil {
			return "", err
		}
		if len(numbers) >= nth {
			return numbers[nth-1], nil
		}
	}
	return "", errors.New("no ticket was issued")
}

func ticketNumbers(program, folder string) ([]string, error) {
	said, err := exec.Command(program, "visits", "--data", folder, "--date", opening[:10], "--json").Output()
	if err != nil {
		return nil, err
	}
	var answer struct {
		Visits []struct {
			Tickets []struct{ Number string }
		}
	}
	if err := json.Unmarshal(said, &answer); err != nil {
		return nil, err
	}
	var numbers []string
	for _, v := range answer.Visits {
		for _, t := range v.Tickets {
			numbers = append(numbers, t.Number)
		}
	}
	return numbers, nil
}
