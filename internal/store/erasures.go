package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"frontdesk/internal/models"
)

// ErasuresName is the list of visits whose identity was emptied on request, in
// the data folder and in no backup: a backup that is older than an erasure
// brings the identity back, and loses it again by this list. It holds ids
// alone. What the retention empties needs no list: its days tell.
const ErasuresName = "erasures.list"

// rememberErasures adds to the list of a folder and makes it durable.
func rememberErasures(folder string, ids []string) error {
	f, err := os.OpenFile(filepath.Join(folder, ErasuresName), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return models.Fault(err, "store.folder", folder)
	}
	_, err = f.WriteString(strings.Join(ids, "\n") + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return models.Fault(err, "store.folder", folder)
	}
	return nil
}

// Erasures reads the list of a folder; empty where there is none.
func Erasures(folder string) ([]string, error) {
	text, err := os.ReadFile(filepath.Join(folder, ErasuresName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, models.Fault(err, "store.folder", folder)
	}
	return strings.Fields(string(text)), nil
}
