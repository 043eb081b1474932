package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
)

const (
	// firstRunFile keeps the answers of a first run in the data folder, and
	// after it what was left out.
	firstRunFile = "first-run.json"
	// foundingFolder is where a desk is made before it is moved in whole.
	foundingFolder = "founding"
)

// leftovers are what a first run or restore that was broken off may leave in a
// folder where nothing is set up yet.
var leftovers = []string{firstRunFile, foundingFolder, "restoring-", "keys", ".doctor-"}

// firstRun tells how far the first run of a folder is. due: the window must ask
// first, because nothing is set up or an earlier first run was broken off.
func firstRun(folder string) (answers models.FirstRun, due bool, err error) {
	raw, err := os.ReadFile(filepath.Join(folder, firstRunFile))
	if errors.Is(err, fs.ErrNotExist) {
		due, err = untouched(folder)
		return models.FirstRun{}, due, err
	}
	if err != nil {
		return answers, false, models.Fault(err, "store.folder", folder)
	}
	if json.Unmarshal(raw, &answers) != nil || answers.Kind == "" || !slices.Contains(answers.Kind.Steps(), answers.Step) {
		answers = models.FirstRun{} // nobody's work is in it
	}
	if answers.Finished {
		return answers, false, nil
	}
	return answers, true, nil
}

// untouched tells that a folder holds nothing of anybody.
func untouched(folder string) (bool, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, models.Fault(err, "store.folder", folder)
	}
	for _, entry := range entries {
		if !slices.ContainsFunc(leftovers, func(name string) bool { return strings.HasPrefix(entry.Name(), name) }) {
			return false, nil
		}
	}
	return true, nil
}

// resumed puts answers back to where the next start must go on: what was typed
// and is kept nowhere is asked again, and a desk that was made just before the
// end is not made again.
func resumed(answers models.FirstRun, founded bool) models.FirstRun {
	steps := answers.Kind.Steps()
	founds := slices.IndexFunc(steps, answers.Kind.Founds)
	at := slices.Index(steps, answers.Step)
	if founded {
		answers.Step = steps[max(at, founds+1)]
		return answers
	}
	at = min(at, founds)
	for i, step := range steps[:at] {
		secret := step == models.StepAdministrator || step == models.StepCentre && strings.HasPrefix(answers.Target, "postgres")
		if secret && !slices.Contains(answers.Skipped, step) {
			at = i
			break
		}
	}
	answers.Step = steps[at]
	return answers
}

// forgetFirstRun drops the answers of a first run that was broken off: the desk
// was made in another way.
func forgetFirstRun(folder string) { _ = os.Remove(filepath.Join(folder, firstRunFile)) }

// keepFirstRun writes the answers down, whole or not at all.
func keepFirstRun(folder string, answers models.FirstRun) error {
	if err := os.MkdirAll(folder, safefile.FolderMode(folder)); err != nil {
		return models.Fault(err, "store.folder", folder)
	}
	path := filepath.Join(folder, firstRunFile)
	return safefile.Replace(path, safefile.FileMode(path), func(w io.Writer) error {
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(answers)
	})
}

// clearLeftovers empties a folder in which no desk was made; it refuses a file.
func clearLeftovers(folder string) error {
	if about, err := os.Stat(folder); err == nil && !about.IsDir() {
		return models.Misuse("restore.folder", folder)
	}
	empty, err := untouched(folder)
	if err != nil || !empty {
		return err
	}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(folder, entry.Name())))
	}
	if err != nil {
		return models.Fault(err, "store.folder", folder)
	}
	return nil
}
