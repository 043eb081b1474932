package safefile

import (
	"os"
	"path/filepath"
)

// FileMode is what a new file at path may be: its owner's alone, and in a
// shared folder the group's too.
func FileMode(path string) os.FileMode {
	if Shared(filepath.Dir(path)) {
		return 0o660
	}
	return 0o600
}

// FolderMode is the same of a new folder at path.
func FolderMode(path string) os.FileMode {
	if Shared(filepath.Dir(path)) {
		return 0o770
	}
	return 0o700
}
