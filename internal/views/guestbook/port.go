package guestbook

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Port is what F4 needs of the desk.
type Port interface {
	ReadBook(typed string) (f desk.BookFilter, name string)
	GuestBook(ctx context.Context, f desk.BookFilter) (desk.BookRows, error)
	FindName(ctx context.Context, name string, days desk.BookFilter, progress func(desk.NameSearch)) (desk.NameSearch, error)
	BookToday(ctx context.Context) (visits, anonymous int, err error)
	Person(ctx context.Context, visitID string) (desk.Person, error)
	Reveal(ctx context.Context, visitID, why string) (models.Identity, error)
	Correct(ctx context.Context, c desk.Correction) ([]desk.Warning, error)
	VoidRecord(ctx context.Context, visitID, ticketID, reason string) error
	Reprint(ctx context.Context, ticket string) (desk.Issued, error)
	RequestRight(ctx context.Context, visitID string, kind models.RequestKind, reason string) (models.PersonRequest, error)
	OpenRequests(ctx context.Context) ([]desk.OpenRequest, error)
	StopPerson(ctx context.Context, visitID, reason string) (int, error)
	ErasePerson(ctx context.Context, visitID, reason string) (int, error)
	May(models.Action) bool
	// RetentionDays is how long an identity is kept.
	RetentionDays() int
	// Permit refuses in words what who is signed in has no right to.
	Permit(models.Action) error

	// ExportList writes the rows of a filter, masked, into a file and tells
	// where.
	ExportList(ctx context.Context, f desk.BookFilter) (path string, rows int, err error)
	// ExportFull writes the rows of a filter with identities into a file for a
	// supervisor's reason and tells where.
	ExportFull(ctx context.Context, f desk.BookFilter, reason string) (path string, rows int, err error)
	// ExportPlace is the folder of the files.
	ExportPlace() string
	// ExportPerson writes what is stored of a person into a file to hand to her
	// and tells where.
	ExportPersonFile(ctx context.Context, visitID, reason string) (path string, visits int, err error)
}
