package models

import "time"

// SearchMiss is a search that found nothing: at most five words, none with a
// digit. Words that the directory does not know may be a name: they stand as
// marks.
type SearchMiss struct {
	ID string
	Origin
	Words  string
	At     time.Time
	Hidden []HiddenWord // what the marks among Words stand for
}

// Opening is the trace of one sealed identity that was opened: who, which
// row, why, never the value (UU 27/2022 art. 31).
type Opening struct {
	ID string
	Origin
	VisitID string
	Why     string
	At      time.Time
}
