package xdisplay

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// Window is a program running on a Display.
type Window struct {
	display *Display
	program *exec.Cmd
	ended   chan error
	said    bytes.Buffer
	last    []byte // the newest picture
	opened  time.Time
	first   time.Duration
}

// Open starts program and waits until its window is drawn.
func (d *Display) Open(program string, args ...string) (*Window, error) {
	w := &Window{display: d, program: exec.Command(program, args...), ended: make(chan error, 1)}
	w.program.Env = d.Env()
	w.program.Stdout, w.program.Stderr = &w.said, &w.said
	blank, err := w.take()
	if err != nil {
		return nil, err
	}
	w.opened = time.Now()
	if err := w.program.Start(); err != nil {
		return nil, err
	}
	go func() { w.ended <- w.program.Wait() }()
	if err := waitFor(func() bool { return w.drawn(blank) }, "the window", patience); err != nil {
		return nil, errors.Join(err, w.Close(), fmt.Errorf("it said: %s", w.said.String()))
	}
	return w, w.Settle()
}

// drawn tells whether the screen shows something else than before.
func (w *Window) drawn(blank []byte) bool {
	picture, err := w.take()
	if err != nil || bytes.Equal(picture, blank) {
		return false
	}
	w.first = time.Since(w.opened)
	return true
}

// FirstFrame is the time from the program's start until its window was drawn,
// to about 0.1 s.
func (w *Window) FirstFrame() time.Duration { return w.first }

// PID is the program's process.
func (w *Window) PID() int { return w.program.Process.Pid }

// Type types words, as a keyboard or a card reader does.
func (w *Window) Type(words string) error {
	_, err := w.display.tool("xdotool", "type", "--delay", "12", words)
	return err
}

// Press presses keys one after the other, each in xdotool's names: "Return",
// "ctrl+z", "F9".
func (w *Window) Press(keys ...string) error {
	for _, key := range keys {
		if _, err := w.display.tool("xdotool", "key", key); err != nil {
			return err
		}
	}
	return nil
}

// Click presses the left button of the mouse at a point of the screen.
func (w *Window) Click(x, y int) error {
	_, err := w.display.tool("xdotool", "mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
	return err
}

// Hold presses keys and keeps them down until Release.
func (w *Window) Hold(key string) error {
	_, err := w.display.tool("xdotool", "keydown", key)
	return err
}

// Release lets keys go that Hold keeps down.
func (w *Window) Release(key string) error {
	_, err := w.display.tool("xdotool", "keyup", key)
	return err
}

// Settle waits until two pictures in a row are the same: the program has drawn
// all it had to.
func (w *Window) Settle() error {
	w.last = nil
	return waitFor(func() bool {
		time.Sleep(120 * time.Millisecond)
		picture, err := w.take()
		same := err == nil && bytes.Equal(picture, w.last)
		w.last = picture
		return same
	}, "a picture that stays", patience)
}

func (w *Window) take() ([]byte, error) {
	cmd := exec.Command("import", "-window", "root", "-depth", "8", "rgb:-")
	cmd.Env = w.display.Env()
	return cmd.Output()
}

// Seen is what the screen shows once it is still, as pixels.
func (w *Window) Seen() ([]byte, error) {
	err := w.Settle()
	return w.last, err
}

// Picture saves what the screen shows as a PNG.
func (w *Window) Picture(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := w.Settle(); err != nil {
		return err
	}
	_, err := w.display.tool("import", "-window", "root", path)
	return err
}

// Close asks the program to end as a person's session does, and kills it only
// when it does not.
func (w *Window) Close() error {
	const grace = 10 * time.Second
	_ = w.program.Process.Signal(syscall.SIGTERM) // it may have ended already
	select {
	case <-w.ended:
		return nil
	case <-time.After(grace):
	}
	_ = w.program.Process.Kill()
	<-w.ended
	return errors.New("the program did not end when asked to")
}

// Kill ends the program as a power cut does.
func (w *Window) Kill() {
	_ = w.program.Process.Kill() // it may have ended already
	<-w.ended
}

// Ended waits until the program has ended by itself, and tells how.
func (w *Window) Ended() error {
	select {
	case err := <-w.ended:
		return err
	case <-time.After(patience):
		return errors.Join(errors.New("the program did not end"), w.Close())
	}
}
