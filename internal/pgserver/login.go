package pgserver

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
)

// Login is what somebody needs to come in to a server.
type Login struct {
	User     string
	Password string
}

// NewPassword has 192 bits and no character that a shell or a URL minds.
func NewPassword(entropy io.Reader) (string, error) {
	raw := make([]byte, 24)
	if _, err := io.ReadFull(entropy, raw); err != nil {
		return "", fmt.Errorf("no randomness for a password: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(raw), nil
}

const scramRounds = 4096 // PostgreSQL's own number

// ScramVerifier is what PostgreSQL keeps of a password (RFC 5803), and all that
// it hears of it, because statements may be logged:
// SCRAM-SHA-256$rounds:salt$stored:server.
func ScramVerifier(password string, entropy io.Reader) (string, error) {
	salt := make([]byte, 16)
	if _, err := io.ReadFull(entropy, salt); err != nil {
		return "", fmt.Errorf("no randomness for a password: %w", err)
	}
	salted, err := pbkdf2.Key(sha256.New, password, salt, scramRounds, sha256.Size)
	if err != nil {
		return "", err
	}
	stored := sha256.Sum256(keyed(salted, "Client Key"))
	text := base64.StdEncoding.EncodeToString
	return fmt.Sprintf("SCRAM-SHA-256$%d:%s$%s:%s", scramRounds, text(salt), text(stored[:]), text(keyed(salted, "Server Key"))), nil
}

func keyed(key []byte, label string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(label))
	return h.Sum(nil)
}
