package models

import "time"

// Announcement is a call of a ticket, or a recall, as the hall learns of it.
type Announcement struct {
	Event   string // id
	Ticket  string // id
	Number  string // as printed
	Agency  string // code
	Counter string // code
	At      time.Time
	Over    bool // the visitor is called no more: she came, or somebody acted since
}
