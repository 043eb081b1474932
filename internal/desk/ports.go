package desk

import (
	"context"
	"time"

	"frontdesk/internal/models"
)

// Store keeps records. Every method that reads several rows reads them in one
// statement; Write is one transaction, durable when it returns nil.
type Store interface {
	Write(ctx context.Context, work func(Tx) error) error
	// Demand counts the valid tickets of a business date by agency code.
	Demand(ctx context.Context, mallID, date string) (map[string]models.Demand, error)
	// Visits lists the visits of a business date, oldest first, with tickets.
	Visits(ctx context.Context, mallID, date string) ([]models.Visit, error)
	// LastTickets lists the newest tickets of a business date, newest first.
	LastTickets(ctx context.Context, mallID, date string, limit int) ([]models.Ticket, error)
	// Favourites lists service codes by how often they were asked for since
	// the business date from, most often first.
	Favourites(ctx context.Context, mallID, from string, limit int) ([]string, error)
	// Known lists the newest visits, one per distinct person's blob, whose
	// NIK or phone index is index.
	Known(ctx context.Context, mallID string, by IdentityField, index string, limit int) ([]models.Visit, error)
}

// IdentityField is a field of an identity that has a blind index.
type IdentityField string

const (
	ByNIK   IdentityField = "nik"
	ByPhone IdentityField = "phone"
)

// Tx is a transaction of the Store.
type Tx interface {
	// AgencyDemand counts an agency's valid tickets of a business date.
	AgencyDemand(mallID, date, agency string) (models.Demand, error)
	// TakeSequence gives the next free number of prefix on a business date in
	// the block of desk (1–9).
	TakeSequence(mallID, date, prefix string, desk int) (int, error)
	// NumberTaken tells whether a number was ever used on a business date.
	NumberTaken(mallID, date, prefix string, sequence int) (bool, error)
	// WaitingNumbers lists the waiting tickets of the same NIK or phone.
	WaitingNumbers(mallID, date string, by IdentityField, index string) ([]string, error)
	Ticket(id string) (models.Ticket, error)
	Visit(id string) (models.Visit, error) // with tickets
	AddVisit(models.Visit) error           // without tickets
	AddTicket(models.Ticket) error
	AddEvent(models.TicketEvent) error
	// VoidTicket moves a ticket from state to voided; false when the ticket
	// was no longer in that state.
	VoidTicket(id string, from models.TicketState, reason string) (bool, error)
	VoidVisit(id string, at time.Time) error
	AddMiss(models.SearchMiss) error
	AddOpening(models.Opening) error
}

// Sealer protects identities (design/security.md).
type Sealer interface {
	// Ready is false while the mall's key is not at hand: identities show as
	// "terkunci" and new ones are not kept.
	Ready() bool
	Seal(visitID string, id models.Identity) (models.SealedIdentity, error)
	Open(visitID string, sealed models.SealedIdentity) (models.Identity, error)
	Index(by IdentityField, value string) string
	// Holds tells whether it can open blobs of keyID.
	Holds(keyID string) bool
}
