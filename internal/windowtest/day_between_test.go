//go:build linux

package windowtest

import (
	"errors"
	"os/exec"
	"time"

	"frontdesk/internal/xdisplay"
)

const adminPIN = "482915"

// founds makes the first administrator by key.
func (d *deskDay) founds() {
	d.t.Helper()
	before := d.pane()
	d.presses("ctrl+k")
	d.becomesOther(before)
	d.types("Rina Contoh")
	d.presses("Return")
	d.types(adminPIN)
	d.presses("Return")
	d.types(adminPIN)
	d.presses("Return")
	d.returnsTo(before)
}

// marks marks two agencies as absent: one by key, one from another process.
func (d *deskDay) marks() {
	d.t.Helper()
	d.presses("F5")
	d.waits()
	d.presses("ctrl+f")
	d.types("dishub")
	d.presses("Escape", "Escape")
	d.waits()
	d.presses("x", "Return")
	d.waits()
	d.presses("F1")
	d.runs("presence", "set", "--agency", "KJN", "--state", "absent", "--reason", "rapat dinas")
	d.waits()
}

// between does what else is done at a desk: a look at each screen in turn, and
// the rarer things at their place in the day.
func (d *deskDay) between(i, visitors int) {
	d.t.Helper()
	for _, rare := range []struct {
		at   float64 // of the day
		does func()
	}{
		{0.2, d.locks}, {0.3, d.otherLanguage}, {0.4, d.readsReports}, {0.5, d.syncsNow}, {0.6, d.locks}, {0.7, d.otherLanguage},
		{0.8, d.readsReports}, {0.9, func() { d.looksAt("F10", "Down", "Down") }},
	} {
		if i == int(rare.at*float64(visitors)) {
			rare.does()
		}
	}
	switch i % 10 {
	case 1, 6:
		d.callsAndServes()
	case 3:
		d.looksUp("F2", d.pick(everyday))
	case 5:
		d.findsInTheBook()
	case 7:
		d.looksAt("F5", "Down", "Down")
	case 9:
		d.looksAt("F12")
		d.presses("Escape")
	}
	d.presses("F1")
	d.pause()
}

// looksAt opens a screen and presses some keys there.
func (d *deskDay) looksAt(screen string, keys ...string) {
	d.t.Helper()
	d.presses(screen)
	d.pause()
	d.presses(keys...)
	d.pause()
}

func (d *deskDay) looksUp(screen, words string) {
	d.t.Helper()
	d.presses(screen)
	d.types(words)
	d.presses("Return")
	d.pause()
	d.presses("Escape", "Escape")
}

// findsInTheBook looks for a number, and for somebody by her NIK.
func (d *deskDay) findsInTheBook() {
	d.t.Helper()
	sought := []string{"1a-001"}
	if len(d.known) > 0 {
		sought = append(sought, d.pick(d.known))
	}
	d.presses("F4", "ctrl+f")
	d.types(d.pick(sought))
	d.presses("Return")
	d.pause()
	d.presses("Down", "Up")
	d.presses("Escape", "Escape", "t")
	d.pause()
}

// callsAndServes works at the first counter of F3.
func (d *deskDay) callsAndServes() {
	d.t.Helper()
	d.presses("F3")
	d.pause()
	d.presses("1", "space")
	d.pause()
	d.presses(d.pick([]string{"h", "h", "h", "x"}))
	d.pause()
	d.presses("s")
	d.pause()
}

func (d *deskDay) otherLanguage() {
	d.t.Helper()
	d.types("ktp")
	d.presses("ctrl+l")
	d.waits()
	d.presses("ctrl+l")
	d.waits()
	d.presses("Escape", "Escape")
}

// locks leaves the desk for a moment; the screen is then as it was.
func (d *deskDay) locks() {
	d.t.Helper()
	d.presses("F1")
	before := d.pane()
	d.presses("ctrl+k")
	d.becomesOther(before)
	d.types(adminPIN)
	d.presses("Return")
	d.returnsTo(before)
}

func (d *deskDay) readsReports() {
	d.t.Helper()
	d.presses("F6")
	d.waits()
	for _, key := range []string{"2", "3", "h", "b", "1"} {
		d.presses(key)
		d.pause()
	}
}

// syncsNow sends by key in the middle of the day.
func (d *deskDay) syncsNow() {
	d.t.Helper()
	d.presses("ctrl+s")
	d.waits()
	d.presses("Return")
	waitUntil(d.t, func() bool { return d.night().Waiting == 0 }, "the sync at noon did not end")
	d.waits()
}

// halls are the counters that other processes work at; the desk's own window
// has the first one.
var halls = []string{"DUK-2", "DUK-3", "DPM-1", "POL-1", "POL-3", "SAM-1", "SAM-2", "BPK-1", "BPK-2", "BKT-1", "IMI-1", "IMI-2", "BPN-1", "PDM-1"}

// hall calls and serves from other processes until the day ends.
func (d *deskDay) hall(ended chan struct{}, span time.Duration) {
	dice := newDice(99)
	each := min(max(span/700, 500*time.Millisecond), 4*time.Second)
	at := map[string]string{} // what a counter does next
	done := 0
	for {
		select {
		case <-ended:
			d.t.Logf("%d steps of the counters", done)
			return
		case <-time.After(each):
		}
		counter := halls[dice.IntN(len(halls))]
		verb := at[counter]
		if verb == "" {
			verb = "next"
		}
		d.quiet.Lock()
		_, err := xdisplay.Run(program, d.folder, "queue", verb, "--counter", counter)
		d.quiet.Unlock()
		var exit *exec.ExitError
		if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
			d.t.Errorf("queue %s %s: %v", verb, counter, err)
		}
		switch {
		case err != nil || verb == "done" || verb == "noshow":
			at[counter] = "next"
		case verb == "next" && dice.IntN(20) == 0:
			at[counter], done = "noshow", done+1
		case verb == "next":
			at[counter], done = "serve", done+1
		default:
			at[counter], done = "done", done+1
		}
	}
}
