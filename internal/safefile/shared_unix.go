//go:build !windows

package safefile

import (
	"os"
	"syscall"
)

// SystemFolder is where a package keeps the records that several accounts of
// one computer share.
func SystemFolder() string { return "/var/lib/frontdesk" }

// Shared tells whether folder was made for the accounts of one group: what is
// made in it belongs to that group, which may write there.
func Shared(folder string) bool {
	info, err := os.Stat(folder)
	return err == nil && info.IsDir() && info.Mode()&os.ModeSetgid != 0 && info.Mode().Perm()&0o020 != 0
}

// Mask lets what this process makes from now on in a shared folder be written
// by the group; for another folder it leaves the process's mask as it is.
func Mask(folder string) {
	if Shared(folder) {
		syscall.Umask(0o007)
	}
}

// Exposed tells whether others than the owner, and the group of a shared
// folder, can read a file.
func Exposed(folder string, file os.FileInfo) bool {
	allowed := os.FileMode(0o700)
	if Shared(folder) {
		allowed = 0o770
	}
	return file.Mode().Perm()&^allowed != 0
}
