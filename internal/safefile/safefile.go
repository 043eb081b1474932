// Package safefile writes files whole or not at all.
package safefile

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Replace puts what write writes into path. It goes into a new file beside it
// that takes the old one's place once it is on the disk; a failure leaves the
// old file as it was and nothing else behind.
func Replace(path string, mode os.FileMode, write func(io.Writer) error) error {
	fresh := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"-"+rand.Text())
	f, err := os.OpenFile(fresh, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
