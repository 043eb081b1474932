package models

import "time"

// Purge is one run of the retention: the identities of who came before Until
// were emptied.
type Purge struct {
	At     time.Time
	Until  time.Time
	Erased int
}

// Retained tells how many identities are kept, and how many of these are due.
type Retained struct {
	Kept   int
	Due    int
	Oldest time.Time // arrival of the oldest one; zero when none is kept
}
