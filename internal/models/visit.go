package models

import "time"

// VisitKind says what a person at the desk came for.
type VisitKind string

const (
	VisitService       VisitKind = "service"        // wants something of an agency
	VisitQuestion      VisitKind = "question"       // only asks, at the desk
	VisitPhoneQuestion VisitKind = "phone_question" // only asks, by telephone
	VisitGuest         VisitKind = "guest"          // guest, courier, companion
	VisitTurnedAway    VisitKind = "turned_away"    // went home without a number
)

// TurnedAway says why a visitor went home without a number.
type TurnedAway string

const (
	TurnedAwayPapers  TurnedAway = "papers"
	TurnedAwayQuota   TurnedAway = "quota"
	TurnedAwayClosed  TurnedAway = "closed"
	TurnedAwayNotHere TurnedAway = "not_here"
)

// TurnedAwayReasons lists the reasons in the order of their keys 1–4.
var TurnedAwayReasons = []TurnedAway{TurnedAwayPapers, TurnedAwayQuota, TurnedAwayClosed, TurnedAwayNotHere}

// Priority is a group that UU 25/2009 and PermenPANRB 11/2024 ask to treat
// specially. Only the word is kept, never a diagnosis.
type Priority string

const (
	PriorityElderly    Priority = "elderly" // 60 years and above
	PriorityDisability Priority = "disability"
	PriorityPregnant   Priority = "pregnant"
	PriorityNursing    Priority = "nursing"
	PriorityInfant     Priority = "infant"
	PriorityIll        Priority = "ill"
)

// Priorities lists the groups in the order of the screen.
var Priorities = []Priority{PriorityElderly, PriorityDisability, PriorityPregnant,
	PriorityNursing, PriorityInfant, PriorityIll}

// Origin is what every stored row tells about where it comes from.
type Origin struct {
	MallID       string // code of the mall
	DeskID       string // UUID of the desk that made the row
	OperatorID   string // code of who was signed in; "meja" while the mall has no operators
	BusinessDate string // local civil day of the mall, YYYY-MM-DD; never changes
}

// Visit is one person, or one party, at the desk.
type Visit struct {
	ID string
	Origin
	Kind       VisitKind
	ArrivedAt  time.Time
	RecordedAt time.Time // the machine's own time; differs for late entries
	Party      int       // people, 1–99
	Priorities []Priority
	TurnedAway TurnedAway // for VisitTurnedAway
	Service    string     // code, for questions and visitors turned away; may be empty
	Identity   SealedIdentity
	Practice   bool // made under --now; no real record
	VoidedAt   time.Time
	ErasedAt   time.Time // the identity was emptied for good
	StoppedAt  time.Time // the person had the use of her data stopped
	Tickets    []Ticket
}

// Papers says how the visitor's papers were found at the desk.
type Papers string

const (
	PapersNotChecked Papers = "not_checked"
	PapersComplete   Papers = "complete"
	PapersIncomplete Papers = "incomplete"
)

// Ticket is a numbered place in an agency's queue.
type Ticket struct {
	ID string
	Origin
	VisitID     string
	Agency      string // code
	Service     string // code
	Counter     string // code; advice, not a promise
	Prefix      string
	Sequence    int
	Number      string      // as printed: 1A-014
	State       TicketState // with the fields from AtCounter on: what its events change
	Papers      Papers
	Missing     []string // requirements not brought, for PapersIncomplete
	ForceReason string   // why it was issued although the agency gave no numbers
	VoidReason  string
	IssuedAt    time.Time // arrival: the place in the queue, never changed
	RecordedAt  time.Time
	Priority    bool // the visit names a priority group; false on tickets older than the queue

	// AtCounter is the counter that called, serves or served the ticket; of a
	// waiting one the counter that it was transferred to, which alone calls it.
	AtCounter   string
	ParkedUntil time.Time // zero unless parked
	Follows     string    // id of the ticket of the same visit that must be over before this parked one waits; else empty
	Calls       int       // calls and recalls
	NoShows     int
	Since       time.Time // when it came into its state; see StateSince
	LastEvent   string    // id: the token of the compare-and-set; empty on tickets older than the queue
}

// Held tells that a ticket waits for the visitor's errand before it.
func (t Ticket) Held() bool { return t.State == TicketParked && t.Follows != "" }

// HeldTicket is a ticket with who holds it, masked.
type HeldTicket struct {
	Ticket
	Visitor MaskedIdentity
	KeyID   string // of the key that the identity is sealed with; may be empty
}

// Desk is one reception desk with its own database.
type Desk struct {
	ID     string
	MallID string
	Number int // 1–9, decides the block of ticket numbers
	Name   string
}

// KeyRef names a sealing key and where it is kept: "keyring" or "file".
type KeyRef struct {
	ID    string
	Place string
}
