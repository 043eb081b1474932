package models

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// SealBefore is the key id of the one end that has no seal: it was there before
// ends were sealed. It goes with the next entry.
const SealBefore = "before"

// AuditSeal vouches for where the audit chain ends.
type AuditSeal struct {
	KeyID string `json:"key"` // that sealed; empty while the mall's key was not at hand
	AuditHead
	Seal string `json:"seal"` // over all of it, hexadecimal
}

// Proof is the seal that an end must carry; ok is false when its key is not at
// hand. Without a key it is a plain hash, as of an entry.
func (s AuditSeal) Proof(notary Notary) (seal string, ok bool) {
	message := []byte("end of the audit chain")
	for _, part := range []string{fmt.Sprint(s.Seq), s.MAC, fmt.Sprint(s.At.UnixMicro()), s.KeyID} {
		message = binary.BigEndian.AppendUint32(message, uint32(len(part)))
		message = append(message, part...)
	}
	if s.KeyID == "" {
		sum := sha256.Sum256(message)
		return hex.EncodeToString(sum[:]), true
	}
	if notary == nil {
		return "", false
	}
	return notary.Sign(s.KeyID, message)
}

// Broken tells that a seal is not what its key makes of it.
func (s AuditSeal) Broken(notary Notary) bool {
	seal, held := s.Proof(notary)
	return held && s.KeyID != SealBefore && seal != s.Seal
}
