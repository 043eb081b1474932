//go:build !windows

package nightly

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock without waiting; errRunning when another has it.
func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errRunning
	}
	return err
}
