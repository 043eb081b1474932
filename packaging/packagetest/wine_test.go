//go:build linux

package packagetest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"frontdesk/internal/xdisplay"
)

const (
	wineBuild = "../../build/wine" // by packaging/package
	now       = "2026-11-23T08:41:00+08:00"
	today     = "2026-11-23"
)

// windowsPC is a fresh Windows as far as wine is one.
type windowsPC struct {
	t       *testing.T
	program string
}

func startWindows(t *testing.T) *windowsPC {
	t.Helper()
	prefix := t.TempDir()
	t.Setenv("WINEPREFIX", prefix)
	t.Setenv("WINEDEBUG", "-all")
	t.Setenv("WINEDLLOVERRIDES", "mscoree,mshtml=") // asks for nothing to be installed
	pc := &windowsPC{t: t, program: filepath.Join(wineBuild, "frontdesk.exe")}
	pc.run("wineboot", "--init")
	system := filepath.Join(prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if _, err := os.Stat(system); err == nil {
		return pc
	}
	stub, err := os.ReadFile(filepath.Join(wineBuild, "bcryptprimitives.dll"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(system, stub, 0o600); err != nil {
		t.Fatal(err)
	}
	return pc
}

func (pc *windowsPC) run(name string, args ...string) []byte {
	pc.t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		pc.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return out
}

// numbers tells today's tickets by the console program.
func (pc *windowsPC) numbers(folder string) []string {
	pc.t.Helper()
	out := pc.run("wine", filepath.Join(wineBuild, "frontdesk-cli.exe"), "--data", folder, "visits", "--date", today, "--json")
	var day struct {
		Visits []struct{ Tickets []struct{ Number string } }
	}
	if err := json.Unmarshal(out, &day); err != nil {
		pc.t.Fatalf("%v\n%s", err, out)
	}
	var numbers []string
	for _, v := range day.Visits {
		for _, t := range v.Tickets {
			numbers = append(numbers, t.Number)
		}
	}
	return numbers
}

func TestTheWindowsProgramChecksAVisitorIn(t *testing.T) {
	pc := startWindows(t)
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := display.Close(); err != nil {
			t.Error(err)
		}
	})
	const folder = `C:\frontdesk`
	window, err := display.Open("wine", pc.program, "--data", folder, "--now", now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pc.run("wineserver", "-k") })
	do(t, window.Type("ktp hil"))
	do(t, window.Settle())
	do(t, window.Press("F9"))
	for range 60 {
		if len(pc.numbers(folder)) > 0 {
			break
		}
		time.Sleep(time.Second)
	}
	if path := os.Getenv("PICTURES"); path != "" {
		do(t, window.Picture(filepath.Join(path, "windows.png")))
	}
	if got := pc.numbers(folder); len(got) != 1 || got[0] != "1A-001" {
		t.Errorf("the numbers of the day are %v", got)
	}
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
