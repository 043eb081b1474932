//go:build linux

package windowtest

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"frontdesk/internal/pgtest"
	"frontdesk/internal/xdisplay"
)

// A whole day is 300 visitors from 08.00 to 15.30 at ten times real speed: they
// come ten times as densely, by the machine's own clock, for a clock that runs faster
// would be that of a practice folder, which sends nothing to a centre. Without
// FRONTDESK_DAY a short morning is played as fast as the window follows.
const (
	dayVariable   = "FRONTDESK_DAY" // number of visitors
	seedVariable  = "FRONTDESK_DAY_SEED"
	speedVariable = "FRONTDESK_DAY_SPEED" // times real speed, for a whole day
	openingHours  = 450 * time.Minute
	usualSpeed    = 10
	usualSeed     = 1
	wholeDay      = 300
	shortMorning  = 20
	reachable     = 40 // visitors after which the memory is that of a day at work
	mostGrowth    = 80 // MB from then to the last visitor
	longestAnswer = 100
)

// TestAWholeDayInTheWindow plays the day at the desk by key events, with
// counters at work in other processes, closes the window, and looks for every
// number at the desk and at the centre.
func TestAWholeDayInTheWindow(t *testing.T) {
	if os.Getenv(dayVariable) == "" {
		t.Skip("make day plays it")
	}
	visitors, seed := number(t, dayVariable, shortMorning), number(t, seedVariable, usualSeed)
	whole := os.Getenv(dayVariable) != ""
	span := time.Duration(0)
	if whole {
		span = openingHours / time.Duration(number(t, speedVariable, usualSpeed)) * time.Duration(visitors) / wholeDay
	}
	awayFromMidnight(t, span)
	d := openDay(t, uint64(seed), whole)
	d.play(visitors, span)
	d.close()
	d.allIsThere()
	d.measured(visitors)
}

func number(t *testing.T, variable string, otherwise int) int {
	t.Helper()
	text, given := os.LookupEnv(variable)
	if !given {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s: %q", variable, text)
	}
	return n
}

// awayFromMidnight keeps the day within one date of the mall.
func awayFromMidnight(t *testing.T, span time.Duration) {
	t.Helper()
	mall, err := time.LoadLocation("Asia/Makassar")
	check(t, err)
	const work = 5 * time.Minute
	now := time.Now().In(mall)
	midnight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, mall)
	if left := midnight.Sub(now); left < span+work {
		t.Logf("waiting %v for the next date of the mall", left)
		time.Sleep(left + time.Second)
	}
}

// openDay opens the window on a folder that is enrolled at a centre, makes an
// administrator by key, and marks two agencies as absent.
func openDay(t *testing.T, seed uint64, whole bool) *deskDay {
	t.Helper()
	server := pgtest.Start(t)
	server.CreateDatabase(t, "pusat")
	target := server.URL(pgtest.Superuser, "pusat")
	c := &clerk{t: t, folder: t.TempDir()}
	tickets := filepath.Join(t.TempDir(), "tickets")
	check(t, os.Mkdir(tickets, 0o700))
	settings := "printer = \"png:" + tickets + "\"\n[sync]\ntarget = \"" + target + "\"\n"
	check(t, os.WriteFile(filepath.Join(c.folder, "settings.toml"), []byte(settings), 0o600))
	c.runs("centre", "init")
	check(t, xdisplay.KeepOpen(program, c.folder))
	c.runs("sync")
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		t.Fatalf("%v (run make setup-test)", err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	d := &deskDay{clerk: c, dice: newDice(seed), target: target, tickets: tickets, given: map[string]bool{}}
	d.says = d.sentences(whole)
	if c.window, err = display.Open(program, "--data", c.folder); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if c.window != nil {
			check(t, c.window.Close())
		}
	})
	c.presses("Escape")
	c.waits()
	d.founds()
	d.marks()
	return d
}
