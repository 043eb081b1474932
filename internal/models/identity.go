package models

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Identity is what a visitor told of herself; every field may be empty. It is
// never stored as it is: see SealedIdentity.
type Identity struct {
	Name    string
	NIK     string // 16 digits after cleaning, or what was typed
	Phone   string // E.164, or what was typed
	Purpose string // a guest's purpose in free words: it may name people
}

// Empty tells that nothing was told.
func (i Identity) Empty() bool { return i == Identity{} }

// SealedIdentity is an identity as it is stored: one sealed blob, blind
// indexes for exact look-ups, and masked fields for lists.
type SealedIdentity struct {
	Blob       []byte
	KeyID      string
	NIKIndex   string
	PhoneIndex string
	// PersonIndex is the same for the same name and NIK: it tells the members
	// of a family apart who share a phone.
	PersonIndex string
	Masked      MaskedIdentity
}

// Empty tells that there is no identity.
func (s SealedIdentity) Empty() bool { return len(s.Blob) == 0 }

// MaskedIdentity may be shown in lists: first letters and last digits.
type MaskedIdentity struct {
	Name  string
	NIK   string
	Phone string
}

// Mask hides all but first letters of the name, the region and serial of the
// NIK and the last three digits of the phone (design/security.md).
func (i Identity) Mask() MaskedIdentity {
	return MaskedIdentity{Name: maskName(i.Name), NIK: MaskNIK(i.NIK), Phone: maskPhone(i.Phone)}
}

const dots = "••••"

func maskName(name string) string {
	words := strings.Fields(name)
	for n, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		words[n] = dots
		if unicode.IsLetter(first) {
			words[n] = string(first) + dots
		}
	}
	return strings.Join(words, " ")
}

func digitsOnly(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// MaskNIK keeps the first and last four digits of a full NIK; of anything
// else it shows nothing: a short number would show nearly all of it, and what
// is no number may be a name.
func MaskNIK(nik string) string {
	if nik == "" {
		return ""
	}
	if len(nik) != 16 || !digitsOnly(nik) {
		return dots + dots
	}
	return nik[:4] + dots + dots + nik[12:]
}

func maskPhone(phone string) string {
	if phone == "" {
		return ""
	}
	if len(phone) < 7 || !digitsOnly(strings.TrimPrefix(phone, "+")) {
		return dots
	}
	return dots + phone[len(phone)-3:]
}
