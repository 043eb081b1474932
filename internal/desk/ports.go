package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// Store keeps records. Every method that reads several rows reads them in one
// statement; Write is one transaction, durable when it returns nil.
type Store interface {
	Write(ctx context.Context, work func(models.Tx) error) error
	// Directory reads the directory in use and its stamp; nil while the stamp
	// is the known one.
	Directory(ctx context.Context, known int64) (*models.Directory, int64, error)
	// Demand counts the valid tickets of a business date by agency code.
	Demand(ctx context.Context, mallID, date string) (map[string]models.Demand, error)
	// Presences gives the newest mark of each agency and counter among those of
	// the business dates from to to.
	Presences(ctx context.Context, mallID, from, to string) ([]models.Presence, error)
	// WaitingTickets lists who waits for an agency on a business date, first
	// come first.
	WaitingTickets(ctx context.Context, mallID, date, agency string) ([]models.Ticket, error)
	// Visits lists the visits of a business date, oldest first, with tickets.
	Visits(ctx context.Context, mallIDs []string, date string) ([]models.Visit, error)
	// Desks tells all desks by id.
	Desks(ctx context.Context) (map[string]models.Desk, error)
	// LastTickets lists the newest tickets of a business date with their
	// visitors, newest first.
	LastTickets(ctx context.Context, mallID, date string, limit int) ([]models.HeldTicket, error)
	// Favourites lists service codes by how often they were asked for since
	// the business date from, most often first.
	Favourites(ctx context.Context, mallID, from string, limit int) ([]string, error)
	// Known lists the newest visits whose NIK or phone index is one of
	// indexes, newest first.
	Known(ctx context.Context, mallID string, by models.IdentityField, indexes []string, limit int) ([]models.Visit, error)
	// NumbersByDay counts the numbers of each business date from–until that has
	// any, whatever became of them.
	NumbersByDay(ctx context.Context, mallID, from, until string) (map[string]int, error)
	// Passages tells the passages of the newest tickets, at most limit, of
	// the business dates from–until, both included.
	Passages(ctx context.Context, mallID, from, until string, limit int) ([]models.Passage, error)
	// Queue reads the running queue of a business date.
	Queue(ctx context.Context, q models.QueueQuery) (models.Queue, error)
	// Announcements lists the newest calls and recalls of a business date since
	// an instant, oldest first.
	Announcements(ctx context.Context, mallID, date string, since time.Time, limit int) ([]models.Announcement, error)
	// Book reads a page of the guest book, newest first.
	Book(ctx context.Context, q models.BookQuery) (models.BookPage, error)
	// BookOf reads the rows of some visits, newest first.
	BookOf(ctx context.Context, visitIDs []string) ([]models.BookEntry, error)
	// BookDay counts the visits of a business date, and those without an
	// identity.
	BookDay(ctx context.Context, mallID, date string) (visits, anonymous int, err error)
	// Kept lists visits whose identity is still kept, of the days, below the
	// cursor and as many as the query says, newest first.
	Kept(ctx context.Context, q models.BookQuery) ([]models.Visit, error)
	// VisitsOf lists the visits with any of these indexes, in all years,
	// newest first.
	VisitsOf(ctx context.Context, mallID string, by models.IdentityField, indexes []string) ([]models.Visit, error)
	// Trail tells what happened to the data of some visits, oldest first.
	Trail(ctx context.Context, visitIDs []string) (models.Trail, error)
	// OpenRequests lists the requests that wait for an answer, those due first
	// before the others.
	OpenRequests(ctx context.Context, mallID string, limit int) ([]models.PersonRequest, error)
	// MissedWords lists what is known of the marks in searches that found nothing.
	MissedWords(ctx context.Context, mallID string) ([]models.MissedWord, error)
	// LastPurge is the newest run of the retention; zero when there was none.
	LastPurge(ctx context.Context) (models.Purge, error)
	// Operators lists who works in the mall, by number, the disabled ones too.
	Operators(ctx context.Context) ([]models.StoredOperator, error)
	// LookUps counts the look-ups of all operators since an instant, or since a
	// supervisor allowed more, less the visits that each recorded since it.
	LookUps(ctx context.Context, since time.Time) (map[string]int, error)
	// Survey sums the survey's answers of a period up by agency; "" is the mall.
	Survey(ctx context.Context, q models.SurveyQuery) (map[string]models.SurveyCount, error)
	// SurveySuggestions lists what visitors suggested, of one agency or of all.
	SurveySuggestions(ctx context.Context, q models.SurveyQuery, agency string) ([]string, error)
	// Revision grows with every change of the records, whoever made it.
	Revision(ctx context.Context) (int64, error)
}

// WaitBoard shows the waits to the guide's tablets, whose login sees no tickets.
type WaitBoard interface {
	// Revision and PostWaits are for the desks, PostedWaits for the tablets.
	// Revision is that of the shared records; an error: nothing can be posted.
	Revision(ctx context.Context) (int64, error)
	PostWaits(ctx context.Context, w models.PostedWaits) error
	PostedWaits(ctx context.Context, mallID string) (models.PostedWaits, error)
}

// Sealer protects identities (design/security.md).
type Sealer interface {
	// Ready is false while the mall's key is not at hand: identities show as
	// "terkunci" and new ones are not kept.
	Ready() bool
	Seal(visitID string, id models.Identity) (models.SealedIdentity, error)
	Open(visitID string, sealed models.SealedIdentity) (models.Identity, error)
	// Indexes are the blind indexes of a value under every key at hand.
	Indexes(by models.IdentityField, value string) []string
	// Holds tells whether it can open blobs of keyID.
	Holds(keyID string) bool
	// HideWord seals a word of a search under its mark.
	HideWord(word string) (models.HiddenWord, error)
	// ShowWord opens it.
	ShowWord(models.HiddenWord) (string, error)
	// Marks are the marks of a word under every key at hand.
	Marks(word string) []string
}

// Printer puts tickets on paper (issue: Printing).
type Printer interface {
	// Print returns when the printer took the ticket. Errors: KindFault with a
	// sentence; the ticket then never comes out later.
	Print(ctx context.Context, slip models.Slip) error
	State(ctx context.Context) models.PrinterState
}
