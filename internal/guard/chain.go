package guard

import (
	"fmt"
	"slices"
	"time"

	"frontdesk/internal/models"
)

// ChainCheck is what a reading of the audit chain found.
type ChainCheck struct {
	Entries  int64
	Unsigned int64  // written while the mall's key was not at hand
	Unproved int64  // signed with a key that is not at hand now
	Anchors  int    // heads that somebody remembers and that fit
	Lost     int64  // entries that a restored backup did not have
	Unsealed bool   // no entry was made since ends are sealed
	Break    *Break // nil: the chain is whole
}

// Break is the first place at which the chain is not as it was written.
type Break struct {
	Seq int64
	Why BreakKind
}

// BreakKind says what is wrong with a chain.
type BreakKind string

const (
	BreakMissing BreakKind = "missing" // an entry was taken out
	BreakChanged BreakKind = "changed" // an entry, or the order, is not what was signed
	BreakCut     BreakKind = "cut"     // the end is gone: a head is remembered that lies beyond
	BreakAnother BreakKind = "another" // the chain was written anew: a remembered head does not fit
	BreakSeal    BreakKind = "seal"    // the seal of the end is gone, changed, or of another end
)

// chainPage is how many entries are read at once.
const chainPage = 1000

// CheckChain reads a chain from its beginning and compares it with the heads
// that others remember. read gives the entries from a number on, in order. A
// backup that took the place of the records, which the chain itself tells,
// lost what came after it; that is counted and no break.
func CheckChain(notary models.Notary,
	read func(from int64, limit int) ([]models.AuditEntry, error), heads []models.AuditHead) (ChainCheck, error) {
	c := chainReader{notary: notary, heads: slices.Clone(heads), at: map[int64]string{}}
	for _, h := range heads {
		c.at[h.Seq] = ""
	}
	for {
		page, err := read(c.found.Entries+1, chainPage)
		if err != nil {
			return c.found, err
		}
		for _, e := range page {
			if c.take(e); c.found.Break != nil {
				return c.found, nil
			}
		}
		if len(page) < chainPage {
			break
		}
	}
	c.compareHeads()
	return c.found, nil
}

// chainReader is one reading.
type chainReader struct {
	notary   models.Notary
	heads    []models.AuditHead
	at       map[int64]string // MACs at the heads' places
	previous string
	restores []restored
	found    ChainCheck
}

// restored is a place at which a backup took over.
type restored struct {
	seq int64
	at  time.Time
}

func (c *chainReader) take(e models.AuditEntry) {
	next := c.found.Entries + 1
	if e.Seq != next {
		c.found.Break = &Break{next, BreakMissing}
		return
	}
	mac, held := e.Link(c.notary, c.previous)
	switch {
	case !held:
		c.found.Unproved++
	case mac != e.MAC:
		c.found.Break = &Break{e.Seq, BreakChanged}
		return
	}
	if e.KeyID == "" {
		c.found.Unsigned++
	}
	if e.Kind == models.DeedRestore && e.KeyID != "" {
		c.restores = append(c.restores, restored{e.Seq, e.At})
	}
	if _, asked := c.at[e.Seq]; asked {
		c.at[e.Seq] = e.MAC
	}
	c.previous, c.found.Entries = e.MAC, e.Seq
}

// compareHeads looks at what others remember, the oldest first.
func (c *chainReader) compareHeads() {
	slices.SortFunc(c.heads, func(a, b models.AuditHead) int { return int(a.Seq - b.Seq) })
	for _, h := range c.heads {
		switch {
		case h.Seq <= c.found.Entries && c.at[h.Seq] == h.MAC:
			c.found.Anchors++
		case c.lostBy(h):
		case h.Seq > c.found.Entries:
			c.found.Break = &Break{c.found.Entries + 1, BreakCut}
			return
		default:
			c.found.Break = &Break{h.Seq, BreakAnother}
			return
		}
	}
}

// lostBy tells that a restored backup explains why a head does not fit: the
// chain went on at an older place after it was remembered.
func (c *chainReader) lostBy(h models.AuditHead) bool {
	for _, r := range c.restores {
		if r.seq <= h.Seq && !h.At.After(r.at) {
			c.found.Lost = max(c.found.Lost, h.Seq-r.seq+1)
			return true
		}
	}
	return false
}

// String names the break for a log.
func (b Break) String() string { return fmt.Sprintf("%s at %d", b.Why, b.Seq) }
