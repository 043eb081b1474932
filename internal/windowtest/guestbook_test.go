//go:build linux

package windowtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
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

// A visitor is found by her number, seen in full only while the key is held and
// after it was said what for, her number printed again as a copy, her record
// corrected with its trail shown, and her number voided with a reason, all by
// keys.
func TestTheGuestBookIsWorkedByKeys(t *testing.T) {
	folder := t.TempDir()
	papers := filepath.Join(folder, "papers")
	check(t, os.MkdirAll(papers, 0o700))
	check(t, os.WriteFile(filepath.Join(folder, "settings.toml"), fmt.Appendf(nil, "printer = %q\n", "png:"+papers), 0o600))
	c := sitDownAt(t, folder)
	printed := func() int {
		slips, err := filepath.Glob(filepath.Join(papers, "*.png"))
		check(t, err)
		return len(slips)
	}
	c.types("kk baru")
	c.presses("Return")
	c.waits()
	c.types("Siti Uji")
	c.presses("Return", "Return", "Return")
	waitUntil(t, func() bool { return c.states()["1A-001"] == "waiting" }, "no number came out of the printer")
	c.gets("1A-001", 8)
	c.types("kk baru")
	c.presses("F9")
	waitUntil(t, func() bool { return c.states()["1A-002"] == "waiting" }, "no number came out of the printer")
	c.gets("1A-002", 2)

	c.presses("F4", "ctrl+f")
	c.waits()
	c.types("1a-001")
	c.presses("Return")
	c.waits()
	c.presses("1")
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

	slip := filepath.Join(papers, "1A-001.png")
	check(t, os.Remove(slip))
	c.presses("ctrl+p")
	waitUntil(t, func() bool { return printed() == 2 }, "no copy came out of the printer")
	c.waits()

	c.presses("k")
	c.waits()
	c.types("Wati Uji")
	c.presses("Return", "Return", "Return", "Return")
	c.types("1") // lansia
	c.presses("Return")
	c.types("salah ketik")
	c.presses("Return")
	waitUntil(t, func() bool { return c.masked()[0] == "W•••• U••••" }, "the name was not corrected")

	c.waits()
	short := c.looks()
	c.presses("l")
	c.waits()
	if bytes.Equal(short, c.looks()) {
		t.Error("the trail of the correction is not shown")
	}
	c.presses("l")
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
