//go:build linux

package windowtest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontdesk/internal/pgtest"
	"frontdesk/internal/xdisplay"
)

// night is the state of the sync as the command tells it beside the window.
type night struct {
	Waiting     int
	Quarantined int
	LastSuccess *string `json:"last_success"`
}

// sendingClerk works at a window whose desk has sent once to target: the clock
// is the machine's, since a practice folder has no centre.
func sendingClerk(t *testing.T, target string) *clerk {
	t.Helper()
	c := &clerk{t: t, folder: t.TempDir()}
	settings := fmt.Sprintf("sync.target = %q\n", target)
	check(t, os.WriteFile(filepath.Join(c.folder, "settings.toml"), []byte(settings), 0o600))
	c.runs("centre", "init")
	check(t, xdisplay.KeepOpen(program, c.folder))
	c.runs("sync")
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		t.Fatalf("%v (run make setup-test)", err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	if c.window, err = display.Open(program, "--data", c.folder); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, c.window.Close()) })
	return c
}

// runs runs a command on the clerk's folder, beside her window.
func (c *clerk) runs(args ...string) {
	c.t.Helper()
	if _, err := xdisplay.Run(program, c.folder, args...); err != nil {
		c.t.Fatal(err)
	}
}

func (c *clerk) night() (n night) {
	c.t.Helper()
	check(c.t, xdisplay.Ask(&n, program, c.folder, "sync", "status"))
	return n
}

// logged counts the runs of the sync's log that ended with a line.
func (c *clerk) logged(line string) int {
	c.t.Helper()
	log, err := os.ReadFile(filepath.Join(c.folder, "sync.log"))
	check(c.t, err)
	return strings.Count(string(log), line)
}

// sees is what the screen shows once it is still.
func (c *clerk) sees() []byte {
	c.t.Helper()
	shown, err := c.window.Seen()
	check(c.t, err)
	return shown
}

// losesAndFindsTheCentre checks a visitor in, syncs without the centre and
// with it again, by keys alone.
func (c *clerk) losesAndFindsTheCentre(away, back func()) {
	c.t.Helper()
	c.presses("Escape", "ctrl+s")
	whole := c.sees()
	c.presses("F1")
	c.waits()
	away()
	c.types("ktp hil")
	c.waits()
	c.presses("F9")
	waitUntil(c.t, func() bool { return c.night().Waiting > 0 }, "no visitor was checked in while the centre was away")
	failures := c.logged("level=ERROR")
	c.presses("ctrl+s")
	c.waits()
	c.presses("Return")
	waitUntil(c.t, func() bool { return c.logged("level=ERROR") > failures }, "the log has no line of the run that failed")
	cut := c.sees()
	if bytes.Equal(cut, whole) {
		c.t.Error("the Sync page looks as if nothing had happened")
	}
	if n := c.night(); n.Waiting == 0 || n.Quarantined != 0 {
		c.t.Errorf("without the centre: %+v", n)
	}

	back()
	c.presses("Return")
	waitUntil(c.t, func() bool { return c.night().Waiting == 0 }, "the records did not follow when the centre was back")
	if healed := c.sees(); bytes.Equal(healed, cut) {
		c.t.Error("the Sync page does not show that the centre is back")
	}
	c.presses("F1")
	c.waits()
	c.types("pajak motor")
	c.waits()
	c.presses("F9")
	waitUntil(c.t, func() bool { return c.night().Waiting > 0 }, "after the sync no visitor could be checked in")
}

func TestACentreInAFileThatGoesAwayAndComesBackLosesNothing(t *testing.T) {
	district := filepath.Join(t.TempDir(), "kabupaten")
	check(t, os.Mkdir(district, 0o700))
	c := sendingClerk(t, "sqlite:"+filepath.Join(district, "pusat.db"))
	c.losesAndFindsTheCentre(
		func() { check(t, os.Rename(district, district+"-away")) },
		func() { check(t, os.Rename(district+"-away", district)) })
}

func TestAServerThatStopsAndStartsLosesNothing(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	server.CreateDatabase(t, "pusat")
	c := sendingClerk(t, server.URL(pgtest.Superuser, "pusat"))
	c.losesAndFindsTheCentre(func() { server.Stop(t, "immediate") }, func() { server.Go(t) })
}
