package main

import (
	"path/filepath"
	"time"

	"frontdesk/internal/xdisplay"
)

// peopleScenes are the operators under F10, and the guest book with identities.
var peopleScenes = []scene{
	{"petugas-daftar", 1366, 768, "", nil, staffed},
	{"petugas-daftar-gelap", 1366, 768, "appearance = \"dark\"", nil, staffed},
	{"petugas-daftar-1024", 1024, 700, "", nil, staffed},
	{"petugas-peran", 1366, 768, "", nil, plays(staffed, presses("Down", "r", "4"))},
	{"petugas-tambah-pin", 1366, 768, "", nil, plays(staffed, presses("n"), typed("Dewi Contoh"), presses("Return", "Return"))},
	{"petugas-nonaktif-1024-gelap", 1024, 700, "appearance = \"dark\"", nil, plays(staffed, presses("Down", "x"))},
	{"petugas-ditolak", 1366, 768, "", nil, plays(staffed, relieved, presses("F10"), (*xdisplay.Window).Settle, presses("n"))},
	{"petugas-belum-ada", 1366, 768, "", nil, plays(presses("F10", "F10", "F10"), (*xdisplay.Window).Settle)},
	{"buku-tamu-identitas", 1366, 768, "", nil, plays(inCharge, guests, presses("ctrl+shift+e"), typed("permintaan ombudsman"), presses("Return"))},
	{"people-list-en", 1366, 768, "language = \"en\"", nil, staffed},
	{"people-role-en-1024", 1024, 700, "language = \"en\"", nil, plays(staffed, presses("n"), typed("Dewi Contoh"), presses("Return"))},
	{"people-list-en-dark-1024", 1024, 700, "language = \"en\"\nappearance = \"dark\"", nil, staffed},
	{"guestbook-identities-en-1024", 1024, 700, "language = \"en\"", nil, plays(inCharge, guests, presses("ctrl+shift+e"))},
}

func peopleAlbum(program, out string) error {
	for _, s := range peopleScenes {
		if err := s.save(program, filepath.Join(out, s.name+".png")); err != nil {
			return err
		}
	}
	return nil
}

// checked waits until a PIN was checked.
func checked(*xdisplay.Window) error {
	time.Sleep(checkingPIN)
	return nil
}

// pinTwice types a new PIN and once more.
func pinTwice(pin string) func(*xdisplay.Window) error {
	return plays(typed(pin), presses("Return"), typed(pin), presses("Return"), checked, (*xdisplay.Window).Settle)
}

// inCharge makes the first administrator.
func inCharge(w *xdisplay.Window) error {
	return plays(presses("ctrl+k"), (*xdisplay.Window).Settle, typed("Rina Contoh"), presses("Return"), pinTwice("482915"))(w)
}

// staffed makes her and two more on F10.
func staffed(w *xdisplay.Window) error {
	return plays(inCharge, presses("F10", "F10", "F10"), (*xdisplay.Window).Settle,
		presses("n"), typed("Budi Contoh"), presses("Return", "3", "Return"), pinTwice("719385"),
		presses("n"), typed("Citra Contoh"), presses("Return", "4", "Return"), pinTwice("640273"))(w)
}

// relieved lets the second operator take over.
func relieved(w *xdisplay.Window) error {
	return plays(presses("ctrl+k"), (*xdisplay.Window).Settle, presses("alt+2"), typed("719385"), presses("Return"), checked, (*xdisplay.Window).Settle)(w)
}
