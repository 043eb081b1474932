package guard

import (
	"crypto/rand"
	"strings"
	"testing"
)

// weak has the least parameters: the tests prove the form, not the cost.
var weak = PINs{Entropy: rand.Reader, Memory: 8, Passes: 1, Threads: 1}

func TestASecretFitsItsOwnPINOnly(t *testing.T) {
	secret, err := weak.Hide("482915")
	if err != nil {
		t.Fatal(err)
	}
	if !weak.Fits(secret, "482915") {
		t.Error("its own PIN does not fit")
	}
	for _, other := range []string{"", "482916", "482915 ", "48291"} {
		if weak.Fits(secret, other) {
			t.Errorf("%q fits too", other)
		}
	}
	if strings.Contains(secret, "482915") {
		t.Error("the secret holds the PIN")
	}
}

func TestTheSamePINMakesAnotherSecretEachTime(t *testing.T) {
	a, _ := weak.Hide("482915")
	b, _ := weak.Hide("482915")
	if a == b {
		t.Error("both are the same: the salt is missing")
	}
}

func TestTheParametersOfTheDesignStandWithTheSecret(t *testing.T) {
	strong := NewPINs(rand.Reader)
	secret, err := strong.Hide("482915")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(secret, "$argon2id$v=19$m=65536,t=3,p=1$") {
		t.Errorf("made %s", secret)
	}
	if !weak.Fits(secret, "482915") {
		t.Error("weaker parameters of today do not read a stronger secret")
	}
}

func TestADoctoredSecretFitsNothing(t *testing.T) {
	good, _ := weak.Hide("482915")
	for _, secret := range []string{"", "482915", good[:len(good)-4], strings.Replace(good, "argon2id", "argon2i", 1),
		strings.Replace(good, "m=8", "m=9999999", 1), strings.Replace(good, "t=1", "t=0", 1), strings.Replace(good, "p=1", "p=0", 1),
		strings.Replace(good, "v=19", "v=16", 1)} {
		if weak.Fits(secret, "482915") {
			t.Errorf("%q fits", secret)
		}
	}
}
