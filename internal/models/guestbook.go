package models

import (
	"strconv"
	"strings"
	"time"
)

// BookQuery asks for a page of the guest book, newest first. Empty fields ask
// for nothing.
type BookQuery struct {
	MallIDs []string
	Number  string // printed, of any day
	Service string // code
	Agency  string // code
	// Services are the codes of Service, or of all services of Agency: visits
	// without a number tell what they were about by these alone. Empty with
	// Number, which only tickets have.
	Services []string
	By       IdentityField
	Indexes  []string  // blind indexes of By, any of them
	From     time.Time // the first instant
	Until    time.Time // the first instant after
	After    BookCursor
	Limit    int
}

// OfPlace tells that the query asks for a number, a service or an agency.
func (q BookQuery) OfPlace() bool { return q.Number != "" || q.Service != "" || q.Agency != "" }

// BookCursor is the place of a row in the guest book: the next page begins
// below it. The zero cursor is the top, and after the last page the end.
type BookCursor struct {
	At time.Time
	ID string
}

// Zero tells that there is no place.
func (c BookCursor) Zero() bool { return c.At.IsZero() && c.ID == "" }

// String writes the cursor for a program that asks for the next page.
func (c BookCursor) String() string {
	if c.Zero() {
		return ""
	}
	return strconv.FormatInt(c.At.UnixMicro(), 36) + "." + c.ID
}

// ParseBookCursor reads what String wrote; ok is false for anything else.
func ParseBookCursor(s string) (c BookCursor, ok bool) {
	if s == "" {
		return BookCursor{}, true
	}
	at, id, found := strings.Cut(s, ".")
	micros, err := strconv.ParseInt(at, 36, 64)
	if !found || err != nil || id == "" {
		return BookCursor{}, false
	}
	return BookCursor{At: time.UnixMicro(micros).UTC(), ID: id}, true
}

// BookEntry is a row of the guest book: a visit with one of its tickets, or
// one without a number.
type BookEntry struct {
	Visit  Visit // without tickets
	Ticket Ticket
}

// HasTicket tells whether the visit got a number here.
func (e BookEntry) HasTicket() bool { return e.Ticket.ID != "" }

// BookPage is a page of the guest book.
type BookPage struct {
	Entries []BookEntry
	Next    BookCursor // zero: this is the last page
}

// RevealReason is what somebody needs the full values of a visitor for; it is
// noted with each opening (design/security.md: who, which row, why).
type RevealReason string

const (
	RevealMatch   RevealReason = "match"   // tell whether she is the one at the desk
	RevealContact RevealReason = "contact" // call her, or bring back what she left
	RevealRight   RevealReason = "right"   // she asks for her own data
	RevealMend    RevealReason = "mend"    // compare before a correction
)

// RevealReasons lists the reasons in the order of their keys.
var RevealReasons = []RevealReason{RevealMatch, RevealContact, RevealRight, RevealMend}

// CorrectedField names what was changed of a visit afterwards.
type CorrectedField string

const (
	CorrectedName       CorrectedField = "name"
	CorrectedNIK        CorrectedField = "nik"
	CorrectedPhone      CorrectedField = "phone"
	CorrectedPurpose    CorrectedField = "purpose"
	CorrectedPriorities CorrectedField = "priorities"
	CorrectedVoid       CorrectedField = "void" // the visit was declared void
)

// Correction is a change of a visit after it was recorded.
type Correction struct {
	ID string
	Origin
	VisitID string
	Field   CorrectedField
	Former  string // of fields that name nobody; a personal value is never kept
	Reason  string
	At      time.Time
}

// RequestKind is a right of UU 27/2022 that a person may ask for.
type RequestKind string

const (
	RequestAccess     RequestKind = "access"
	RequestCorrection RequestKind = "correction"
	RequestStop       RequestKind = "stop"
	RequestErasure    RequestKind = "erasure"
)

// RequestKinds lists the rights in the order of their keys.
var RequestKinds = []RequestKind{RequestAccess, RequestCorrection, RequestStop, RequestErasure}

// RequestTerm is how long a request may take: UU 27/2022 art. 30–33 and 41
// give 3×24 hours.
const RequestTerm = 3 * 24 * time.Hour

// PersonRequest is what somebody asked for by her right. She is known by one
// of her visits alone.
type PersonRequest struct {
	ID string
	Origin
	VisitID string
	Kind    RequestKind
	Reason  string
	At      time.Time
	DueAt   time.Time
	DoneAt  time.Time // zero: open
	DoneBy  string    // operator
}

// Urgency says how a request stands with its time.
type Urgency string

const (
	UrgencyDone    Urgency = "done"
	UrgencyTime    Urgency = "time"    // more than a day is left
	UrgencySoon    Urgency = "soon"    // a day or less
	UrgencyOverdue Urgency = "overdue" // the term is over
)

// soon is when a request turns amber.
const soon = 24 * time.Hour

// Urgency tells how the request stands at an instant.
func (r PersonRequest) Urgency(now time.Time) Urgency {
	left := r.DueAt.Sub(now)
	switch {
	case !r.DoneAt.IsZero():
		return UrgencyDone
	case left < 0:
		return UrgencyOverdue
	case left <= soon:
		return UrgencySoon
	}
	return UrgencyTime
}

// HoursLeft are the full hours until the request is due, or since it was.
func (r PersonRequest) HoursLeft(now time.Time) int {
	return int(r.DueAt.Sub(now).Abs() / time.Hour)
}

// Trail is what happened to somebody's data: who opened, changed and asked.
type Trail struct {
	Openings    []Opening
	Corrections []Correction
	Requests    []PersonRequest
}
