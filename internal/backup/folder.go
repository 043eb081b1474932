package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

const (
	namePrefix = "frontdesk-"
	partSuffix = ".part"
	// leftAfter is when a work folder can only be the rest of a killed run.
	leftAfter = 24 * time.Hour
)

// Path is the backup of a business date in a data folder.
func Path(folder, date string) string {
	return filepath.Join(folder, store.BackupFolder, namePrefix+date+store.BackupSuffix)
}

// workFolder makes a private folder for plain copies inside the data folder:
// they never touch a stick or a network drive.
func (m Maker) workFolder() (string, error) {
	backups := filepath.Join(m.Folder, store.BackupFolder)
	if err := os.MkdirAll(backups, 0o700); err != nil {
		return "", err
	}
	if err := sweep(backups, m.Now); err != nil {
		return "", err
	}
	return os.MkdirTemp(backups, "work-*")
}

// sweep removes what a killed run left.
func sweep(backups string, now time.Time) error {
	left, err := fs.Glob(os.DirFS(backups), "work-*")
	if err != nil {
		return err
	}
	parts, err := fs.Glob(os.DirFS(backups), ".new-*"+partSuffix)
	if err != nil {
		return err
	}
	for _, name := range append(left, parts...) {
		path := filepath.Join(backups, name)
		info, err := os.Stat(path)
		if err != nil || now.Sub(info.ModTime()) < leftAfter {
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
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
