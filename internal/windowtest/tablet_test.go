//go:build linux

package windowtest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/pgtest"
	"frontdesk/internal/xdisplay"
)

// A guide's tablet with a login of its own shows what a desk issues, keeps the
// directory while the server is away, and sees what comes after.
func TestAGuidesTabletFollowsTheDesks(t *testing.T) {
	server := pgtest.Start(t, "fsync=off")
	server.AskPasswords(t)
	desks := server.URL(pgtest.Superuser, "postgres")
	t.Setenv("FRONTDESK_DATABASE", desks)
	c := sitDown(t)
	var login struct{ Database, Password string }
	if err := xdisplay.Ask(&login, program, t.TempDir(), "database", "guide"); err != nil {
		t.Fatal(err)
	}
	t.Setenv("FRONTDESK_DATABASE", login.Database)
	t.Setenv("FRONTDESK_DATABASE_PASSWORD", login.Password)
	folder := t.TempDir()
	tablet := openTablet(t, folder)
	check(t, tablet.Type("kk baru"))
	check(t, tablet.Press("Return"))
	before := seen(t, tablet)
	t.Setenv("FRONTDESK_DATABASE", desks) // the clerk's own commands ask by it
	c.types("kk baru")
	c.presses("F9")
	issued := time.Now()
	c.gets("1A-001", 2)
	before = becomesOther(t, tablet, before, "a number was issued")
	t.Logf("seen after %v at most, the command that looks for the number included", time.Since(issued))

	server.Stop(t, "immediate")
	before = becomesOther(t, tablet, before, "the server is gone")
	server.Go(t)
	becomesOther(t, tablet, before, "the server is back")
	if _, err := os.Stat(filepath.Join(folder, "frontdesk.db")); !os.IsNotExist(err) {
		t.Errorf("a file of records was made on the tablet, %v", err)
	}
	if _, err := os.Stat(filepath.Join(folder, "guide.json")); err != nil {
		t.Error(err)
	}
}

func openTablet(t *testing.T, folder string) *xdisplay.Window {
	t.Helper()
	display, err := xdisplay.Start(1280, 800)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	window, err := display.Open(program, "--data", folder, "--now", now, "--screen", "guide", "--touch")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, window.Close()) })
	return window
}

func seen(t *testing.T, w *xdisplay.Window) []byte {
	t.Helper()
	pixels, err := w.Seen()
	check(t, err)
	return pixels
}

// becomesOther waits until the window shows something else.
func becomesOther(t *testing.T, w *xdisplay.Window, before []byte, why string) []byte {
	t.Helper()
	for range 40 {
		if now := seen(t, w); !bytes.Equal(now, before) {
			return now
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("nothing changed although %s", why)
	return before
}
