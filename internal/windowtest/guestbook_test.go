//go:build linux

package windowtest

import (
	"bytes"
	"encoding/json"
	"testing"

	"frontdesk/internal/xdisplay"
)

// masked are the names that the list of visits tells, newest last.
func (c *clerk) masked() []string {
	c.t.Helper()
	out, err := xdisplay.Run(program, c.folder, "visits", "--date", day, "--json")
	check(c.t, err)
	var answer struct {
		Visits []struct {
			Visitor struct{ Name string } `json:"visitor"`
		} `json:"visits"`
	}
	check(c.t, json.Unmarshal([]byte(out), &answer))
	var names []string
	for _, v := range answer.Visits {
		names = append(names, v.Visitor.Name)
	}
	return names
}

// A visitor is found by her number, seen in full only while the key is held,
// corrected, and her number voided with a reason, all by keys.
func TestTheGuestBookIsWorkedByKeys(t *testing.T) {
	c := sitDown(t)
	c.types("kk baru")
	c.presses("Return")
	c.waits()
	c.types("Siti Uji")
	c.presses("Return", "Return", "Return")
	c.gets("1A-001", 8)
	c.types("kk baru")
	c.presses("F9")
	c.gets("1A-002", 2)

	c.presses("F4", "ctrl+f")
	c.waits()
	c.types("1a-001")
	c.presses("Return")
	c.waits()
	closed := c.looks()
	check(t, c.window.Hold("alt+v"))
	c.waits()
	held := c.looks()
	check(t, c.window.Release("alt+v"))
	c.waits()
	if bytes.Equal(closed, held) || bytes.Equal(held, c.looks()) {
		t.Error("the full name does not show just while the key is held")
	}

	c.presses("k")
	c.waits()
	c.types("Wati Uji")
	c.presses("Return", "Return", "Return")
	c.types("salah ketik")
	c.presses("Return")
	waitUntil(t, func() bool { return c.masked()[0] == "W•••• U••••" }, "the name was not corrected")

	c.waits()
	c.presses("b")
	c.waits()
	c.types("salah catat")
	c.presses("Return")
	c.becomes("1A-001", "voided")
	if got := c.states()["1A-002"]; got != "waiting" {
		t.Errorf("the other visitor became %s", got)
	}
}
