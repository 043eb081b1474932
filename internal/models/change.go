package models

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"time"
)

// RowKey names a record: its table and its id.
type RowKey struct {
	Entity string
	ID     string
}

// Version orders the states of one record (design/sync.md): erased above
// everything, then the hybrid clock, then the session. Two states of a record
// never share a version, since no two starts share a session.
type Version struct {
	Erased  bool
	Ver     int64  // max(last + 1, wall clock in µs)
	Session string // random per start of a desk
}

// Compare is negative when v is the older one.
func (v Version) Compare(o Version) int {
	if v.Erased != o.Erased {
		if o.Erased {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(v.Ver, o.Ver), strings.Compare(v.Session, o.Session))
}

// Change is the present state of one record, as it travels between a desk and
// the centre.
type Change struct {
	RowKey
	MallID       string
	DeskID       string // the owner
	BusinessDate string // YYYY-MM-DD, or empty for what has no day
	Version
	Pos  int64  // place in the desk's feed; 0 when it comes from the centre
	Hash []byte // SHA-256 over everything but version and place
	Body []byte // the other columns, as EncodeBody writes them
}

// Sum computes the hash that c ought to have.
func (c *Change) Sum() []byte {
	h := sha256.New()
	for _, part := range []string{c.Entity, c.ID, c.MallID, c.DeskID, c.BusinessDate} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	h.Write(c.Body)
	return h.Sum(nil)
}

// Sound tells that c is as it was when its hash was taken.
func (c *Change) Sound() bool { return bytes.Equal(c.Hash, c.Sum()) }

// SaysErased tells that the body has the time of an erasure, as only a visit's
// can have one.
func (c *Change) SaysErased() bool {
	columns, err := DecodeBody(c.Body)
	at, isTime := columns["erased_at"].(int64)
	return err == nil && isTime && at != 0
}

// Intact tells that c is sound, and that the flag of its version, which the
// hash leaves out, says what the body says.
func (c *Change) Intact() bool { return c.Sound() && c.Erased == c.SaysErased() }

// IdentityColumns are the columns of a visit that an erasure empties.
var IdentityColumns = []string{"identity", "key_id", "nik_index", "phone_index", "person_index", "masked_name", "masked_nik", "masked_phone"}

// RefusalReason says why a row stays in quarantine.
type RefusalReason string

const (
	RefusedOwner    RefusalReason = "owner"    // the row says it belongs to another desk or mall
	RefusedTaken    RefusalReason = "taken"    // its id is another record's
	RefusedDamaged  RefusalReason = "damaged"  // it does not fit its hash
	RefusedDatabase RefusalReason = "database" // the database does not take it
	RefusedWaiting  RefusalReason = "waiting"  // the record it hangs on is not here
)

// Refusal is a row in quarantine. Detail is for the log.
type Refusal struct {
	RowKey
	Version
	Reason RefusalReason
	Detail string
	At     time.Time
}

// Flight is a batch under way: From < pos ≤ To of the feed. It is noted before
// it is sent, so that a lost answer can be told from a fork.
type Flight struct {
	Batch  string
	From   int64
	To     int64
	Digest string // of the batch's keys, versions and hashes
	Rows   int
}

// SyncState is what a desk knows of its own feed.
type SyncState struct {
	MallID      string
	DeskID      string
	Incarnation string // random per history of the database; empty before the first run
	LastPos     int64
	Acked       int64  // everything up to this place is at the centre
	Chain       string // hash chain over all acknowledged batches
	Pulled      int64  // everything up to this place of the centre is here
	PullMark    string // proves to the centre that Pulled is of its own history
	Directory   int64  // version of the published directory taken last
	Waiting     int    // changes above Acked
	Quarantined int    // own rows in quarantine at the centre
	Flights     []Flight
}

// SyncRun is the result of one nightly run.
type SyncRun struct {
	Started     time.Time
	Ended       time.Time
	Sent        int
	Quarantined int
	Waiting     int
	Forked      bool
	Failure     Phrase // empty after a success
}

// DayDigest sums up a business date: how many records, and their hashes with
// their versions folded together by exclusive or. Damaged counts records that
// no longer fit their own hash.
type DayDigest struct {
	Date    string
	Count   int
	Fold    [sha256.Size]byte
	Damaged int
}

// Add folds one record in.
func (d *DayDigest) Add(c *Change) {
	row := c.Digest()
	d.Count++
	if row.Damaged {
		d.Damaged++
	}
	versioned := binary.BigEndian.AppendUint64(row.Hash[:len(row.Hash):len(row.Hash)], uint64(c.Ver))
	if c.Erased {
		versioned = append(versioned, 'e')
	}
	for i, b := range sha256.Sum256(append(versioned, c.Session...)) {
		d.Fold[i] ^= b
	}
}

// RowDigest is one record in a reconciliation. Hash is of what it is now, and
// Damaged tells that this is not what it was.
type RowDigest struct {
	RowKey
	Version
	Hash    []byte
	Damaged bool
}

// Digest computes what stands for c in a reconciliation.
func (c *Change) Digest() RowDigest {
	sum := c.Sum()
	return RowDigest{RowKey: c.RowKey, Version: c.Version, Hash: sum, Damaged: !bytes.Equal(sum, c.Hash)}
}

// PublishedDirectory is a directory as the centre hands it out.
type PublishedDirectory struct {
	Version int64 // grows with every publication
	Digest  string
	Body    []byte // a directory file
}
