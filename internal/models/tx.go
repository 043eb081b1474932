package models

import "time"

// IdentityField is a field of an identity that has a blind index.
type IdentityField string

const (
	ByNIK   IdentityField = "nik"
	ByPhone IdentityField = "phone"
)

// Tx is a transaction of the store, as the use cases of the desk see it.
type Tx interface {
	// AgencyDemand counts an agency's valid tickets of a business date.
	AgencyDemand(mallID, date, agency string) (Demand, error)
	// AgencyPresences gives the newest mark of an agency as a whole and of
	// each of its counters among those of the business dates from to to.
	AgencyPresences(mallID, from, to, agency string) ([]Presence, error)
	AddPresence(Presence) error
	// PresenceBefore is the mark of the same agency or counter and business
	// date that held before one was made; zero when there was none.
	PresenceBefore(Presence) (Presence, error)
	// TakeSequence gives the next free number of prefix on a business date in
	// the block of desk (1–9).
	TakeSequence(mallID, date, prefix string, desk int) (int, error)
	// NumberTaken tells whether a number was ever used on a business date.
	NumberTaken(mallID, date, prefix string, sequence int) (bool, error)
	// WaitingNumbers lists the waiting tickets of the same NIK or phone.
	WaitingNumbers(mallID, date string, by IdentityField, indexes []string) ([]string, error)
	// DirectoryStamp tells which directory is in use in this transaction.
	DirectoryStamp() (int64, error)
	Ticket(id string) (Ticket, error)
	Visit(id string) (Visit, error) // with tickets
	AddVisit(Visit) error           // without tickets
	AddTicket(Ticket) error
	AddEvent(TicketEvent) error
	// MoveTicket writes the progress, agency, service and void reason of to in
	// one compare-and-set update; false when the ticket is no longer in the
	// state and at the last event of from.
	MoveTicket(from, to Ticket) (bool, error)
	// TicketByNumber finds a ticket of a business date by its printed number.
	TicketByNumber(mallID, date, number string) (Ticket, error)
	// Followers lists the tickets that wait for another of their visit to be
	// over, first come first.
	Followers(Ticket) ([]Ticket, error)
	// HeldTickets lists all such tickets of a business date.
	HeldTickets(mallID, date string) ([]Ticket, error)
	// AtCounter is the ticket that a counter called or serves; ok is false
	// when there is none.
	AtCounter(mallID, date, counter string) (ticket Ticket, ok bool, err error)
	// Line lists who stands first in the pools that a counter calls from.
	Line(LineQuery) ([]Candidate, error)
	// Calls tells the calls of a business date by some counters, newest first
	// and without those taken back, until each says that it has heard enough.
	Calls(mallID, date string, counters []string, each func(PastCall) (more bool)) error
	// NextCallNumber is one more than the calls of a business date so far.
	NextCallNumber(mallID, date string) (int, error)
	// Events lists what happened to a ticket, oldest first.
	Events(ticketID string) ([]TicketEvent, error)
	// ActionEvents lists the events of one action in their order.
	ActionEvents(action string) ([]TicketEvent, error)
	// LastEvent is what happened to a ticket last.
	LastEvent(ticketID string) (TicketEvent, error)
	VoidVisit(id string, at time.Time) error
	AddMiss(SearchMiss) error
	// LearnWord lets a mark stand in the clear from now on.
	LearnWord(mallID, mark, word string) error
	// ForgetWords drops what marks stand for; what they stood in stays.
	ForgetWords(marks []string) error
	// ForgetOldWords drops the hidden words of malls that nobody typed since a
	// business date.
	ForgetOldWords(mallIDs []string, since string) error
	AddOpening(Opening) error
	// CorrectVisit writes identity and priorities of a visit that stays as it
	// is otherwise.
	CorrectVisit(Visit) error
	AddCorrection(Correction) error
	AddRequest(PersonRequest) error
	// FinishRequests closes the open requests of a kind about any of these
	// visits, adds the reason to theirs and tells how many there were.
	FinishRequests(visitIDs []string, kind RequestKind, by string, at time.Time, reason string) (int, error)
	// StopVisits marks visits whose data must be used no more.
	StopVisits(visitIDs []string, at time.Time) error
	// EraseIdentities empties the identities of visits for good, with their
	// indexes and masks.
	EraseIdentities(visitIDs []string) error
	// Operators lists all by number, the disabled ones too.
	Operators() ([]StoredOperator, error)
	// SaveOperator adds one, or changes all but the code and the day she came.
	SaveOperator(StoredOperator) error
	// AddSurveySheets stores answers of the survey. Errors: KindRefused when
	// one of them is stored already: then none is.
	AddSurveySheets([]SurveySheet) error
	// VoidSurveySheet takes a sheet out of the count; false when it is not in it.
	VoidSurveySheet(id string) (bool, error)
	// PurgeIdentities empties up to limit identities of who came to one of the
	// malls before an instant, and tells how many.
	PurgeIdentities(mallIDs []string, before time.Time, limit int) (int, error)
	AddPurge(Purge) error
	// LookUps counts the look-ups of an operator since an instant, or since a
	// supervisor allowed more, less the visits that she recorded since it.
	LookUps(operator string, since time.Time) (int, error)
	// NoteDeed adds one entry to the audit chain, in the name of who acts.
	// Errors: KindUsage for a kind outside the closed set.
	NoteDeed(Deed) error
}
