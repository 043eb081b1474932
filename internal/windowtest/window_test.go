//go:build linux

package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/xdisplay"
)

const now, day = "2026-11-23T08:41:00+08:00", "2026-11-23"

var program string

// TestMain builds the very program that people get.
func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "frontdesk-window")
	if err == nil {
		program = filepath.Join(folder, "frontdesk")
		build := exec.Command("go", "build", "-o", program, "frontdesk/cmd/frontdesk")
		build.Stdout, build.Stderr = os.Stderr, os.Stderr
		err = build.Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	if err := os.RemoveAll(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// clerk works at an open window and counts the keys she presses.
type clerk struct {
	t       *testing.T
	window  *xdisplay.Window
	folder  string
	pressed int
	issued  int
}

func sitDown(t *testing.T, args ...string) *clerk {
	t.Helper()
	return sitDownAt(t, t.TempDir(), args...)
}

// sitDownAt opens the window on a folder that may hold settings.
func sitDownAt(t *testing.T, folder string, args ...string) *clerk {
	t.Helper()
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		t.Fatalf("%v (run make setup-test)", err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	c := &clerk{t: t, folder: folder}
	c.window, err = display.Open(program, append([]string{"--data", c.folder, "--now", now}, args...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, c.window.Close()) })
	return c
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

// types types what the visitor says or the reader scans: not counted.
func (c *clerk) types(words string) {
	c.t.Helper()
	check(c.t, c.window.Type(words))
}

// presses presses keys: counted.
func (c *clerk) presses(keys ...string) {
	c.t.Helper()
	c.pressed += len(keys)
	check(c.t, c.window.Press(keys...))
}

// waits lets the program draw and look things up.
func (c *clerk) waits() {
	c.t.Helper()
	check(c.t, c.window.Settle())
}

// gets waits for the next ticket and checks its number and the keys spent.
func (c *clerk) gets(number string, atMost int) {
	c.t.Helper()
	c.issued++
	ticket, err := xdisplay.WaitForTicket(program, c.folder, day, c.issued)
	if err != nil {
		check(c.t, c.window.Picture(filepath.Join(os.TempDir(), "frontdesk-window-test.png")))
		c.t.Fatal(err)
	}
	if ticket.Number != number || ticket.State != "waiting" {
		c.t.Errorf("got %+v, want %s", ticket, number)
	}
	if c.pressed > atMost {
		c.t.Errorf("%s took %d keys beyond the words, at most %d are wanted", number, c.pressed, atMost)
	}
	c.t.Logf("%s: %d keys beyond the words", number, c.pressed)
	c.pressed = 0
	c.waits()
}

func (c *clerk) states() map[string]string {
	c.t.Helper()
	tickets, err := xdisplay.Tickets(program, c.folder, day)
	check(c.t, err)
	states := map[string]string{}
	for _, ticket := range tickets {
		states[ticket.Number] = ticket.State
	}
	return states
}

// Every next visitor starts with words alone: that the focus is back in the
// search field is what these tests stand on.
func TestVisitorsAreCheckedInWithFewKeys(t *testing.T) {
	c := sitDown(t)

	c.types("ktp hil") // with a name
	c.presses("Return")
	c.types("Ahmad Contoh")
	c.presses("Return", "Return")
	c.gets("1A-001", 5)

	c.types("pajak motor") // without data
	c.presses("F9")
	c.gets("1E-001", 2)

	c.types("bpjs bayi") // with a scanned card, new
	c.presses("Return")
	c.types("6402065708900002")
	c.presses("Return")
	c.waits()
	c.types("Wulan Contoh")
	c.presses("Return", "Return")
	c.gets("1F-001", 5)

	c.types("kk hilang") // the same card again: a returning visitor
	c.presses("Return")
	c.types("6402065708900002")
	c.presses("Return")
	c.waits()
	c.presses("Return")
	c.gets("1A-002", 3)

	c.types("skck baru") // Alt takes a row by its number
	c.presses("alt+1")
	c.waits()
	c.presses("F9")
	c.gets("1D-001", 2)
}

// pauseAfterTyping is longer than the program's own pause between Ctrl+Z for
// the typing and Ctrl+Z for the ticket.
const pauseAfterTyping = 2 * time.Second

func TestCorrectingATypoNeverVoidsATicket(t *testing.T) {
	c := sitDown(t)
	c.types("ktp hil")
	c.presses("F9")
	c.gets("1A-001", 2)

	c.types("pajka")
	c.presses("ctrl+z")
	c.waits()
	if got := c.states()["1A-001"]; got != "waiting" {
		t.Fatalf("Ctrl+Z in a field with text made the ticket %s", got)
	}
	c.presses("Escape", "Escape")
	c.waits()

	// Once more than there are letters to take back, at the pace of a hand.
	c.types("sim c")
	for range 4 {
		c.presses("ctrl+z")
	}
	c.waits()
	if got := c.states()["1A-001"]; got != "waiting" {
		t.Fatalf("Ctrl+Z beyond the typing made the ticket %s", got)
	}
	time.Sleep(pauseAfterTyping)
	c.presses("ctrl+z")
	waitUntil(t, func() bool { return c.states()["1A-001"] == "voided" }, "Ctrl+Z in the empty form did not take the ticket back")
}

func TestTheGuideOpensAloneAndShowsNoDeskKeys(t *testing.T) {
	c := sitDown(t, "--screen", "guide")
	c.types("sim c")
	c.presses("F9")
	c.waits()
	if got := c.states(); len(got) != 0 {
		t.Errorf("the guide's screen issued %v", got)
	}
}

func waitUntil(t *testing.T, done func() bool, otherwise string) {
	t.Helper()
	for range 100 {
		if done() {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error(otherwise)
}
