package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/store"
)

const (
	namePrefix  = "frontdesk-"
	workPattern = "work-*"
	partPattern = ".new-*.part"
	lockName    = "backup.lock" // in the data folder; held while a backup is written
)

// Path is the backup of a business date in a data folder.
func Path(folder, date string) string {
	return filepath.Join(folder, store.BackupFolder, namePrefix+date+store.BackupSuffix)
}

// workFolder makes a private folder for plain copies inside the data folder:
// they never touch a stick or a network drive. It works under the lock, so
// what is there already was left by a killed run.
func (m Maker) workFolder() (string, error) {
	backups := filepath.Join(m.Folder, store.BackupFolder)
	if err := os.MkdirAll(backups, safefile.FolderMode(backups)); err != nil {
		return "", err
	}
	for _, pattern := range []string{workPattern, partPattern} {
		left, err := fs.Glob(os.DirFS(backups), pattern)
		for _, name := range left {
			err = errors.Join(err, os.RemoveAll(filepath.Join(backups, name)))
		}
		if err != nil {
			return "", err
		}
	}
	return os.MkdirTemp(backups, workPattern)
}

// discard removes a file that did not get its name; it may be gone already.
func discard(part string) error {
	if part == "" {
		return nil
	}
	err := os.Remove(part)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder makes a new name in a folder survive a power cut. Windows does
// so by itself and knows no such call.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// writeFault says why a file could not be written.
func writeFault(err error, path string) error {
	var known *models.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, syscall.ENOSPC):
		return models.Fault(err, "backup.full", path)
	case errors.Is(err, fs.ErrNotExist):
		return models.Fault(err, "backup.no_folder", filepath.Dir(path))
	}
	return models.Fault(err, "backup.cannot_write", path)
}
