package models

import "time"

// SyncHealth is how worrying the age of the last success is.
type SyncHealth int

// The healths, from good to bad.
const (
	SyncFresh SyncHealth = iota // the last night went well
	SyncLate                    // a night or two are missing
	SyncStale                   // somebody has to look, or it never went well
)

// Ages of the last success at which the health changes (design/sync.md).
const (
	SyncFreshFor = 26 * time.Hour
	SyncLateFor  = 72 * time.Hour
)

// SyncOverview is what a person is told of the nightly sync.
type SyncOverview struct {
	LastSuccess time.Time // zero: never
	NextRun     time.Time // zero: none is planned
	Target      string    // where to, without user or password
	Waiting     int
	WaitingBy   []EntityCount // Waiting by kind of record; may be empty
	Quarantined int
	Aside       []AsideRow // the newest of the quarantined
	// SharedNumbers counts tickets of the centre whose numbers this desk gave to
	// others: two computers work on copies of one database.
	SharedNumbers int
	History       []SyncRun // newest first: the last week's, at least 20
	Backup        BackupState
	Purge         Purge         // the last run of the retention; zero: none
	ClockOff      time.Duration // this computer's clock minus the centre's, at the last run here
}

// ClockTolerance is how far the clocks of desk and centre may lie apart before
// a person is told.
const ClockTolerance = 5 * time.Minute

// ClockOffPhrase says by how much a clock is wrong; empty while it is right.
// No record is lost by it, but the times on the tickets are wrong.
func ClockOffPhrase(off time.Duration) Phrase {
	if off.Abs() < ClockTolerance {
		return Phrase{}
	}
	key := "sync.clock_ahead"
	if off < 0 {
		key = "sync.clock_behind"
	}
	switch off = off.Abs(); {
	case off >= 48*time.Hour:
		return Say(key+".days", int(off/(24*time.Hour)))
	case off >= 2*time.Hour:
		return Say(key+".hours", int(off/time.Hour))
	}
	return Say(key+".minutes", int(off/time.Minute))
}

// BackupState tells how the daily backups of a data folder stand.
type BackupState struct {
	Made    time.Time // of the newest one, which was opened and checked; zero: never
	Failure Phrase    // of a later one; empty: none failed
	Server  bool      // the database server makes them
}

// Health judges the age of the last success.
func (o SyncOverview) Health(now time.Time) SyncHealth {
	age := now.Sub(o.LastSuccess)
	switch {
	case o.LastSuccess.IsZero() || age > SyncLateFor:
		return SyncStale
	case age > SyncFreshFor:
		return SyncLate
	}
	return SyncFresh
}

// EntityCount is how many records of a table wait.
type EntityCount struct {
	Entity string
	Count  int
}

// AsideRow is a record that the centre keeps aside. Label is what the desk
// calls it, such as a ticket's number, and never a person's name.
type AsideRow struct {
	Refusal
	Label string
}

// SyncProgress tells how far the present run came.
type SyncProgress struct {
	Sent    int // rows that the centre has acknowledged
	Waiting int // rows still to go
}

// Total is how many rows the run has to send.
func (p SyncProgress) Total() int { return p.Sent + p.Waiting }
