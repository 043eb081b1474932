package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/safefile"
	"frontdesk/internal/views/editor"
)

// draftName is the file in the data folder that keeps what was changed of the
// directory and not applied yet.
const draftName = "directory-draft.json"

// keptDraft is a draft in a file. It is of use only while the directory that it
// began with is still the one in use: else it would take back what others
// changed.
type keptDraft struct {
	Stamp int64                 `json:"stamp"`
	Cells map[string][][]string `json:"cells"`
}

// KeepDraft copies a draft, and gives the work that puts it into the data
// folder, whole or not at all.
func (e editorPage) KeepDraft(draft editor.Draft) (write func() error) {
	d := draft.(stampedDraft)
	kept := keptDraft{d.stamp, d.Cells()}
	return func() error {
		path := filepath.Join(e.program.Folder, draftName)
		err := safefile.Replace(path, safefile.FileMode(path), func(w io.Writer) error { return json.NewEncoder(w).Encode(kept) })
		if err != nil {
			return models.Fault(err, "directory.cannot_write", path)
		}
		return nil
	}
}

// DropDraft forgets the draft that was kept.
func (e editorPage) DropDraft() error {
	path := filepath.Join(e.program.Folder, draftName)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return models.Fault(err, "directory.cannot_write", path)
	}
	return nil
}

// restore has a draft go on with what was kept of the same directory. A file
// that cannot be read, or began with another directory, is left as it is: the
// next draft replaces it.
func (e editorPage) restore(draft *directory.Draft, stamp int64) {
	text, err := os.ReadFile(filepath.Join(e.program.Folder, draftName))
	if err != nil {
		return
	}
	var kept keptDraft
	if json.Unmarshal(text, &kept) == nil && kept.Stamp == stamp {
		draft.Restore(kept.Cells)
	}
}
