//go:build linux

package packagetest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"frontdesk/internal/xdisplay"
)

const packages = "../../build/package" // by packaging/package

// unpack opens the one package that a pattern names, in a new folder.
func unpack(t *testing.T, pattern string, tool func(file, to string) *exec.Cmd) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(packages, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %v, %v", pattern, found, err)
	}
	to := t.TempDir()
	if out, err := tool(found[0], to).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", found[0], err, out)
	}
	return to
}

func untar(file, to string) *exec.Cmd { return exec.Command("tar", "-xJf", file, "-C", to) }
func undeb(file, to string) *exec.Cmd { return exec.Command("dpkg-deb", "-x", file, to) }

func TestTheLinuxPackagesStartOnAnEmptyHomeAndCheckAVisitorIn(t *testing.T) {
	for _, c := range []struct {
		name, pattern, program string
		tool                   func(file, to string) *exec.Cmd
	}{
		{"tar.xz", "*-linux-amd64.tar.xz", "*/bin/frontdesk", untar},
		{"deb", "*.deb", "usr/bin/frontdesk", undeb},
	} {
		t.Run(c.name, func(t *testing.T) {
			programs, err := filepath.Glob(filepath.Join(unpack(t, c.pattern, c.tool), c.program))
			if err != nil || len(programs) != 1 {
				t.Fatalf("%v, %v", programs, err)
			}
			t.Setenv("HOME", t.TempDir())
			t.Setenv("XDG_DATA_HOME", "")
			display, err := xdisplay.Start(1366, 768)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { do(t, display.Close()) }()
			window, err := display.Open(programs[0], "--now", now)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { do(t, window.Close()) }()
			do(t, window.Type("ktp hil"))
			do(t, window.Settle())
			do(t, window.Press("F9"))
			folder := filepath.Join(os.Getenv("HOME"), ".local", "share", "frontdesk")
			ticket, err := xdisplay.WaitForTicket(programs[0], folder, today, 1)
			if err != nil || ticket.Number != "1A-001" {
				t.Errorf("%+v, %v", ticket, err)
			}
			if path := os.Getenv("PICTURES"); path != "" {
				do(t, window.Picture(filepath.Join(path, c.name+".png")))
			}
		})
	}
}
