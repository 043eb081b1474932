package xdisplay

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Display is a virtual screen with a window manager on it.
type Display struct {
	name    string // ":99"
	folder  string // of the window manager's settings
	servers []*exec.Cmd
}

// patience is how long servers and windows may take to appear.
const patience = 60 * time.Second

// plainWindows makes every window fill the screen without a frame, so that the
// screen's size is the window's.
const plainWindows = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard/><mouse/>
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application></applications>
</openbox_config>
`

// Start starts a display of this size in points.
func Start(width, height int) (*Display, error) {
	folder, err := os.MkdirTemp("", "xdisplay")
	if err != nil {
		return nil, err
	}
	d := &Display{folder: folder}
	if err := d.start(width, height); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

func (d *Display) start(width, height int) error {
	if err := d.startServer(fmt.Sprintf("%dx%dx24", width, height)); err != nil {
		return err
	}
	settings := filepath.Join(d.folder, "openbox.xml")
	if err := os.WriteFile(settings, []byte(plainWindows), 0o600); err != nil {
		return err
	}
	return d.startManager(settings)
}

// startManager starts the window manager, anew when it does not come up: on a
// display that has only just begun it may find no screen and end at once.
func (d *Display) startManager(settings string) error {
	const attempts, each = 4, 15 * time.Second
	var err error
	for range attempts {
		manager := exec.Command("openbox", "--config-file", settings)
		manager.Env = d.Env()
		if err = manager.Start(); err != nil {
			return err
		}
		if err = waitFor(d.managed, "the window manager", each); err == nil {
			d.servers = append(d.servers, manager)
			return nil
		}
		_ = manager.Process.Kill() // it may have ended already
		_ = manager.Wait()         // killed: its exit code tells nothing
	}
	return err
}

// managed tells that a window manager rules the display.
func (d *Display) managed() bool {
	said, err := d.tool("xdotool", "get_num_desktops")
	return err == nil && strings.TrimSpace(said) != "0"
}

// startServer lets Xvfb choose a free display and tell its number.
func (d *Display) startServer(size string) error {
	said, told, err := os.Pipe()
	if err != nil {
		return err
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{told}
	err = server.Start()
	if err := errors.Join(err, told.Close()); err != nil {
		return errors.Join(err, said.Close())
	}
	d.servers = append(d.servers, server)
	number, err := bufio.NewReader(said).ReadString('\n')
	d.name = ":" + strings.TrimSpace(number)
	return errors.Join(err, said.Close())
}

// Env is the environment of a program on this display.
func (d *Display) Env() []string {
	return append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1")
}

// Close ends the window manager and the server.
func (d *Display) Close() error {
	for i := len(d.servers) - 1; i >= 0; i-- {
		server := d.servers[i]
		_ = server.Process.Kill() // it may have ended already
		_ = server.Wait()         // killed: its exit code tells nothing
	}
	return os.RemoveAll(d.folder)
}

func (d *Display) tool(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = d.Env()
	said, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, said)
	}
	return string(said), nil
}

func waitFor(ready func() bool, what string, patience time.Duration) error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ready() {
			return nil
		}
	}
	return fmt.Errorf("%s did not appear within %v", what, patience)
}
