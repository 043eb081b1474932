package backup

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

// failureName is the file that remembers why the last backup of a day failed:
// it may fail after the window was closed, when nobody is there to be told.
const failureName = "backup.failed"

// StateOf tells when the newest of a folder's daily backups was written and
// why a later one failed.
func StateOf(folder string) models.BackupState {
	var state models.BackupState
	if list := dates(folder); len(list) > 0 {
		if info, err := os.Stat(Path(folder, list[0])); err == nil {
			state.Made = info.ModTime()
		}
	}
	text, err := os.ReadFile(failurePath(folder))
	if err != nil || json.Unmarshal(text, &state.Failure) != nil {
		state.Failure = models.Phrase{} // nothing failed, or it cannot be told any more
	}
	return state
}

func failurePath(folder string) string { return filepath.Join(folder, failureName) }

// Remember keeps the sentence of a failure, and forgets it after a success.
// On a full disk there may be no room for it; the log has it then.
func Remember(folder string, err error) {
	var known *models.Error
	if err == nil {
		if gone := os.Remove(failurePath(folder)); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			_ = os.Truncate(failurePath(folder), 0)
		}
		return
	}
	says := models.Say("backup.failed")
	if errors.As(err, &known) {
		says = known.Says
	}
	if text, err := json.Marshal(says); err == nil {
		path := failurePath(folder)
		_ = os.WriteFile(path, text, safefile.FileMode(path))
	}
}
