package backup

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// KeptFor is how long a copy of the records may stay in a data folder: what
// was erased is gone from all of them after five weeks (design/security.md).
const KeptFor = 35 * 24 * time.Hour

// ExportsFolder holds the files that the window writes to hand on.
const ExportsFolder = "exports"

// Expire removes what holds records of long ago: backups beyond KeptFor but
// for the newest, damaged files that were set aside, copies made before a
// change of the schema, and exports. It tells how many went.
func Expire(folder string, now time.Time) (int, error) {
	oldest := now.Add(-KeptFor)
	var old []string
	for i, date := range dates(folder) {
		if i > 0 && date < oldest.Format(time.DateOnly) {
			old = append(old, Path(folder, date))
		}
	}
	for _, pattern := range []string{asidePrefix + "*", store.BeforeSchema + "*", filepath.Join(ExportsFolder, "*")} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return 0, err
		}
		for _, path := range found {
			if info, err := os.Stat(path); err == nil && info.ModTime().Before(oldest) {
				old = append(old, path)
			}
		}
	}
	var errs []error
	for _, path := range old {
		if err := os.RemoveAll(path); err != nil {
			errs = append(errs, models.Fault(err, "backup.rotate", path))
		}
	}
	return len(old) - len(errs), errors.Join(errs...)
}
