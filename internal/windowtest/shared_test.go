//go:build linux

package windowtest

import (
	"bytes"
	"testing"

	"frontdesk/internal/pgtest"
	"frontdesk/internal/xdisplay"
)

// Two computers on the mall's server, which falls and comes back while both
// work: what one issues the other calls, no number is there twice, and none is
// lost.
func TestTwoPCsWorkOnOneServerThroughItsFall(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	t.Setenv("FRONTDESK_DATABASE", server.URL(pgtest.Superuser, "postgres"))
	c := sitDown(t)
	c.types("kk baru")
	c.presses("F9")
	c.gets("1A-001", 2)
	counter := otherPC(t, "--counter", "DUK-1")
	check(t, counter.Press("space"))
	c.becomes("1A-001", "called")

	standing, err := c.window.Seen()
	check(t, err)
	server.Stop(t, "immediate")
	c.types("kk baru")
	c.presses("F9")
	check(t, counter.Press("space"))
	c.waits()
	check(t, counter.Settle())
	if fallen, err := c.window.Seen(); err != nil || bytes.Equal(fallen, standing) {
		t.Errorf("the window does not tell that the server is gone, %v", err)
	}

	server.Go(t)
	c.presses("F9") // what stands in the form is still there
	c.pressed = 2
	c.gets("1A-002", 2)
	check(t, counter.Settle())
	check(t, counter.Press("space"))
	c.becomes("1A-001", "serving")
	check(t, counter.Press("space"))
	c.becomes("1A-002", "called")
	if states := c.states(); len(states) != 2 {
		t.Errorf("got %v", states)
	}
}

// otherPC is a window of a computer with a folder of its own.
func otherPC(t *testing.T, args ...string) *xdisplay.Window {
	t.Helper()
	display, err := xdisplay.Start(1024, 700)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	window, err := display.Open(program, append([]string{"--data", t.TempDir(), "--now", now}, args...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, window.Close()) })
	check(t, window.Settle())
	return window
}
