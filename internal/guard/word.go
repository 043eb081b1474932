package guard

import (
	"errors"
	"io"
	"maps"
	"slices"

	"frontdesk/internal/models"
)

// byWord is the field of the index that marks a word of a search.
const byWord models.IdentityField = "word"

// markLength is how much of the MAC a mark shows, 48 bits: two words of a mall
// do not meet.
const markLength = 12

// HideWord seals a word of a search that may be a name. Errors: KindRefused
// while the mall's key is not at hand.
func (s *Sealer) HideWord(word string) (models.HiddenWord, error) {
	if !s.Ready() {
		return models.HiddenWord{}, models.Refuse("key.locked")
	}
	lock := s.locks[s.keyID]
	nonce := make([]byte, lock.aead.NonceSize())
	if _, err := io.ReadFull(s.entropy, nonce); err != nil {
		return models.HiddenWord{}, models.Fault(err, "key.seal")
	}
	mark := lock.mark(word)
	blob := append([]byte{blobVersion}, nonce...)
	return models.HiddenWord{Mark: mark, Blob: lock.aead.Seal(blob, nonce, []byte(word), wordPlace(mark)), KeyID: s.keyID}, nil
}

// ShowWord opens a hidden word. Errors: KindRefused without its key, KindFault
// when the blob was changed.
func (s *Sealer) ShowWord(h models.HiddenWord) (string, error) {
	if !s.Holds(h.KeyID) {
		return "", models.Refuse("key.locked")
	}
	lock := s.locks[h.KeyID]
	start := 1 + lock.aead.NonceSize()
	if len(h.Blob) < start || h.Blob[0] != blobVersion {
		return "", models.Fault(errors.New("unknown blob"), "key.damaged")
	}
	word, err := lock.aead.Open(nil, h.Blob[1:start], h.Blob[start:], wordPlace(h.Mark))
	if err != nil {
		return "", models.Fault(err, "key.damaged")
	}
	return string(word), nil
}

// Marks are the marks of a word under every key held.
func (s *Sealer) Marks(word string) []string {
	var marks []string
	for _, keyID := range slices.Sorted(maps.Keys(s.locks)) {
		marks = append(marks, s.locks[keyID].mark(word))
	}
	return marks
}

func (l lock) mark(word string) string { return models.MissedMark + l.blind(byWord, word)[:markLength] }

func wordPlace(mark string) []byte { return []byte("missed_words|" + mark + "|word") }
