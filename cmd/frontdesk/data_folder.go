package main

import (
	"os"
	"path/filepath"
	"runtime"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/store"
)

// dataFolder is the folder asked for, else the one that the package made for
// all accounts of this computer, else the user's own. Whatever is written from
// then on is as private as the folder wants it.
func dataFolder(asked string) (string, error) {
	folder, err := chosenFolder(asked)
	if err == nil {
		safefile.Mask(folder)
	}
	return folder, err
}

func chosenFolder(asked string) (string, error) {
	if asked != "" {
		return filepath.Abs(asked)
	}
	own, err := ownFolder()
	if err != nil {
		return "", err
	}
	common := safefile.SystemFolder()
	if !safefile.Shared(common) || !exists(common) {
		return own, nil
	}
	if holdsRecords(own) && !holdsRecords(common) {
		return own, nil // from before the package: nothing is left behind
	}
	return common, nil
}

// ownFolder belongs to the person who is signed in.
func ownFolder() (string, error) {
	if base := os.Getenv(userDataVariable()); base != "" {
		return filepath.Join(base, "frontdesk"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", models.Misuse("folder.home")
	}
	return filepath.Join(home, ".local", "share", "frontdesk"), nil
}

func userDataVariable() string {
	if runtime.GOOS == "windows" {
		return "LOCALAPPDATA"
	}
	return "XDG_DATA_HOME"
}

func holdsRecords(folder string) bool { return exists(filepath.Join(folder, store.FileName)) }
