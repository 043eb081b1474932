package guard

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// SigningKey is the id of the key that signs the audit chain; empty while the
// mall's key is not at hand.
func (s *Sealer) SigningKey() string { return s.keyID }

// Sign gives the HMAC-SHA-256 of a message under the audit key of keyID,
// hexadecimal; ok is false when that key is not at hand.
func (s *Sealer) Sign(keyID string, message []byte) (mac string, ok bool) {
	lock, held := s.locks[keyID]
	if !held {
		return "", false
	}
	sum := hmac.New(sha256.New, lock.audit)
	sum.Write(message)
	return hex.EncodeToString(sum.Sum(nil)), true
}
