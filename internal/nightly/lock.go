package nightly

import (
	"errors"
	"os"
	"path/filepath"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// lockName is held by the one run of a data folder, in whichever process. The
// system frees it when that process ends, however it ends.
const lockName = "sync.lock"

var errRunning = errors.New("another run has the lock")

// Alone does work while no other run of this folder does. Errors: KindRefused
// when one is under way; those of work.
func Alone(folder string, work func() error) error {
	path := filepath.Join(folder, lockName)
	lock, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, safefile.FileMode(path))
	if err != nil {
		return models.Fault(err, "runner.lock", folder)
	}
	switch err = lockFile(lock); {
	case errors.Is(err, errRunning):
		err = &models.Error{Kind: models.KindRefused, Says: models.Say("runner.running"), Cause: errRunning}
	case err != nil:
		err = models.Fault(err, "runner.lock", folder)
	default:
		err = work()
	}
	return errors.Join(err, lock.Close())
}
