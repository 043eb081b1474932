//go:build linux

package windowtest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/xdisplay"
)

// newcomer is somebody with an empty home who opens the program for the first
// time. Her desktop speaks no language of its own.
func newcomer(t *testing.T) (c *clerk, display *xdisplay.Display) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	for _, variable := range []string{"XDG_DATA_HOME", "LANG", "LC_ALL", "LC_MESSAGES"} {
		t.Setenv(variable, "")
	}
	display, err := xdisplay.Start(1366, 768)
	if err != nil {
		t.Fatalf("%v (run make setup-test)", err)
	}
	t.Cleanup(func() { check(t, display.Close()) })
	return &clerk{t: t, folder: filepath.Join(home, ".local", "share", "frontdesk")}, display
}

// opensOn starts the program as a click on its icon does.
func (c *clerk) opensOn(display *xdisplay.Display) {
	c.t.Helper()
	var err error
	if c.window, err = display.Open(program); err != nil {
		c.t.Fatal(err)
	}
}

// firstRun is what is kept of the first run.
func (c *clerk) firstRun() (kept struct {
	Step     string
	Skipped  []string
	Finished bool
}) {
	raw, err := os.ReadFile(filepath.Join(c.folder, "first-run.json"))
	if err == nil {
		err = json.Unmarshal(raw, &kept)
	}
	if err != nil && !os.IsNotExist(err) {
		c.t.Error(err)
	}
	return kept
}

func (c *clerk) reaches(step string) {
	c.t.Helper()
	waitUntil(c.t, func() bool { return c.firstRun().Step == step }, "the first run did not come to "+step)
	c.waits()
}

// mallOfficeOpen is a directory file, and a centre that expects desk 1.
func mallOffice(t *testing.T) (directory, target string) {
	t.Helper()
	office := t.TempDir()
	directory, target = filepath.Join(office, "mal.json"), "sqlite:"+filepath.Join(office, "pusat.db")
	other := filepath.Join(office, "office")
	check(t, xdisplay.KeepOpen(program, other))
	for _, args := range [][]string{{"directory", "export", directory}, {"centre", "init", "--to", target}, {"centre", "enrol", "--desk", "1", "--to", target}} {
		if _, err := xdisplay.Run(program, other, args...); err != nil {
			t.Fatal(err)
		}
	}
	return directory, target
}

// From an empty home to the first number at the centre, by keys alone.
func TestANewDeskIsSetUpByKeysAndTakesItsFirstVisitor(t *testing.T) {
	directory, target := mallOffice(t)
	c, display := newcomer(t)
	papers := t.TempDir()
	c.opensOn(display)
	t.Cleanup(func() { check(t, c.window.Close()) })
	if kept := c.firstRun(); kept.Step != "" {
		t.Fatalf("something was answered before anybody answered: %+v", kept)
	}
	c.presses("Return")
	c.reaches("mall")
	c.presses("Down")
	c.types(directory)
	c.presses("Return")
	c.waits()
	c.presses("Return")
	c.reaches("desk")
	c.presses("Return")
	c.types("Meja pintu utara")
	c.presses("Return")
	c.reaches("administrator")
	c.types("Rina Contoh")
	c.presses("Return")
	c.types("482915")
	c.presses("Return")
	c.types("482915")
	c.presses("Return")
	c.reaches("printer")
	c.types("png:" + papers)
	c.presses("ctrl+t")
	waitUntil(t, func() bool { return there(filepath.Join(papers, "0X-000.png")) }, "no test ticket was printed")
	c.waits()
	c.presses("Return")
	c.reaches("centre")
	c.types(target)
	c.presses("Return")
	c.reaches("key")
	c.presses("ctrl+e")
	saved := filepath.Join(os.Getenv("HOME"), "frontdesk-kata-pemulihan.txt")
	waitUntil(t, func() bool { return there(saved) }, "the recovery words were not saved")
	c.waits()
	words, err := os.ReadFile(saved)
	check(t, err)
	list := strings.Fields(string(words))
	c.presses("Return")
	c.types(list[len(list)-1])
	c.presses("Return")
	c.reaches("ready")
	if kept := c.firstRun(); !kept.Finished || len(kept.Skipped) > 0 {
		t.Errorf("at the end it says %+v", kept)
	}
	c.presses("Return")
	c.signsInWhenAsked("482915")
	c.types("ktp hil")
	c.presses("F9")
	today := time.Now().In(time.FixedZone("WITA", 8*3600)).Format(time.DateOnly)
	ticket, err := xdisplay.WaitForTicket(program, c.folder, today, 1)
	if err != nil || ticket.Number != "1A-001" {
		check(t, c.window.Picture(filepath.Join(os.TempDir(), "frontdesk-first-run.png")))
		t.Fatalf("%+v %v", ticket, err)
	}
	waitUntil(t, func() bool { return there(filepath.Join(papers, "1A-001.png")) }, "the first number was not printed")
	settings, err := os.ReadFile(filepath.Join(c.folder, "settings.toml"))
	check(t, err)
	for _, want := range []string{`name = "Meja pintu utara"`, "number = 1", `language = "id"`, target} {
		if !strings.Contains(string(settings), want) {
			t.Errorf("the settings lack %s:\n%s", want, settings)
		}
	}
	if list := c.says("operator", "list"); !strings.Contains(list, "Rina Contoh") {
		t.Errorf("the operators are %s", list)
	}
	c.runs("sync")
	if n := c.night(); n.Waiting != 0 {
		t.Errorf("after the sync %d wait", n.Waiting)
	}
	assertNoLeftovers(t, c.folder)
}

// signsInWhenAsked waits for the desk's window, whose picture is another one.
func (c *clerk) signsInWhenAsked(pin string) {
	c.t.Helper()
	waitUntil(c.t, func() bool { return strings.Contains(c.says("operator", "list"), "Rina Contoh") }, "nobody was added")
	waitUntil(c.t, func() bool { return there(filepath.Join(c.folder, "crash.running")) }, "the desk did not open")
	c.waits()
	before := c.says("verify") // signing in is a deed
	c.types(pin)
	c.presses("Return")
	waitUntil(c.t, func() bool { return c.says("verify") != before }, "she was not let in")
	c.waits()
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func assertNoLeftovers(t *testing.T, folder string) {
	t.Helper()
	for _, name := range []string{"founding", "restoring-*"} {
		if left, _ := filepath.Glob(filepath.Join(folder, name)); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// One key is enough for the sample.
func TestOneKeyOpensANewDeskOnTheSample(t *testing.T) {
	c, display := newcomer(t)
	c.opensOn(display)
	t.Cleanup(func() { check(t, c.window.Close()) })
	c.presses("F9")
	waitUntil(t, func() bool { return there(filepath.Join(c.folder, "crash.running")) }, "the desk did not open")
	c.waits()
	if kept := c.firstRun(); !kept.Finished || len(kept.Skipped) != 6 {
		t.Errorf("it says %+v", kept)
	}
	if said := c.says("directory", "export", "-"); !strings.Contains(said, "Kutai Kartanegara") {
		t.Error("the sample is not there")
	}
}

// Whenever the power fails, the next start goes on where it was, and in the
// end the desk is there.
func TestAFirstRunThatIsKilledAtAnyStepGoesOn(t *testing.T) {
	c, display := newcomer(t)
	for _, next := range []string{"mall", "desk", "administrator", "printer", "centre", "key", "ready"} {
		c.opensOn(display)
		if next == "mall" {
			c.presses("Return")
		} else {
			c.presses("F9")
		}
		c.reaches(next)
		c.window.Kill()
		assertNoLeftovers(t, c.folder)
		if made := there(filepath.Join(c.folder, "frontdesk.db")); made != (next == "key" || next == "ready") {
			t.Errorf("at %s: a desk is there: %v", next, made)
		}
	}
	c.opensOn(display)
	t.Cleanup(func() { check(t, c.window.Close()) })
	waitUntil(t, func() bool { return there(filepath.Join(c.folder, "crash.running")) }, "the desk did not open")
	if kept := c.firstRun(); !kept.Finished || len(kept.Skipped) != 6 {
		t.Errorf("at the end it says %+v", kept)
	}
}

// Esc twice leaves without a desk; once it only asks.
func TestEscTwiceLeavesAndNothingIsMade(t *testing.T) {
	c, display := newcomer(t)
	c.opensOn(display)
	c.presses("Return")
	c.reaches("mall")
	c.presses("Escape", "Escape")
	check(t, c.window.Ended())
	if there(filepath.Join(c.folder, "frontdesk.db")) || c.firstRun().Step != "mall" {
		t.Errorf("it left %+v", c.firstRun())
	}
}
