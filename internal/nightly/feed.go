package nightly

import (
	"context"

	"frontdesk/internal/models"
)

// Feed is the desk's side: its records as a sequence of changes, and the
// checkpoint. Each method is one transaction of the desk's database.
type Feed interface {
	SyncState(ctx context.Context) (models.SyncState, error)
	// ReceiptChain is the chain at an acknowledged place of an incarnation;
	// empty when there is no such receipt.
	ReceiptChain(ctx context.Context, incarnation string, pos int64) (string, error)
	// BeginHistory takes a new incarnation of which the centre has nothing.
	BeginHistory(ctx context.Context, incarnation string) error
	// MoveTo takes another checkpoint of the same history.
	MoveTo(ctx context.Context, pos int64, chain string) error
	// Changes lists up to limit changes above a place, in order.
	Changes(ctx context.Context, after int64, limit int) ([]models.Change, error)
	// Depart notes a batch before it is sent.
	Depart(ctx context.Context, f models.Flight) error
	// Acknowledge notes that the centre has a batch, and which of its rows
	// are in quarantine there.
	Acknowledge(ctx context.Context, f models.Flight, chain string, refused []models.Refusal) error
	// Apply takes records from the centre over where they are newer and no
	// unsent change stands here, and notes how far it came. What this file
	// cannot take is set aside. It tells how many records changed.
	Apply(ctx context.Context, rows []models.Change, pulled int64, mark string) (int, error)
	// ApplyAside tries what was set aside once more.
	ApplyAside(ctx context.Context) (int, error)
	// ForgetPulled makes the next pull start from the beginning.
	ForgetPulled(ctx context.Context) error
	// TakeDirectory puts a published directory in place of the one in use,
	// which is kept.
	TakeDirectory(ctx context.Context, version int64, d *models.Directory) error
	// RecordDays sums up all records by business date, oldest first.
	RecordDays(ctx context.Context) ([]models.DayDigest, error)
	// RecordsOf lists the records of a business date.
	RecordsOf(ctx context.Context, date string) ([]models.RowDigest, error)
	// Restore puts records of the centre in the place of those that were lost
	// or damaged here, takes over newer ones, and tells which it put in place.
	Restore(ctx context.Context, rows []models.Change) ([]models.RowKey, error)
	// Resend moves records to the end of the feed, unchanged.
	Resend(ctx context.Context, keys []models.RowKey) error
	// AddRun keeps the result of a run and prunes receipts older than 400 days.
	AddRun(ctx context.Context, run models.SyncRun) error
}
