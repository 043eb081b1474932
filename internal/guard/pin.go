package guard

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"golang.org/x/crypto/argon2"

	"frontdesk/internal/models"
)

// PINs turns PINs and passwords into secrets that tell nothing of them, by
// Argon2id (RFC 9106). The parameters stand with each secret, so that they can
// be raised without anybody's PIN.
type PINs struct {
	Entropy io.Reader
	Memory  uint32 // KiB
	Passes  uint32
	Threads uint8
}

// NewPINs has the parameters of design/security.md: 64 MiB, 3 passes, 1 thread.
func NewPINs(entropy io.Reader) PINs {
	return PINs{Entropy: entropy, Memory: 64 * 1024, Passes: 3, Threads: 1}
}

const (
	saltBytes   = 16
	secretBytes = 32
	// A secret with larger parameters was not made here and would stop the
	// machine.
	mostMemory = 1024 * 1024 // KiB
	mostPasses = 16
)

// Hide makes a secret of a PIN.
func (p PINs) Hide(pin string) (string, error) {
	salt := make([]byte, saltBytes)
	if _, err := io.ReadFull(p.Entropy, salt); err != nil {
		return "", models.Fault(err, "key.seal")
	}
	sum := prove(pin, salt, p)
	return fmt.Sprintf(secretForm, argon2.Version, p.Memory, p.Passes, p.Threads, plainBase64(salt), plainBase64(sum)), nil
}

// secretForm is the string form of the Argon2 reference implementation.
const secretForm = "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"

var plainBase64 = base64.RawStdEncoding.EncodeToString

// Fits tells whether a PIN is the one of a secret. A secret that cannot be
// read fits none.
func (PINs) Fits(secret, pin string) bool {
	var version int
	var memory, passes uint32
	var threads uint8
	parts := strings.Split(secret, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	if _, err := fmt.Sscanf(parts[2]+" "+parts[3], "v=%d m=%d,t=%d,p=%d", &version, &memory, &passes, &threads); err != nil {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || version != argon2.Version || memory > mostMemory || passes < 1 || passes > mostPasses || threads < 1 || len(want) != secretBytes {
		return false
	}
	got := prove(pin, salt, PINs{Memory: memory, Passes: passes, Threads: threads})
	return subtle.ConstantTimeCompare(got, want) == 1
}

// prove makes the proof of a PIN, and gives back at once the memory that this
// is meant to need: it is twice that of the whole window.
func prove(pin string, salt []byte, p PINs) []byte {
	defer debug.FreeOSMemory()
	return argon2.IDKey([]byte(pin), salt, p.Passes, p.Memory, p.Threads, secretBytes)
}
