package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/views/editor"
)

// editorPage lends the window the directory to be changed.
type editorPage struct{ program *Program }

var _ editor.Port = editorPage{}

// stampedDraft is a draft of the directory with a stamp.
type stampedDraft struct {
	*directory.Draft
	stamp int64
}

// Begin makes a draft of what the store holds now, with what was changed of it
// before the program ended.
func (e editorPage) Begin(ctx context.Context) (editor.Draft, error) {
	draft, err := e.begin(ctx)
	if err != nil {
		return nil, err
	}
	e.restore(draft.Draft, draft.stamp)
	return draft, nil
}

func (e editorPage) begin(ctx context.Context) (stampedDraft, error) {
	const anyStamp = 0
	d, stamp, err := e.program.Store.Directory(ctx, anyStamp)
	if err != nil {
		return stampedDraft{}, err
	}
	return stampedDraft{directory.NewDraft(d), stamp}, nil
}

// Import makes a draft of a file.
func (e editorPage) Import(ctx context.Context, path string) (editor.Draft, []models.FileFault, error) {
	d, err := directory.ReadFile(path)
	var faults *directory.Faults
	if errors.As(err, &faults) {
		return nil, faultsOf(faults), nil
	}
	if err != nil {
		return nil, nil, err
	}
	begun, err := e.begin(ctx)
	if err != nil {
		return nil, nil, err
	}
	begun.Take(d)
	return begun, nil, nil
}

func faultsOf(faults *directory.Faults) []models.FileFault {
	list := make([]models.FileFault, len(faults.Problems))
	for i, p := range faults.Problems {
		list[i] = models.FileFault(p)
	}
	return list
}

// Export writes the directory in use.
func (e editorPage) Export(_ context.Context, path string) error {
	if err := e.Permit(); err != nil {
		return err
	}
	return writeDirectory(path, e.program.Desk.Catalogue().Directory)
}

// File is a spreadsheet in the home folder.
func (e editorPage) File() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	return filepath.Join(home, "direktori.xlsx")
}

// Apply puts the draft into use and has the desk read it.
func (e editorPage) Apply(ctx context.Context, draft editor.Draft) error {
	if err := e.Permit(); err != nil {
		return err
	}
	d := draft.(stampedDraft)
	deeds := directory.Compare(d.Base(), d.Directory()).Deeds()
	if err := e.program.Store.EditDirectory(ctx, d.stamp, d.Directory(), deeds...); err != nil {
		return err
	}
	if err := e.DropDraft(); err != nil {
		return err
	}
	_, err := e.program.Desk.Today(ctx, e.program.Desk.Now())
	return err
}

// FromCentre tells whether the centre published the directory.
func (e editorPage) FromCentre(ctx context.Context) (bool, error) {
	return e.program.Store.DirectoryFromCentre(ctx)
}

// Permit refuses those who may not change the directory.
func (e editorPage) Permit() error { return e.program.Desk.Permit(models.ActionDirectory) }

// Operator is the name of who is signed in.
func (e editorPage) Operator() string {
	who, _, _ := e.program.Desk.OnDuty()
	return who.Name
}
