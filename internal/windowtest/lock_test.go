//go:build linux

package windowtest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"frontdesk/internal/xdisplay"
)

// The first administrator is made, the screen locked over a half-typed word and
// opened again, all by keys; what was typed is there and becomes a number.
func TestLockAndUnlockByKeysLoseNothingTyped(t *testing.T) {
	c := sitDown(t)
	c.presses("ctrl+k")
	c.waits()
	c.types("Rina Contoh")
	c.presses("Return")
	c.types("482915")
	c.presses("Return")
	c.types("482915")
	c.presses("Return")
	waitUntil(t, func() bool { return strings.Contains(c.says("operator", "list"), "Rina Contoh") }, "nobody was added")
	c.waits()
	c.types("ktp hil")
	c.waits()
	open := c.looks()
	c.presses("ctrl+k")
	c.waits()
	if slices.Equal(open, c.looks()) {
		t.Fatal("the screen is not locked")
	}
	c.presses("F9") // behind the lock no key reaches the desk
	c.waits()
	c.types("482915")
	c.presses("Return")
	waitUntil(t, func() bool { return strings.Contains(c.says("verify"), "4 butir") }, "it was not unlocked")
	c.waits()
	c.presses("F9")
	c.gets("1A-001", 99)
}

// says tells what a command answers on the desk's folder.
func (c *clerk) says(args ...string) string {
	c.t.Helper()
	said, err := xdisplay.Run(program, c.folder, args...)
	check(c.t, err)
	return string(said)
}

// An operator is added on F10 and types her own PIN twice; she signs in, is
// refused what her role may not do, and the shift changes back, all by keys.
func TestAnOperatorIsAddedRefusedAndRelievedByKeys(t *testing.T) {
	c := sitDown(t)
	c.founds("Rina Contoh", "482915")
	c.presses("F10", "F10", "F10", "n")
	c.waits()
	c.types("Budi Contoh")
	c.presses("Return", "3", "Return") // a receptionist
	c.types("719385")
	c.presses("Return")
	c.types("719385")
	c.presses("Return")
	waitUntil(t, func() bool { return strings.Contains(c.says("operator", "list"), "Budi Contoh  Resepsionis") }, "nobody was added")
	c.waits()

	c.presses("ctrl+k") // the shift changes: the key, her number, her PIN
	c.waits()
	c.presses("alt+2")
	c.types("719385")
	c.presses("Return")
	c.waits()
	waitUntil(t, func() bool { return c.onDuty("p2") }, "Budi did not come on duty")
	c.waits()

	c.presses("F10") // the section that was open last
	c.waits()
	asked := c.looks()
	c.presses("n") // refused in a sentence, and nothing is asked
	c.waits()
	c.types("Citra Contoh")
	c.presses("Return")
	c.waits()
	if strings.Contains(c.says("operator", "list"), "Citra") {
		t.Error("a receptionist added an operator")
	}
	if slices.Equal(asked, c.looks()) {
		t.Error("the refusal is not said")
	}

	c.presses("F1")
	c.waits()
	c.types("ktp hil")
	c.presses("F9")
	c.gets("1A-001", 99)
	c.presses("ctrl+k")
	c.waits()
	check(t, c.window.Click(700, 740)) // beside the field
	c.presses("alt+1")
	c.types("482915")
	c.presses("Return")
	waitUntil(t, func() bool { return c.onDuty("p1") }, "Rina did not come back on duty")
}

// founds makes the first administrator.
func (c *clerk) founds(name, pin string) {
	c.t.Helper()
	c.presses("ctrl+k")
	c.waits()
	c.types(name)
	c.presses("Return")
	c.types(pin)
	c.presses("Return")
	c.types(pin)
	c.presses("Return")
	waitUntil(c.t, func() bool { return strings.Contains(c.says("operator", "list"), name) }, "nobody was added")
	c.waits()
}

// onDuty tells that somebody is the one who signed in last.
func (c *clerk) onDuty(code string) bool {
	c.t.Helper()
	type operator struct {
		Code   string
		SeenAt string `json:"seen_at"`
	}
	var list []operator
	check(c.t, json.Unmarshal([]byte(c.says("operator", "list", "--json")), &list))
	last := slices.MaxFunc(list, func(a, b operator) int { return strings.Compare(a.SeenAt, b.SeenAt) })
	return last.Code == code
}
