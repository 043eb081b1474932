package editor

import (
	"context"

	"frontdesk/internal/models"
)

// Port lends the directory in use to be changed. It reads and writes the
// store and is asked away from the screen's thread, but for Permit and
// Operator.
type Port interface {
	// Begin makes a draft of the directory in use, with the changes that were
	// kept of it.
	Begin(ctx context.Context) (Draft, error)
	// KeepDraft copies a draft at once, and gives the work that stores the copy
	// beside the records, to be done away from the screen's thread.
	KeepDraft(draft Draft) (write func() error)
	// DropDraft forgets what was kept.
	DropDraft() error
	// Apply puts a draft in the place of the directory that it began with.
	// Errors: KindRefused when that one is not in use any more.
	Apply(ctx context.Context, draft Draft) error
	// Import makes a draft of what a file says, JSON or a spreadsheet. What is
	// wrong in the file comes as faults, and then no draft.
	Import(ctx context.Context, path string) (Draft, []models.FileFault, error)
	// Export writes the directory in use into a file; .xlsx is a spreadsheet.
	Export(ctx context.Context, path string) error
	// File is a path to offer for that.
	File() string
	// FromCentre tells whether the directory in use was published by the
	// district's centre.
	FromCentre(ctx context.Context) (bool, error)
	// Permit refuses those who may not change the directory.
	Permit() error
	// Operator is the name of who is signed in; empty when nobody is.
	Operator() string
}

// Draft is a directory that is being changed, in memory: entries of kinds with
// fields of text. It may have faults until they are mended.
type Draft interface {
	Fields(kind models.EditorKind) []models.EditorField
	Count(kind models.EditorKind) int
	Rows(kind models.EditorKind, words, within string) []models.EditorRow
	Values(kind models.EditorKind, row int) []string
	Code(kind models.EditorKind, row int) string
	Blank(kind models.EditorKind, within string) []string

	Put(kind models.EditorKind, row int, values []string)
	Insert(kind models.EditorKind, row int, values []string)
	Remove(kind models.EditorKind, row int)
	Move(kind models.EditorKind, row, to int)
	Verify(kind models.EditorKind, row int, on, by string) bool
	Shift(row int, right, down float64)
	Undo() bool

	Fault(kind models.EditorKind, row, field int) models.Phrase
	Faults() []models.EditorFault
	Changes() []models.EditorChange
	Directory() *models.Directory
	Place(row int) (*models.Floor, *models.Place)
}
