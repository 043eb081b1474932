//go:build linux

package windowtest

import (
	"encoding/json"
	"slices"
	"testing"

	"frontdesk/internal/models"
	"frontdesk/internal/xdisplay"
)

// requirements of a service, as the program writes them out.
func (c *clerk) service(code string) models.Service {
	c.t.Helper()
	raw, err := xdisplay.Run(program, c.folder, "directory", "export", "-")
	check(c.t, err)
	var d models.Directory
	check(c.t, json.Unmarshal(raw, &d))
	service, _ := models.NewCatalogue(&d).Service(code)
	if service == nil {
		c.t.Fatalf("no service %s", code)
	}
	return *service
}

// A paper of a service is changed, verified, looked at and applied by keys, and
// the next visitor is told so.
func TestARequirementIsChangedByKeysAndToldToTheNextVisitor(t *testing.T) {
	c := sitDown(t)
	c.types("ktp hil") // the papers as they were
	c.waits()
	before := c.looks()
	c.presses("Escape", "Escape", "F10", "F10")
	c.waits()
	c.presses("Right", "ctrl+f")
	c.types("ktp-el hilang")
	c.presses("Return", "r")
	c.waits()
	c.presses("Return", "ctrl+a")
	c.types("Surat kehilangan asli")
	c.presses("ctrl+Return", "v", "t")
	c.waits()
	if got := c.service("DUK-02"); got.VerifiedOn != "" {
		t.Fatal("it was applied before anybody agreed")
	}
	c.presses("Return")
	waitUntil(t, func() bool { return c.service("DUK-02").VerifiedOn == day }, "the change was not applied")
	if got := c.service("DUK-02").Requirements; !slices.Contains(got, "Surat kehilangan asli") || len(got) != 2 {
		t.Errorf("the requirements are %q", got)
	}
	c.presses("F1")
	c.types("ktp hil")
	c.waits()
	if slices.Equal(before, c.looks()) {
		t.Error("the reception looks as before")
	}
	c.presses("F9")
	c.gets("1A-001", 99)
}

// looks is what the window shows, as bytes of a picture.
func (c *clerk) looks() []byte {
	c.t.Helper()
	seen, err := c.window.Seen()
	check(c.t, err)
	return seen
}
