package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// raisePatience is how long the first window may take to answer.
const raisePatience = 3 * time.Second

// doorway is the local socket of a kind of window of a data folder. It lies in
// a folder of the account alone, and no port is opened.
func doorway(folder string, kind ...string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	room := filepath.Join(cache, "frontdesk")
	if err := os.MkdirAll(room, 0o700); err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(strings.Join(append([]string{folder}, kind...), "\x00")))
	return filepath.Join(room, hex.EncodeToString(sum[:8])+".sock"), nil
}

// raiseFirst asks a window that is open already to come to the front; false
// when there is none that answers.
func raiseFirst(path string) bool {
	first, err := net.DialTimeout("unix", path, raisePatience)
	if err != nil {
		return false
	}
	defer first.Close()
	if err := first.SetDeadline(time.Now().Add(raisePatience)); err != nil {
		return false
	}
	answer, err := io.ReadAll(first)
	return err == nil && string(answer) == raised
}

// raised is what the first window answers.
const raised = "raised\n"

// awaitSecond raises the window whenever a second start asks for it, until
// close is called. A socket that a fallen window left is taken over; where
// none can be made a second start opens a second window.
func awaitSecond(path string, raise func()) (close func() error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return func() error { return nil }
	}
	door, err := net.Listen("unix", path)
	if err != nil {
		return func() error { return nil }
	}
	go func() {
		for {
			second, err := door.Accept()
			if err != nil {
				return
			}
			raise()
			_ = second.SetDeadline(time.Now().Add(raisePatience)) // else the write ends it
			_, _ = second.Write([]byte(raised))                   // the second start may be gone
			_ = second.Close()
		}
	}()
	return door.Close
}
