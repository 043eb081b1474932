//go:build linux

package windowtest

import (
	"testing"

	"frontdesk/internal/xdisplay"
)

// becomes waits until a ticket is in a state.
func (c *clerk) becomes(number, state string) {
	c.t.Helper()
	waitUntil(c.t, func() bool { return c.states()[number] == state }, number+" did not become "+state+": "+c.states()[number])
	c.waits()
}

// A ticket's whole life, every step by a key at the queue's screen.
func TestATicketGoesThroughItsLifeByKeys(t *testing.T) {
	c := sitDown(t)
	for _, number := range []string{"1A-001", "1A-002"} {
		c.types("kk baru")
		c.presses("F9")
		c.gets(number, 2)
	}
	c.presses("F3")
	c.waits()
	c.presses("1", "space") // the first counter calls
	c.becomes("1A-001", "called")
	c.presses("u", "h") // once more, and she came
	c.becomes("1A-001", "serving")

	c.presses("a") // to another service, which another counter does
	c.waits()
	c.types("akta lahir")
	c.waits()
	c.presses("Return")
	c.becomes("1A-001", "waiting")
	c.presses("0", "Down", "p") // the first by arrival again
	c.waits()
	c.types("5")
	c.presses("Return")
	c.becomes("1A-001", "parked")
	c.presses("Tab", "Tab", "k") // beyond the waiting, the parked: back before the time
	c.becomes("1A-001", "waiting")

	c.presses("2", "space", "x") // the second counter calls, and she is not there
	c.becomes("1A-001", "no_show")
	c.presses("Tab", "k")
	c.becomes("1A-001", "waiting")
	c.presses("space", "h", "s")
	c.becomes("1A-001", "done")
	c.presses("ctrl+z")
	c.becomes("1A-001", "serving")
	if got := c.states()["1A-002"]; got != "waiting" {
		t.Errorf("the other visitor became %s", got)
	}
}

// A counter's own PC beside the desk: one key from visitor to visitor, and the
// desk's key to another screen does nothing.
func TestACounterWorksBesideTheDesk(t *testing.T) {
	c := sitDown(t)
	c.types("kk baru")
	c.presses("F9")
	c.gets("1A-001", 2)

	display, err := xdisplay.Start(1024, 700)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	counter, err := display.Open(program, "--data", c.folder, "--now", now, "--counter", "DUK-1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, counter.Close()) })

	c.types("kk baru") // the counter's window hears of it by itself
	c.presses("F9")
	c.gets("1A-002", 2)
	for _, want := range []map[string]string{
		{"1A-001": "called", "1A-002": "waiting"},
		{"1A-001": "serving", "1A-002": "waiting"},
		{"1A-001": "done", "1A-002": "called"},
		{"1A-001": "done", "1A-002": "serving"},
		{"1A-001": "done", "1A-002": "done"},
	} {
		check(t, counter.Settle())
		check(t, counter.Press("F1", "space"))
		for number, state := range want {
			c.becomes(number, state)
		}
	}
}
