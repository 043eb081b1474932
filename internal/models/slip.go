package models

import "time"

// Slip is what a paper ticket tells. It never holds a name, NIK or phone, and
// of a sensitive service it names the agency alone.
type Slip struct {
	Mall     string
	Number   string // as given: 1A-014
	At       time.Time
	Counter  int    // number on the sign; 0: none
	Floor    int    // 0: not said
	Way      Way    // from reception
	Service  string // or, for a sensitive one, empty
	Agency   string
	Wait     Phrase // visitors before this one and the range of minutes; may be empty
	Before   []SlipStop
	Missing  []string // papers that were not there
	Bring    []string // papers to have at hand, when nobody has looked at them
	Fee      string   // only when the agency confirmed it
	Duration string   // likewise
	Code     string   // in the QR code: names the ticket to the desk's programs
	Copy     bool     // a reprint
}

// SlipStop is where the visitor has to go first, and for what.
type SlipStop struct {
	Agency  string
	Counter int
	Floor   int
	Service string
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
