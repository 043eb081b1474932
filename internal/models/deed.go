package models

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// DeedKind names what somebody did that must be provable later. The set is
// closed: a new kind is a constant and a place in DeedKinds.
type DeedKind string

const (
	DeedReveal     DeedKind = "reveal"     // a sealed identity was opened
	DeedLookUp     DeedKind = "look_up"    // a person was looked for without a visit of hers
	DeedExport     DeedKind = "export"     // records left the program in a file
	DeedReport     DeedKind = "report"     // statistics left the program in a file
	DeedCorrection DeedKind = "correction" // a record was changed afterwards
	DeedVoid       DeedKind = "void"       // a record was declared void
	DeedForce      DeedKind = "force"      // a number was given although the agency gives none
	DeedErasure    DeedKind = "erasure"    // an identity was emptied on request
	DeedStop       DeedKind = "stop"       // the use of somebody's data was stopped
	DeedRequest    DeedKind = "request"    // somebody asked for a right of hers; the clock runs
	DeedRetention  DeedKind = "retention"  // identities past their time were emptied
	DeedSignIn     DeedKind = "sign_in"    // an operator came to the desk
	DeedSignOut    DeedKind = "sign_out"   // and left it
	DeedLock       DeedKind = "lock"       // the screen was locked
	DeedUnlock     DeedKind = "unlock"     // and opened again
	DeedWrongPIN   DeedKind = "wrong_pin"  // somebody tried to be an operator
	DeedLimit      DeedKind = "limit"      // a supervisor allowed more look-ups
	DeedOperator   DeedKind = "operator"   // an operator was added or changed
	DeedSetting    DeedKind = "setting"    // a setting was changed
	DeedDirectory  DeedKind = "directory"  // the directory was changed
	DeedSurvey     DeedKind = "survey"     // answers of the survey were entered or taken back
	DeedKey        DeedKind = "key"        // the recovery words were shown or another key installed
	DeedRestore    DeedKind = "restore"    // a backup took the place of the records
)

// DeedKinds lists the closed set.
var DeedKinds = []DeedKind{DeedReveal, DeedLookUp, DeedExport, DeedReport, DeedCorrection, DeedVoid, DeedForce,
	DeedErasure, DeedStop, DeedRequest, DeedRetention, DeedSignIn, DeedSignOut, DeedLock, DeedUnlock, DeedWrongPIN,
	DeedLimit, DeedOperator, DeedSetting, DeedDirectory, DeedSurvey, DeedKey, DeedRestore}

// Deed is what somebody did that must be provable; it never holds a personal
// value. Who, where and when is added where it is noted.
type Deed struct {
	Kind   DeedKind
	Entity string // table, or what kind of thing; may be empty
	RowID  string // which one; may be empty
	Why    string // in the person's words; digits are dropped, for they may be somebody's number
}

// Actor is who does something, and at which desk.
type Actor struct {
	Operator string // code
	Desk     string // id
}

// AuditEntry is one link of the audit chain.
type AuditEntry struct {
	Seq int64 // 1, 2, 3 … without a gap
	At  time.Time
	Actor
	Deed
	KeyID string // of the key that signed; empty while the mall's key was not at hand
	MAC   string // over the entry and the MAC before it, hexadecimal
}

// longestWhy is what is kept of a reason, in characters.
const longestWhy = 200

// PlainWhy drops the digits of a reason, and what is too long.
func PlainWhy(typed string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, typed)
	letters := []rune(strings.Join(strings.Fields(plain), " "))
	return string(letters[:min(len(letters), longestWhy)])
}

// Message is what is signed: every field with its length before it, so that no
// two entries have the same one, and the MAC of the entry before.
func (e AuditEntry) Message(previous string) []byte {
	var out []byte
	for _, part := range []string{previous, fmt.Sprint(e.Seq), fmt.Sprint(e.At.UnixMicro()), e.Operator, e.Desk,
		string(e.Kind), e.Entity, e.RowID, e.Why, e.KeyID} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// Link is the MAC that an entry after previous must carry; ok is false when
// its key is not at hand. Without a key an entry is still bound to the one
// before it, and the next signed one vouches for it.
func (e AuditEntry) Link(notary Notary, previous string) (mac string, ok bool) {
	message := e.Message(previous)
	if e.KeyID == "" {
		sum := sha256.Sum256(message)
		return hex.EncodeToString(sum[:]), true
	}
	if notary == nil {
		return "", false
	}
	return notary.Sign(e.KeyID, message)
}

// Notary signs the audit chain with a key derived from the mall's.
type Notary interface {
	// SigningKey is the id of the key that signs; empty while none is at hand.
	SigningKey() string
	// Sign gives the MAC of a message under a key; ok is false when that key is
	// not at hand.
	Sign(keyID string, message []byte) (mac string, ok bool)
}

// AuditHead is where the audit chain ended at some instant, as it was told to
// somebody who remembers: the centre, a backup.
type AuditHead struct {
	Seq int64     `json:"seq"` // entries in the chain
	MAC string    `json:"mac"` // of the last one
	At  time.Time `json:"at"`
}

// AuditHeadID is the id of a head among the records. Those of one desk stand
// together, and two that end at the same number but differ do not meet.
func AuditHeadID(deskID string, seq int64, mac string) string {
	return fmt.Sprintf("%s%012d-%.12s", AuditHeadPrefix(deskID), seq, mac)
}

// AuditHeadPrefix begins the ids of a desk's heads.
func AuditHeadPrefix(deskID string) string { return "audit-" + deskID + "-" }
