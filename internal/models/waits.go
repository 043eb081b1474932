package models

import "time"

// PostedWaits are the waits of all services as a desk computed them, for the
// guide's tablets, which see counts and no tickets.
type PostedWaits struct {
	MallID   string
	At       time.Time // instant that they count from
	Revision int64     // of the records that they were computed from
	Body     []byte    // as the desk room writes them; no ticket is in it
}
