package safefile

import (
	"os"
	"path/filepath"
	"strings"
)

// SystemFolder is where the installer keeps the records that several accounts
// of one computer share.
func SystemFolder() string {
	base := os.Getenv("ProgramData")
	if base == "" {
		base = `C:\ProgramData`
	}
	return filepath.Join(base, "Frontdesk")
}

// Shared tells whether folder is the one of the installer, or directly within
// it: its access list lets the group Frontdesk in and nobody else.
func Shared(folder string) bool {
	folder = filepath.Clean(folder)
	return strings.EqualFold(folder, SystemFolder()) || strings.EqualFold(filepath.Dir(folder), SystemFolder())
}

// Mask does nothing on Windows: access lists are inherited from the folder.
func Mask(string) {}

// Exposed is never true on Windows: the folder's access list protects a file
// and its mode bits tell nothing.
func Exposed(string, os.FileInfo) bool { return false }
