//go:build linux

package windowtest

import (
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
