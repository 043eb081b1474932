package main

import (
	"errors"

	"frontdesk/internal/xdisplay"
)

// todayScenes are F5 on a morning on which one agency is late and another does
// not come.
var todayScenes = []scene{
	{"hari-ini", 1366, 768, "", nil, late},
	{"hari-ini-gelap", 1366, 768, "appearance = \"dark\"", nil, late},
	{"hari-ini-1024", 1024, 700, "", nil, late},
	{"hari-ini-alihkan", 1366, 768, "", nil, moved},
	{"today-en", 1366, 768, "language = \"en\"", nil, late},
	{"today-en-1024", 1024, 700, "language = \"en\"", nil, late},
}

// visited checks visitors in and opens F5.
func visited(w *xdisplay.Window) error {
	for _, words := range []string{"ktp hil", "ktp rusak", "pajak motor", "skck", "legalisir buku nikah", "legalisir buku nikah", "uji kir"} {
		if err := errors.Join(w.Type(words), w.Settle(), w.Press("F9"), w.Settle()); err != nil {
			return err
		}
	}
	return errors.Join(w.Press("F5"), w.Settle())
}

// agency chooses an agency of F5 by its name.
func agency(w *xdisplay.Window, name string) error {
	return errors.Join(w.Press("ctrl+f"), w.Type(name), w.Press("Escape", "Escape"), w.Settle())
}

// late marks an agency as absent, and begins to mark another as late.
func late(w *xdisplay.Window) error {
	return errors.Join(visited(w), agency(w, "dishub"), w.Press("x", "Return"), w.Settle(),
		agency(w, "disdukcapil"), w.Press("2"), w.Settle(),
		agency(w, "kemenag"), w.Press("t"), w.Type("Petugas dalam perjalanan"))
}

// moved asks where the visitors of an absent agency are sent.
func moved(w *xdisplay.Window) error {
	return errors.Join(visited(w), agency(w, "kemenag"), w.Press("x", "Return"), w.Settle(), w.Press("a"), w.Type("isbat nikah"))
}
