package main

import (
	"errors"
	"path/filepath"

	"frontdesk/internal/xdisplay"
)

// guestbookScenes are F4 after some made-up visitors came.
var guestbookScenes = []scene{
	{"buku-tamu", 1366, 768, "", nil, guests},
	{"buku-tamu-gelap", 1366, 768, "appearance = \"dark\"", nil, guests},
	{"buku-tamu-1024", 1024, 700, "", nil, guests},
	{"buku-tamu-lihat", 1366, 768, "", nil, opened},
	{"buku-tamu-koreksi", 1366, 768, "", nil, corrected},
	{"buku-tamu-permintaan", 1366, 768, "", nil, requested},
	{"guestbook-en", 1366, 768, "language = \"en\"", nil, guests},
	{"guestbook-en-1024", 1024, 700, "language = \"en\"", nil, named},
}

func guestbookAlbum(program, out string) error {
	for _, s := range guestbookScenes {
		if err := s.save(program, filepath.Join(out, s.name+".png")); err != nil {
			return err
		}
	}
	return nil
}

// guests checks visitors in, some with data, and opens F4.
func guests(w *xdisplay.Window) error {
	for _, g := range []struct{ purpose, visitor, name string }{
		{"ktp hil", "6402061203900001", "Ahmad Contoh"}, {"pajak motor", "", ""}, {"skck", "6402064101900002", "Siti Uji"},
		{"ktp rusak", "", ""}, {"legalisir buku nikah", "6402060101850003", "Budi Coba"},
		{"legalisir buku nikah", "", ""},
	} {
		if err := errors.Join(w.Type(g.purpose), w.Settle()); err != nil {
			return err
		}
		if g.visitor == "" {
			if err := errors.Join(w.Press("F9"), w.Settle()); err != nil {
				return err
			}
			continue
		}
		err := errors.Join(w.Press("Return"), w.Settle(), w.Type(g.visitor), w.Press("Return"), w.Settle(),
			w.Type(g.name), w.Press("Return", "Return"), w.Settle(), w.Press("Return"), w.Settle())
		if err != nil {
			return err
		}
	}
	return errors.Join(w.Press("F4"), w.Settle())
}

// opened holds the key that shows the values in full.
func opened(w *xdisplay.Window) error {
	return errors.Join(guests(w), w.Press("Down", "1"), w.Settle(), w.Hold("alt+v"), w.Settle())
}

// corrected begins a correction.
func corrected(w *xdisplay.Window) error {
	return errors.Join(guests(w), w.Press("Down", "Down", "k"), w.Settle(), w.Type("Budi Cobalagi"))
}

// requested records a request and lists it.
func requested(w *xdisplay.Window) error {
	return errors.Join(guests(w), w.Press("Down", "Down", "m", "4"), w.Settle(), w.Type("lisan di meja"), w.Press("Return"), w.Settle(),
		w.Press("p"), w.Settle())
}

// named looks for a name among the identities kept.
func named(w *xdisplay.Window) error {
	return errors.Join(guests(w), w.Press("ctrl+f"), w.Type("ahmad"), w.Press("Return"), w.Settle())
}
