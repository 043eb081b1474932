//go:build linux

package windowtest

import (
	"fmt"
	"time"
)

// everyday are words whose first row is chosen unasked.
var everyday = []string{"ktp hil", "pajak motor", "bpjs bayi", "kk hilang", "skck baru", "kk baru", "akta lahir", "paspor baru",
	"ktp rusak", "perekaman ktp"}

// kinds are the visitors of a day, by how often each comes.
var kinds = []struct {
	name  string
	share float64
	comes func(d *deskDay)
}{
	{"without data", 34, func(d *deskDay) { d.saysAndTakes(); d.presses("F9") }},
	{"by name", 13, (*deskDay).byName},
	{"scanned, new", 9, (*deskDay).scannedNew},
	{"scanned, returning", 7, (*deskDay).scannedAgain},
	{"papers missing", 7, (*deskDay).papersMissing},
	{"several errands", 5, (*deskDay).severalErrands},
	{"priority", 4, (*deskDay).priority},
	{"agency absent", 4, (*deskDay).agencyAbsent},
	{"turned away", 3, (*deskDay).turnedAway},
	{"guest", 3, (*deskDay).guest},
	{"question", 4, (*deskDay).question},
	{"question by telephone", 2, (*deskDay).questionByPhone},
	{"nothing fits", 2, (*deskDay).nothingFits},
	{"undone", 2, (*deskDay).undone},
	{"voided", 2, (*deskDay).voided},
}

// visitor lets the next one come; every kind comes once before chance decides.
func (d *deskDay) visitor() {
	d.t.Helper()
	weights := make([]float64, len(kinds))
	for i, k := range kinds {
		weights[i] = k.share
	}
	chosen := kinds[among(d.dice, weights)]
	for _, k := range kinds {
		if d.plays[k.name] == 0 {
			chosen = k
			break
		}
	}
	d.plays[chosen.name]++
	d.records++
	chosen.comes(d)
	d.stored(chosen.name)
}

// saysAndTakes searches what a visitor says and stays in the search, or takes
// the first row and stands at the visitor.
func (d *deskDay) saysAndTakes() {
	d.t.Helper()
	if len(d.says) == 0 || d.dice.IntN(2) == 0 {
		d.types(d.pick(everyday))
		return
	}
	d.types(d.pick(d.says))
	d.presses("alt+1")
}

func (d *deskDay) pick(list []string) string { return list[d.dice.IntN(len(list))] }

// toVisitor takes everyday words on to the visitor's field.
func (d *deskDay) toVisitor() {
	d.t.Helper()
	d.types(d.pick(everyday))
	d.presses("Return")
}

var firsts, lasts = []string{"Ahmad", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Hasan", "Indah", "Siti", "Wulan"},
	[]string{"Contoh", "Uji", "Coba", "Misal", "Rekaan"}

func (d *deskDay) name() string { return d.pick(firsts) + " " + d.pick(lasts) }

// nik is of a district that no regency has.
func (d *deskDay) nik() string {
	return fmt.Sprintf("640299%02d%02d%02d%04d", 1+d.dice.IntN(28), 1+d.dice.IntN(12), 45+d.dice.IntN(50), 1+len(d.known))
}

func (d *deskDay) byName() {
	d.toVisitor()
	d.types(d.name())
	d.presses("Return", "Return")
}

// scannedNew reads a card as a scanner does: a burst of digits and Enter. The
// clerk types on before the program knows that it is a new one.
func (d *deskDay) scannedNew() {
	nik := d.nik()
	d.known = append(d.known, nik)
	d.toVisitor()
	d.types(nik)
	d.presses("Return")
	d.types(d.name())
	d.presses("Return", "Return")
}

func (d *deskDay) scannedAgain() {
	if len(d.known) == 0 {
		d.scannedNew()
		return
	}
	d.toVisitor()
	d.types(d.pick(d.known))
	d.presses("Return", "Return")
}

func (d *deskDay) papersMissing() {
	d.types(d.pick(everyday))
	d.presses("Tab", "space", "Down", "minus", "F9")
}

func (d *deskDay) severalErrands() {
	d.types("ktp hil")
	d.presses("ctrl+Return")
	d.types(d.pick([]string{"pajak motor", "bpjs bayi", "skck baru"}))
	d.presses("F9")
}

func (d *deskDay) priority() {
	d.toVisitor()
	d.presses("Tab", "Tab", "Tab", "space", "F9")
}

// agencyAbsent comes to an agency that was marked as absent in the morning.
func (d *deskDay) agencyAbsent() {
	d.types("uji kir")
	d.presses("F9")
	d.pause()
	d.presses("Return")
}

func (d *deskDay) turnedAway() {
	d.types(d.pick(everyday))
	d.presses("F7", d.pick([]string{"1", "2", "3", "4"}))
}

func (d *deskDay) guest() {
	d.presses("ctrl+g")
	d.types(d.pick([]string{"mengantar surat", "rapat pengelola", "memperbaiki pendingin"}))
	d.presses("Return")
	d.types(d.name())
	d.presses("Return", "Return")
}

func (d *deskDay) question() {
	d.types(d.pick(everyday))
	d.presses("F8")
}

func (d *deskDay) questionByPhone() {
	d.types(d.pick(everyday))
	d.presses("shift+F8")
}

// nothingFits goes home with a sentence that is kept for the report.
func (d *deskDay) nothingFits() {
	d.types(d.pick([]string{"cabut gigi", "sedot wc", "cetak foto wisuda"}))
	d.pause()
	d.presses("Escape", "Escape")
	d.records--
}

// undone takes the number back at once.
func (d *deskDay) undone() {
	d.quiet.Lock()
	defer d.quiet.Unlock()
	d.types(d.pick(everyday))
	d.presses("F9")
	visits := d.stored("before undo")
	d.pause()
	d.waits()
	d.presses("ctrl+z")
	d.becomesVoid(len(visits) - 1)
}

// voided takes the newest number out of the queue, with a reason.
func (d *deskDay) voided() {
	d.quiet.Lock()
	defer d.quiet.Unlock()
	d.types(d.pick(everyday))
	d.presses("F9")
	visits := d.stored("before void")
	d.pause()
	d.waits()
	d.presses("ctrl+r")
	d.waits()
	d.presses("b")
	d.waits()
	d.types("pengunjung pulang")
	d.presses("Return")
	d.becomesVoid(len(visits) - 1)
	d.presses("Escape", "Escape")
	d.pause()
}

// becomesVoid waits until the numbers of the nth visit count no more.
func (d *deskDay) becomesVoid(nth int) {
	d.t.Helper()
	for end := time.Now().Add(storing); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		v := d.visits()[nth]
		if v.Voided || len(v.Tickets) > 0 && v.Tickets[0].State == "voided" {
			return
		}
	}
	d.fault("the number of visit %d was not taken back", nth+1)
}
