package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// Everyone who has the database open holds lockName together with the others;
// only who has it alone may take the file away. The system frees the lock
// when a process ends, however it ends.
const lockName = "frontdesk.lock"

// alonePatience is how long others get to finish a command.
const alonePatience = 3 * time.Second

var errHeld = errors.New("held by another process")

// hold joins those who have folder open, and tells whether nobody else has.
func hold(folder string) (lock *os.File, alone bool, err error) {
	path := filepath.Join(folder, lockName)
	lock, err = os.OpenFile(path, os.O_CREATE|os.O_RDWR, safefile.FileMode(path))
	if err != nil {
		return nil, false, err
	}
	err = lockAlone(lock)
	alone = err == nil
	if alone || errors.Is(err, errHeld) {
		err = lockTogether(lock)
	}
	if err != nil {
		return nil, false, errors.Join(err, lock.Close())
	}
	return lock, alone, nil
}

// Alone runs work while nobody has the database of folder open. Errors:
// KindRefused when others keep it open; those of work.
func Alone(ctx context.Context, folder string, work func() error) error {
	return OneAtATime(ctx, filepath.Join(folder, lockName), models.Refuse("store.in_use"), work)
}

// OneAtATime runs work while no other process holds the lock file at path.
// Errors: busy when another one keeps it; those of work.
func OneAtATime(ctx context.Context, path string, busy error, work func() error) error {
	lock, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, safefile.FileMode(path))
	if err != nil {
		return models.Fault(err, "store.folder", filepath.Dir(path))
	}
	err = lockPatiently(ctx, lock)
	switch {
	case errors.Is(err, errHeld):
		err = busy
	case err != nil:
		err = models.Fault(err, "store.folder", filepath.Dir(path))
	default:
		err = work()
	}
	return errors.Join(err, lock.Close())
}

func lockPatiently(ctx context.Context, lock *os.File) error {
	ctx, cancel := context.WithTimeout(ctx, alonePatience)
	defer cancel()
	for {
		err := lockAlone(lock)
		if !errors.Is(err, errHeld) || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(50 * time.Millisecond):
		}
	}
}
