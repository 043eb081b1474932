// Package nightly brings everything a desk records to the centre: a database
// of the district on PostgreSQL, or a second SQLite file. The design and its
// reasons are in design/sync.md.
//
// Read Engine.Run first: hello → push until nothing waits → pull. The desk's
// side of the work is the Feed, which the store implements; the other side is
// a Centre, of which SQLCentre is the one implementation.
package nightly

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"strconv"
	"time"

	"frontdesk/internal/models"
)

// Centre is where records of all desks come together. Every call may be lost,
// repeated, cut or late; every answer is the same after a repetition.
type Centre interface {
	// Hello tells how far the centre has followed this history of a desk.
	Hello(ctx context.Context, h Hello) (Welcome, error)
	// Push stores a batch in one transaction. Errors: ErrOutOfStep when the
	// centre does not stand where the batch begins.
	Push(ctx context.Context, b Batch) (Receipt, error)
	// Pull hands out a page of the desk's own records that others wrote.
	Pull(ctx context.Context, p PullRequest) (Page, error)
}

// ErrOutOfStep asks for a new hello: desk and centre do not stand at the same
// place.
var ErrOutOfStep = errors.New("desk and centre are out of step")

// Stream names one history of one desk's database.
type Stream struct {
	MallID      string
	DeskID      string
	Incarnation string
}

// Hello begins every run and follows every doubt.
type Hello struct {
	Stream
	Waiting int // the desk's backlog, for the district's overview
}

// Welcome is the answer: the place of the stream, and what the answer to its
// last batch was, in case it got lost.
type Welcome struct {
	Known     bool
	Acked     int64
	Chain     string
	LastBatch string
	Last      Receipt
	Now       time.Time
}

// Batch is a part of the feed: From < pos ≤ To.
type Batch struct {
	Stream
	ID   string
	From int64
	To   int64
	Rows []models.Change
}

// Receipt tells what became of a batch. All of it is stored, whatever it says.
type Receipt struct {
	Chain   string
	Stored  int // new or newer than what was there
	Beaten  int // older than what was there: in the history
	Refused []models.Refusal
}

// PullRequest asks for what lies above After at the centre.
type PullRequest struct {
	Stream
	After     int64
	Mark      string // of the last page taken; any other one than the centre's starts anew from 0
	NewMark   string // of this page
	Limit     int
	Directory int64 // version in use
}

// Page is a part of what others wrote of this desk's own records.
type Page struct {
	Rows      []models.Change
	To        int64
	Mark      string
	More      bool
	Directory *models.PublishedDirectory // nil while the desk has the newest
}

// DigestOf sums up which states of which records a batch carries.
func DigestOf(rows []models.Change) string {
	h := sha256.New()
	for i := range rows {
		c := &rows[i]
		writeParts(h, c.Entity, c.ID, strconv.FormatBool(c.Erased)+" "+strconv.FormatInt(c.Ver, 10), c.Session)
		h.Write(c.Hash)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Link is the chain after a batch: sha256(chain ‖ batch ‖ to ‖ digest). Equal
// chains prove the same batches in the same order.
func Link(chain, batch string, to int64, digest string) string {
	h := sha256.New()
	writeParts(h, chain, batch, strconv.FormatInt(to, 10), digest)
	return hex.EncodeToString(h.Sum(nil))
}

func writeParts(h hash.Hash, parts ...string) {
	for _, part := range parts {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
}
