package guard

import (
	"errors"
	"io"

	"frontdesk/internal/models"
)

// SealName closes an operator's name for her row. Errors: KindRefused while
// the mall's key is not at hand.
func (s *Sealer) SealName(code, name string) (blob []byte, keyID string, err error) {
	if !s.Ready() {
		return nil, "", models.Refuse("key.locked")
	}
	lock := s.locks[s.keyID]
	nonce := make([]byte, lock.aead.NonceSize())
	if _, err := io.ReadFull(s.entropy, nonce); err != nil {
		return nil, "", models.Fault(err, "key.seal")
	}
	blob = append([]byte{blobVersion}, nonce...)
	return lock.aead.Seal(blob, nonce, []byte(name), namePlace(code)), s.keyID, nil
}

// OpenName reads an operator's name. Errors: KindRefused without its key,
// KindFault when the blob was changed.
func (s *Sealer) OpenName(code, keyID string, blob []byte) (string, error) {
	if !s.Holds(keyID) {
		return "", models.Refuse("key.locked")
	}
	lock := s.locks[keyID]
	start := 1 + lock.aead.NonceSize()
	if len(blob) < start || blob[0] != blobVersion {
		return "", models.Fault(errors.New("unknown blob"), "key.damaged")
	}
	name, err := lock.aead.Open(nil, blob[1:start], blob[start:], namePlace(code))
	if err != nil {
		return "", models.Fault(err, "key.damaged")
	}
	return string(name), nil
}

func namePlace(code string) []byte { return []byte("operators|" + code + "|name") }
