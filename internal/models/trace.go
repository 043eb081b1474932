package models

import "time"

// SearchMiss is a search that found nothing: at most five words, no digits,
// so that no name's number or NIK can be in it.
type SearchMiss struct {
	ID string
	Origin
	Words string
	At    time.Time
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
