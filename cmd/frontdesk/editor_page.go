package main

import (
	"context"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/views"
)

// editorPage lends the window the directory to be changed.
type editorPage struct{ program *Program }

var _ views.Editor = editorPage{}

// stampedDraft is a draft of the directory with a stamp.
type stampedDraft struct {
	*directory.Draft
	stamp int64
}

// Begin makes a draft of what the store holds now.
func (e editorPage) Begin(ctx context.Context) (views.Draft, error) {
	const anyStamp = 0
	d, stamp, err := e.program.Store.Directory(ctx, anyStamp)
	if err != nil {
		return nil, err
	}
	return stampedDraft{directory.NewDraft(d), stamp}, nil
}

// Apply puts the draft into use and has the desk read it.
func (e editorPage) Apply(ctx context.Context, draft views.Draft) error {
	if err := e.Permit(); err != nil {
		return err
	}
	d := draft.(stampedDraft)
	deeds := directory.Compare(d.Base(), d.Directory()).Deeds()
	if err := e.program.Store.EditDirectory(ctx, d.stamp, d.Directory(), deeds...); err != nil {
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
