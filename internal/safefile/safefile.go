// Package safefile writes files whole or not at all.
package safefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Replace puts what write writes into path. It goes into a new file beside it
// that takes the old one's place once it is on the disk; a failure leaves the
// old file as it was and nothing else behind.
func Replace(path string, mode os.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
