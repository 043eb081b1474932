package main

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"frontdesk/internal/pgtest"
	"frontdesk/internal/xdisplay"
)

// aloneAlbum shows two PCs of a mall whose server falls while both work, and
// comes back.
func aloneAlbum(program, out string) error {
	for _, look := range []struct {
		suffix        string
		width, height int
		settings      string
	}{
		{"", 1366, 768, ""},
		{"-en-1024", 1024, 700, "language = \"en\"\n"},
	} {
		t := &twoPCs{program: program, width: look.width, height: look.height, settings: look.settings,
			path: func(name string) string { return filepath.Join(out, "sendiri-"+name+look.suffix+".png") }}
		if err := errors.Join(t.play(), t.close()); err != nil {
			return err
		}
	}
	return nil
}

// twoPCs are two windows on one server.
type twoPCs struct {
	program       string
	width, height int
	settings      string
	path          func(name string) string
	server        pgtest.Shared
	windows       []*xdisplay.Window
	closers       []func() error
}

func (t *twoPCs) play() error {
	if err := os.Setenv("FRONTDESK_DATABASE", t.server.Server().URL(pgtest.Superuser, "postgres")); err != nil {
		return err
	}
	for i := range 2 {
		if err := t.open(i + 1); err != nil {
			return err
		}
	}
	first, second := t.windows[0], t.windows[1]
	for _, step := range []func() error{
		func() error { return t.checkIn(first, "kk baru") },
		func() error { return t.checkIn(second, "pajak motor") },
		func() error { t.server.Fall(); return nil },
		func() error { return t.checkIn(first, "ktp hil") },
		func() error { return t.checkIn(first, "kk baru") },
		func() error { return t.checkIn(second, "kk baru") },
		func() error { return first.Picture(t.path("pc1")) },
		func() error { return second.Picture(t.path("pc2")) },
		func() error { return first.Press("F3") },
		func() error { return first.Picture(t.path("antrean")) },
		func() error { t.server.Rise(); return nil },
		func() error { return t.back(first) },
		func() error { return t.back(second) },
		func() error { return second.Picture(t.path("kembali-pc2")) },
		func() error { return first.Picture(t.path("kembali-antrean")) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (t *twoPCs) open(number int) error {
	folder, err := os.MkdirTemp("", "mpp")
	if err != nil {
		return err
	}
	t.closers = append(t.closers, func() error { return os.RemoveAll(folder) })
	text := t.settings + "[desk]\nname = \"Meja " + strconv.Itoa(number) + "\"\n"
	if err := os.WriteFile(filepath.Join(folder, "settings.toml"), []byte(text), 0o600); err != nil {
		return err
	}
	display, err := xdisplay.Start(t.width, t.height)
	if err != nil {
		return err
	}
	t.closers = append(t.closers, display.Close)
	if number == 1 {
		// What is practised alone is not handed over: the clock is the machine's.
		if err := xdisplay.KeepOpen(t.program, folder); err != nil {
			return err
		}
	}
	window, err := display.Open(t.program, "--data", folder)
	if err != nil {
		return err
	}
	t.closers = append(t.closers, window.Close)
	t.windows = append(t.windows, window)
	return nil
}

func (t *twoPCs) checkIn(w *xdisplay.Window, words string) error {
	return errors.Join(w.Type(words), w.Settle(), w.Press("F9"), w.Settle())
}

// back waits until the window shows something else than the PC alone.
func (t *twoPCs) back(w *xdisplay.Window) error {
	const longestWait = 60
	before, err := w.Seen()
	if err != nil {
		return err
	}
	for range longestWait {
		now, err := w.Seen()
		if err != nil || string(now) != string(before) {
			return err
		}
	}
	return errors.New("the window does not come back")
}

func (t *twoPCs) close() error {
	var errs []error
	for i := len(t.closers) - 1; i >= 0; i-- {
		errs = append(errs, t.closers[i]())
	}
	t.server.Stop()
	return errors.Join(errs...)
}
