// Package guard protects personal data: it seals identities so that nothing
// that names a person is ever written in the clear, finds returning visitors
// by a blind index, and keeps the mall's key (design/security.md).
package guard

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"frontdesk/internal/models"
)

// blobVersion is the first byte of every blob; AES-256-GCM over JSON.
const blobVersion = 1

// Sealer seals with the mall's key and opens with any key it holds. Without a
// key it is locked: everything works but identities stay closed.
type Sealer struct {
	keyID   string // of the key that seals; empty: it only opens
	locks   map[string]lock
	entropy io.Reader
}

// lock is what one key can do.
type lock struct {
	aead  cipher.AEAD
	index []byte // key of the blind indexes
	audit []byte // key of the audit chain
}

// NewSealer makes a sealer that seals with current and still opens what older
// keys sealed; entropy is crypto/rand.Reader outside tests.
func NewSealer(entropy io.Reader, current Key, older ...Key) (*Sealer, error) {
	s, err := NewOpener(append(older, current)...)
	if err != nil {
		return nil, err
	}
	s.keyID, s.entropy = current.ID(), entropy
	return s, nil
}

// NewOpener makes a sealer that opens what these keys sealed and seals
// nothing; without a key it is locked.
func NewOpener(keys ...Key) (*Sealer, error) {
	s := &Sealer{locks: map[string]lock{}}
	for _, key := range keys {
		made, err := newLock(key)
		if err != nil {
			return nil, err
		}
		s.locks[key.ID()] = made
	}
	return s, nil
}

func newLock(key Key) (lock, error) {
	sealing, err := derive(key, "frontdesk seal")
	if err != nil {
		return lock{}, err
	}
	index, err := derive(key, "frontdesk index")
	if err != nil {
		return lock{}, err
	}
	audit, err := derive(key, "frontdesk audit")
	if err != nil {
		return lock{}, err
	}
	block, err := aes.NewCipher(sealing)
	if err != nil {
		return lock{}, err
	}
	aead, err := cipher.NewGCM(block)
	return lock{aead, index, audit}, err
}

// derive makes a key of its own for each use.
func derive(key Key, use string) ([]byte, error) {
	return hkdf.Key(sha256.New, key[:], nil, use, sha256.Size)
}

// Ready tells whether the key that seals is at hand.
func (s *Sealer) Ready() bool { return s.keyID != "" }

// Holds tells whether blobs of keyID can be opened.
func (s *Sealer) Holds(keyID string) bool {
	_, held := s.locks[keyID]
	return held
}

// Seal closes an identity for one visit row: moved to another row, the blob
// does not open.
func (s *Sealer) Seal(visitID string, identity models.Identity) (models.SealedIdentity, error) {
	if !s.Ready() {
		return models.SealedIdentity{}, models.Refuse("key.locked")
	}
	plain, err := json.Marshal(identity)
	if err != nil {
		return models.SealedIdentity{}, models.Fault(err, "key.seal")
	}
	lock := s.locks[s.keyID]
	nonce := make([]byte, lock.aead.NonceSize())
	if _, err := io.ReadFull(s.entropy, nonce); err != nil {
		return models.SealedIdentity{}, models.Fault(err, "key.seal")
	}
	blob := append([]byte{blobVersion}, nonce...)
	return models.SealedIdentity{
		Blob:        lock.aead.Seal(blob, nonce, plain, place(visitID)),
		KeyID:       s.keyID,
		NIKIndex:    lock.blind(models.ByNIK, identity.NIK),
		PhoneIndex:  lock.blind(models.ByPhone, identity.Phone),
		PersonIndex: lock.blind(byPerson, person(identity)),
		Masked:      identity.Mask(),
	}, nil
}

// Open reads a sealed identity. Errors: KindRefused without the right key,
// KindFault when the blob was changed.
func (s *Sealer) Open(visitID string, sealed models.SealedIdentity) (models.Identity, error) {
	var identity models.Identity
	if sealed.Empty() {
		return identity, nil
	}
	if !s.Holds(sealed.KeyID) {
		return identity, models.Refuse("key.locked")
	}
	lock := s.locks[sealed.KeyID]
	start := 1 + lock.aead.NonceSize()
	if len(sealed.Blob) < start || sealed.Blob[0] != blobVersion {
		return identity, models.Fault(errors.New("unknown blob"), "key.damaged")
	}
	plain, err := lock.aead.Open(nil, sealed.Blob[1:start], sealed.Blob[start:], place(visitID))
	if err != nil {
		return identity, models.Fault(err, "key.damaged")
	}
	return identity, json.Unmarshal(plain, &identity)
}

// place is the associated data: table, row and field.
func place(visitID string) []byte { return []byte("visits|" + visitID + "|identity") }

// byPerson is the field of the index that tells members of a family apart.
const byPerson models.IdentityField = "person"

func person(i models.Identity) string {
	if i.Name == "" && i.NIK == "" {
		return ""
	}
	return i.NIK + "|" + strings.ToLower(i.Name)
}

// Indexes are the blind indexes of a NIK or phone under every key held, since
// records of an older key are looked up too; none for an empty value.
func (s *Sealer) Indexes(by models.IdentityField, value string) []string {
	var list []string
	if value == "" {
		return nil
	}
	for _, keyID := range slices.Sorted(maps.Keys(s.locks)) {
		list = append(list, s.locks[keyID].blind(by, value))
	}
	return list
}

// blind is an HMAC: a plain hash of so few possible values could be turned
// back. Empty for an empty value.
func (l lock) blind(by models.IdentityField, value string) string {
	if value == "" {
		return ""
	}
	mac := hmac.New(sha256.New, l.index)
	mac.Write([]byte(string(by) + "|" + value))
	return hex.EncodeToString(mac.Sum(nil))
}

// Key is the mall's secret, 256 bits.
type Key [32]byte

// NewKey draws a key.
func NewKey(entropy io.Reader) (Key, error) {
	var k Key
	_, err := io.ReadFull(entropy, k[:])
	return k, err
}

// ID names the key without telling anything of it.
func (k Key) ID() string {
	mac := hmac.New(sha256.New, k[:])
	mac.Write([]byte("frontdesk key id"))
	return hex.EncodeToString(mac.Sum(nil)[:8])
}

func (k Key) encode() string { return base64.StdEncoding.EncodeToString(k[:]) }

func decodeKey(text string) (Key, error) {
	raw, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(raw) != len(Key{}) {
		return Key{}, errors.New("not a key")
	}
	return Key(raw), nil
}
