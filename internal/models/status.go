package models

import "time"

// State is what an agency is at an instant.
type State string

const (
	StateOpen             State = "open"
	StateLate             State = "late"               // gives numbers, but nobody serves yet
	StateBreak            State = "break"              // opens again today
	StateNotYet           State = "not_yet"            // opens later today
	StateClosed           State = "closed"             // shut for today, or not its day
	StateAbsent           State = "absent"             // should be here, is not
	StateOutage           State = "outage"             // is here and cannot serve
	StateHoliday          State = "holiday"            // national holiday or collective leave
	StateQuotaGone        State = "quota_gone"         // today's numbers are used up
	StateLastTicketPassed State = "last_ticket_passed" // open, but gives no more numbers today
	StateUnknown          State = "unknown"            // the calendar or the hours are not filled in
)

// Status answers "can a visitor go there now?" with the reason.
type Status struct {
	State       State
	Open        bool      // numbers are given now
	Scheduled   bool      // today is one of its days (tells "tidak terjadwal" from "tutup")
	Reason      Phrase    // in words
	ClosesAt    time.Time // when open or in a break: today's last closing
	NextOpening time.Time // zero while open, or when none is known within a year
	Until       time.Time // end of what somebody marked (late, absent …); zero: none named
	QuotaLeft   int       // -1: no quota
}

// Demand counts what an agency was given on one business date.
type Demand struct {
	Issued    int            // numbers given and not voided
	Waiting   int            // of these, still waiting or parked
	ByCounter map[string]int // the same by counter code
}
