package models

import "time"

// Slip is what a paper ticket tells. It never holds a name, NIK or phone, and
// a sensitive service is not named on it.
type Slip struct {
	Mall     string
	Number   string // as given: 1A-014
	At       time.Time
	Counter  int    // number on the sign; 0: none
	Floor    int    // 0: not said
	Way      Way    // from reception
	Service  string // or, for a sensitive one, empty
	Agency   string
	Ahead    int           // visitors before this one; below 0: not said
	Low      time.Duration // until called; High 0: not said
	High     time.Duration
	Before   []string // where to go first, and for what
	Missing  []string // papers that were not there
	Fee      string
	Duration string
	Code     string // in the QR code: names the ticket to the desk's programs
	Copy     bool   // a reprint
}

// PrinterState is what a printer is like now.
type PrinterState string

const (
	PrinterNone     PrinterState = "none"      // none is set up
	PrinterReady    PrinterState = "ready"     // it answered, or gives no answers
	PrinterPaperLow PrinterState = "paper_low" // prints, the roll ends soon
	PrinterPaperOut PrinterState = "paper_out"
	PrinterOffline  PrinterState = "offline" // no connection, cover open, switched off
)
