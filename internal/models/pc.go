package models

import (
	"errors"
	"time"
)

// PC is one computer of a mall whose records are on a server. All of them
// record in the name of one desk; while the server is gone each issues from
// the block of its own number.
type PC struct {
	ID     string
	Number int    // 2–99; 1 is the mall's own block
	Name   string // of the computer, for the server's administrator
	DeskID string // the mall's desk
}

// MostPCs is the highest number of a PC.
const MostPCs = 99

// ErrFellBack tells that the mall's server was lost under a transaction. The
// PC's own file goes on: the same work, with the same ids, is done there anew.
// Whether the server has stored it is settled when the records are handed over.
var ErrFellBack = errors.New("the mall's server was lost, the own file goes on")

// MallLink is how a PC stands to its mall's server.
type MallLink struct {
	Name      string // HOST/DATABASE
	Alone     bool   // the PC works in its own file
	Returning bool   // the server is back and takes the records over
	Since     time.Time
	First     int    // first number of the PC's block
	Waiting   int    // visits that the server does not have yet
	Trouble   Phrase // why the server, though it answers, does not take them; may be empty
}

// Same tells that a person would be told the same.
func (l MallLink) Same(o MallLink) bool {
	return l.Alone == o.Alone && l.Returning == o.Returning && l.Since.Equal(o.Since) && l.First == o.First &&
		l.Waiting == o.Waiting && l.Trouble.Key == o.Trouble.Key
}
